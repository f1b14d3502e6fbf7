import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CallView } from '../../server/protocol.ts'
import { eventually } from '../support/eventually.ts'
import { granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await testServer()
})
afterEach(async () => {
  await server.stop()
})
const screen = async (): Promise<CallView> => granted(await (await server.browser()).emitWithAck('call:watch', { callId: 'c1' }))

async function busyCall(): Promise<void> {
  await server.hear(spoken('caller', '修了3次了，气死我了', { utteranceId: 'c1' }))
  const browser = await server.browser()
  granted(await browser.emitWithAck('scenario:choose', { callId: 'c1', scenario: 'repeated-repairs-wants-replacement' }))
  server.clock.pass(3_000)
  await server.hear(spoken('agent', '对不起，这事不归我管，明天给您回电话', { utteranceId: 'a1', startMs: 3_000, endMs: 5_000 }))
  await server.hear(spoken('caller', '找你们主管', { utteranceId: 'c2', startMs: 2_500, endMs: 6_000 }))
  const { guidance } = await screen()
  granted(await browser.emitWithAck('reaction:report', { callId: 'c1', seq: guidance.seq, reaction: 'caller asks for a supervisor' }))
  granted(await browser.emitWithAck('fact:record', { callId: 'c1', fact: 'callbackTime', value: '明天九点' }))
}

test('a call shows the same screen after a restart', async () => {
  await busyCall()
  const before = await screen()
  expect(before.guidance.stack).toHaveLength(2)
  expect(before.warnings.current).toMatchObject({ state: 'firm' })
  server = await server.restart()
  expect(await screen()).toEqual(before)
})

test('a call goes on after a restart: repeats stay stale, warnings can be repaired, steps undone', async () => {
  await busyCall()
  server = await server.restart()
  expect(await server.hear(spoken('caller', '找你们主管', { utteranceId: 'c2', startMs: 2_500, endMs: 6_000 }))).toEqual({ result: 'stale' })
  await server.hear(spoken('agent', '我来处理', { utteranceId: 'a2', startMs: 9_000, endMs: 10_000 }))
  expect((await screen()).warnings).toMatchObject({ current: null, repaired: 1 })
  granted(await (await server.browser()).emitWithAck('step:correct', { callId: 'c1' }))
  expect((await screen()).guidance.stack).toMatchObject([{ step: 'commit-responsibility' }])
})

test('the hold clock goes on where it was', async () => {
  await busyCall()
  granted(await (await server.browser()).emitWithAck('call:hold', { callId: 'c1' }))
  server.clock.pass(50_000)
  server = await server.restart()
  const { guidance } = await screen()
  const browser = await server.browser()
  granted(await browser.emitWithAck('reaction:report', { callId: 'c1', seq: guidance.seq, reaction: 'agent said it' }))
  server.clock.pass(9_000)
  expect((await screen()).guidance.place).toMatchObject({ step: 'caller-waits' })
  server.clock.pass(1_000)
  expect((await screen()).guidance.place).toMatchObject({ step: 'report-progress' })
})

test('the wrap-up is still to be filled in after a restart', async () => {
  await busyCall()
  granted(await (await server.browser()).emitWithAck('call:end', { callId: 'c1' }))
  server = await server.restart()
  const draft = granted(await (await server.browser()).emitWithAck('call:end', { callId: 'c1' }))
  expect(draft.promises).toMatchObject([{ text: '对不起，这事不归我管，明天给您回电话' }])
})

const hourMs = 3_600_000
/** The clock is set while the server is down. */
const restartWithClockSet = async (by: number): Promise<void> => {
  server.clock.jump(by)
  server = await server.restart()
}

test('a call that was saved by a clock an hour ahead goes on where it stood, once the clock is right: hold, promise and silence come in their time', async () => {
  server.clock.jump(hourMs)
  server.clock.pass(1_000)
  await server.hear(spoken('agent', '我五分钟之内给您回电话', { utteranceId: 'a1' }))
  granted(await (await server.browser()).emitWithAck('call:hold', { callId: 'c1' }))
  server.clock.pass(50_000)
  await restartWithClockSet(-hourMs)
  const held = await screen()
  // Since the hold nothing was written: it counts from the moment at which the call was last heard of.
  expect({ status: held.status, since: server.clock.now() - (held.heldSince ?? Number.NaN), elapsed: server.clock.now() - held.startedAt }).toEqual({ status: 'held', since: 0, elapsed: 0 })
  server.clock.pass(59_500)
  const { guidance } = await screen()
  granted(await (await server.browser()).emitWithAck('reaction:report', { callId: 'c1', seq: guidance.seq, reaction: 'agent said it' }))
  expect((await screen()).guidance.place).toMatchObject({ step: 'caller-waits' })
  server.clock.pass(500)
  expect((await screen()).guidance.place).toMatchObject({ step: 'report-progress' })
  granted(await (await server.browser()).emitWithAck('call:retrieve', { callId: 'c1' }))
  server.clock.pass(11_500)
  expect((await screen()).guidance.stack.map(({ step }) => step)).not.toContain('check-the-line')
  server.clock.pass(500)
  expect((await screen()).guidance.stack.map(({ step }) => step)).toContain('check-the-line')
  server.clock.pass(4 * 60_000 - 13_000)
  expect((await screen()).reminders.map(({ id }) => id)).not.toContain('promise-due')
  server.clock.pass(1_000)
  expect((await screen()).reminders.map(({ id }) => id)).toContain('promise-due')
})

test('when the clock was set three hours further while the server was down, no call is over or silent at once, and a long hold is reported once', async () => {
  await server.hear(spoken('caller', '喂', { utteranceId: 'c1' }))
  await server.hear(spoken('caller', '喂', { callId: 'c2', utteranceId: 'c1' }))
  granted(await (await server.browser()).emitWithAck('call:hold', { callId: 'c2' }))
  const before = await screen()
  await restartWithClockSet(3 * hourMs)
  server.clock.pass(11_500)
  const quiet = await screen()
  expect({ status: quiet.status, place: quiet.guidance.place?.step }).toEqual({ status: 'live', place: before.guidance.place?.step })
  server.clock.pass(500)
  expect((await screen()).guidance.place?.step).toBe('check-the-line')
  await eventually(async () => {
    const rang = await server.database.selectFrom('journal').select('payload').where('call_id', '=', 'c2').where('type', '=', 'clock rang').execute()
    expect(rang.filter(({ payload }) => payload.includes('hold reminder'))).toHaveLength(1)
  })
  server.clock.pass(9 * 60_000)
  expect((await screen()).status).toBe('live')
  server.clock.pass(60_000)
  expect((await screen()).status).toBe('wrap-up')
})
