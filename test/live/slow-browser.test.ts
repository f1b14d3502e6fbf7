import type { WebSocket } from 'ws'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Utterance } from '../../server/protocol.ts'
import { type Browser, spoken, testServer, type TestServer } from '../support/test-server.ts'

/** So long that a few hundred fill what the kernel holds for a connection; UTF-16 units, three bytes each on the wire. */
const long = '修'.repeat(3_900)
let server: TestServer

beforeEach(async () => {
  server = await testServer()
  await server.hear(spoken('caller', '喂', { utteranceId: 'first' }))
})
afterEach(() => server.stop())

/** A browser that watches the call. */
async function watching(): Promise<{ readonly browser: Browser; readonly heard: Utterance[]; readonly wire: WebSocket }> {
  const browser = await server.browser()
  await browser.emitWithAck('call:watch', { callId: 'c1' })
  const heard: Utterance[] = []
  browser.on('utterance:heard', (_callId, utterance) => heard.push(utterance))
  const { ws: wire } = browser.io.engine.transport as unknown as { readonly ws: WebSocket }
  return { browser, heard, wire }
}
const superseded = async (): Promise<number> => {
  const { body } = await server.app.http.inject({ method: 'GET', url: '/metrics' })
  return Number(/^sunline_superseded_total (\d+)/mu.exec(body)?.[1])
}

test('a browser that does not read gets the latest interim only, and every final in order, once it reads again', async () => {
  const { heard, wire } = await watching()
  wire.pause()
  for (let revision = 1; revision <= 800; revision += 1) {
    await server.hear(spoken('caller', `${String(revision)} ${long}`, { utteranceId: 'going-on', final: false, revision, startMs: 2_000, endMs: 3_000 }))
    if (revision % 200 === 0) await server.hear(spoken('agent', '您请讲', { utteranceId: `agent-${String(revision)}`, startMs: revision, endMs: revision }))
  }
  wire.resume()
  await server.hear(spoken('agent', '好的', { utteranceId: 'last' }))
  await expect.poll(() => heard.at(-1)?.id).toBe('last')
  const revisions = heard.filter(({ id }) => id === 'going-on').map(({ text }) => Number.parseInt(text, 10))
  expect(heard.filter(({ final }) => final).map(({ id }) => id)).toEqual(['agent-200', 'agent-400', 'agent-600', 'agent-800', 'last'])
  expect(revisions.at(-1)).toBe(800)
  expect(revisions).toEqual(revisions.toSorted((a, b) => a - b))
  expect(revisions.length).toBeLessThan(800)
  expect(await superseded()).toBeGreaterThanOrEqual(800 - revisions.length)
})

test('a browser for which too much waits is cut off; others of the call and the recogniser notice nothing', async () => {
  const slow = await watching()
  const other = await watching()
  slow.wire.pause()
  const cut = new Promise<string>((resolve) => slow.browser.once('disconnect', resolve))
  for (let batch = 0; batch < 30; batch += 1) {
    const receipts = await Promise.all(
      Array.from({ length: 30 }, (_, number) => server.hear(spoken('caller', long, { utteranceId: `u${String(batch * 30 + number)}`, startMs: batch * 30 + number, endMs: 100_000 }))),
    )
    expect(receipts.every(({ result }) => result === 'accepted')).toBe(true)
  }
  await expect.poll(() => other.heard.length).toBe(900)
  slow.wire.resume()
  expect(await cut).toBe('io server disconnect')
  expect(slow.heard.length).toBeLessThan(900)
})
