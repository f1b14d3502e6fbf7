import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '../../server/ingest/receive.ts'
import type { CallView } from '../../server/protocol.ts'
import { hostileMessages } from '../support/hostile-messages.ts'
import { type Browser, granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  server = await testServer()
  browser = await server.browser()
  await server.hear(spoken('caller', '喂', { callId: 'quiet' }))
})
afterAll(async () => {
  await server.stop()
})

const screen = async (callId: string): Promise<CallView> => granted(await browser.emitWithAck('call:watch', { callId }))
/** Every answer is clear: taken, stale, or an error with a code and a sentence. */
function expectClear(receipts: readonly Receipt[]): void {
  for (const receipt of receipts) {
    if (receipt.result === 'error') expect(receipt).toMatchObject({ error: expect.stringMatching(/^(invalid payload|unavailable)$/u) as string, message: expect.stringMatching(/.{10}/u) as string })
    else expect(receipt.result).toMatch(/^(accepted|stale)$/u)
  }
}
const batches = (messages: readonly unknown[], size: number): readonly (readonly unknown[])[] =>
  Array.from({ length: Math.ceil(messages.length / size) }, (_, index) => messages.slice(index * size, (index + 1) * size))

test('ten thousand hostile events are each answered; a live call beside them goes on undisturbed', async () => {
  const before = await screen('quiet')
  const messages = hostileMessages(10_000, 20_261_122)
  const receipts: Receipt[] = []
  for (const [index, events] of batches(messages.slice(0, 5_000), 250).entries()) {
    const response = await server.app.http.inject({ method: 'POST', url: '/api/ingest/events', payload: { events } })
    receipts.push(...response.json<{ results: readonly Receipt[] }>().results)
    expect(await server.hear(spoken('agent', '嗯', { callId: 'quiet', utteranceId: `h${String(index)}`, startMs: 1_000 + index, endMs: 2_000 }))).toEqual({ result: 'accepted' })
  }
  for (const events of batches(messages.slice(5_000), 250)) receipts.push(...(await Promise.all(events.map((event) => server.hear(event)))))
  expect(receipts).toHaveLength(10_000)
  expectClear(receipts)
  expect(new Set(receipts.map(({ result }) => result))).toEqual(new Set(['accepted', 'stale', 'error']))
  const after = await screen('quiet')
  expect(after.utterances).toHaveLength(21)
  expect(after.guidance).toEqual(before.guidance)
  expect((await server.app.http.inject({ url: '/health' })).json()).toMatchObject({ status: 'ok' })
})

test('the calls that took hostile events show the same screen after a restart', async () => {
  const ids = granted(await browser.emitWithAck('calls:list')).map(({ id }) => id)
  const finals = ({ utterances, guidance, warnings, cues, facts, anger }: CallView) => ({
    utterances: utterances.filter(({ final }) => final), guidance: { ...guidance, points: [] }, warnings: warnings.all.filter(({ state }) => state === 'firm' || state === 'repaired'), cues, facts, anger,
  })
  const before = await Promise.all(ids.map(screen))
  server = await server.restart()
  browser = await server.browser()
  const after = await Promise.all(ids.map(screen))
  expect(after.map(finals)).toEqual(before.map(finals))
})

test('frames and requests that are no messages cost only their own connection', async () => {
  const { port } = new URL(server.address)
  const raw = (bytes: string): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.end(bytes))
      socket.on('error', () => resolve()).on('close', () => resolve()).resume()
    })
  await raw('GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n\r\n')
  await raw(`POST /api/ingest/events HTTP/1.1\r\nHost: x\r\nContent-Length: 999\r\n\r\n{`)
  await raw('\u0000\u0001\u0002 nonsense \r\n\r\n')
  const large = await server.browser()
  const cut = new Promise((resolve) => large.once('disconnect', resolve))
  large.emit('call:watch', { callId: 'x'.repeat(100_000) }, () => undefined)
  await cut
  expect(await server.hear(spoken('caller', '还在吗', { callId: 'quiet', utteranceId: 'last' }))).toEqual({ result: 'accepted' })
})
