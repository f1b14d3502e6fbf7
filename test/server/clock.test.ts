import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CallView } from '../../server/protocol.ts'
import { type Browser, granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer
let browser: Browser
beforeEach(async () => {
  server = await testServer()
  browser = await server.browser()
  await server.hear(spoken('agent', '您好'))
})
afterEach(async () => {
  await server.stop()
})
const screen = async (): Promise<CallView> => granted(await browser.emitWithAck('call:watch', { callId: 'c1' }))
const step = async (): Promise<string | undefined> => (await screen()).guidance.place?.step

test('twelve seconds of silence bring the silence flow, once, and speech ends it', async () => {
  server.clock.pass(11_500)
  expect(await step()).toBe('greet')
  server.clock.pass(500)
  expect(await step()).toBe('check-the-line')
  server.clock.pass(60_000)
  expect(await step()).toBe('check-the-line')
  await server.hear(spoken('caller', '我在', { startMs: 70_000, endMs: 71_000 }))
  expect(await step()).toBe('greet')
})

test('a clock that is set half an hour further or back makes no call silent, and silence is noticed in its time afterwards', async () => {
  server.clock.pass(6_000)
  server.clock.jump(1_800_000)
  server.clock.pass(5_000)
  expect(await step()).toBe('greet')
  server.clock.jump(-3_600_000)
  server.clock.pass(500)
  expect(await step()).toBe('greet')
  server.clock.pass(500)
  expect(await step()).toBe('check-the-line')
})

test('no call is over and no hold too long because the clock was set', async () => {
  granted(await browser.emitWithAck('call:hold', { callId: 'c1' }))
  server.clock.jump(3 * 3_600_000)
  server.clock.pass(1_000)
  server.clock.jump(-3 * 3_600_000)
  server.clock.pass(58_000)
  expect(await screen()).toMatchObject({ status: 'held' })
  expect((await screen()).reminders.map(({ id }) => id)).toEqual(['duration-before-hold'])
})

test('interim speech counts as speech', async () => {
  server.clock.pass(11_000)
  await server.hear(spoken('caller', '那个', { final: false }))
  server.clock.pass(11_500)
  expect(await step()).toBe('greet')
})

test('a caller on hold is not silent, but is reported to each minute, and too long a hold is pointed out', async () => {
  granted(await browser.emitWithAck('call:hold', { callId: 'c1' }))
  server.clock.pass(59_500)
  expect(await step()).toBe('ask-before-hold')
  expect((await screen()).reminders.map(({ id }) => id)).toEqual(['duration-before-hold'])
  server.clock.pass(5 * 60_000)
  expect((await screen()).reminders.map(({ id }) => id)[0]).toBe('long-hold')
})

test('a promised reply that falls due during the call is pointed out', async () => {
  await server.hear(spoken('agent', '我五分钟之内给您回电话', { utteranceId: 'a2' }))
  expect((await screen()).reminders[0]?.id).toBe('callback-number')
  granted(await browser.emitWithAck('call:hold', { callId: 'c1' }))
  granted(await browser.emitWithAck('call:retrieve', { callId: 'c1' }))
  for (let minute = 1; minute <= 5; minute += 1) {
    server.clock.pass(60_000)
    await server.hear(spoken('caller', '嗯', { utteranceId: `m${String(minute)}` }))
  }
  server.clock.pass(1_000)
  expect((await screen()).reminders.map(({ id }) => id)).toEqual(expect.arrayContaining(['promise-due', 'callback-number']))
})

test('a call that nobody ended is over after two hours without a word', async () => {
  server.clock.pass(2 * 3_600_000)
  // Nobody touched the page either, so its session is over too.
  browser = await server.browser(await server.signIn('demo-agent'))
  expect((await screen()).status).toBe('wrap-up')
})

test('a wrap-up that nobody fills in is let go, and is still there when asked for', async () => {
  granted(await browser.emitWithAck('call:end', { callId: 'c1' }))
  server.clock.pass(31 * 60_000)
  await expect.poll(async () => granted(await browser.emitWithAck('calls:list'))).toEqual([])
  expect((await screen()).status).toBe('wrap-up')
  granted(await browser.emitWithAck('wrapup:submit', { callId: 'c1', disposition: 'solved', notes: '' }))
  expect((await screen()).status).toBe('closed')
})
