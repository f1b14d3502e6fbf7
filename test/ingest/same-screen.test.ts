import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ProviderName, providers } from '../../server/cli/provider-shapes.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import type { CallView } from '../../server/protocol.ts'
import { type Browser, granted, type TestServer, testServer } from '../support/test-server.ts'
import { neutralEvents } from './shaped-call.ts'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  server = await testServer({ engine: libraryEngine(loadLibrary(libraryRoot), diskCache(derivedFolder)) })
  browser = await server.browser()
})
afterAll(async () => {
  await server.stop()
})

/** Plays a sample call in a provider's shape over HTTP, someone watching, and returns the screen at its end. */
async function screenThrough(provider: ProviderName): Promise<CallView> {
  const callId = `call-${provider}`
  await server.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId, queue: '综合热线', callerNumber: '18100004490' } })
  granted(await browser.emitWithAck('call:watch', { callId }))
  const shape = providers[provider]({ callId, startedAt: server.clock.now() })
  for (const { path, body, form } of neutralEvents('smoke-in-the-middle', callId).flatMap(shape)) {
    const headers = { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json' }
    const payload = form ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body)
    const { statusCode, body: answer } = await server.app.http.inject({ method: 'POST', url: path, payload, headers })
    expect(statusCode).toBe(200)
    expect(answer).not.toContain('error')
  }
  return granted(await browser.emitWithAck('call:watch', { callId }))
}

/** The screen without what names the call and its utterances; times of words, where a provider does not send them, are its own. */
function looks(view: CallView): unknown {
  const numbers = new Map(view.utterances.map(({ id }, index) => [id, `utterance ${String(index)}`]))
  const text = [...numbers].reduce((json, [id, name]) => json.replaceAll(`${id}"`, `${name}"`).replaceAll(`${id}:`, `${name}:`), JSON.stringify({ ...view, id: 'call' }))
  return JSON.parse(text, (key, value: unknown) => (['startMs', 'endMs', 'atMs'].includes(key) ? 0 : key === 'id' && typeof value === 'string' && value.includes('/utterance') ? 'warning' : value))
}

let neutral: CallView
test('the call as the neutral shape gives it', async () => {
  neutral = await screenThrough('neutral')
  expect(neutral.utterances.length).toBe(23)
  expect(neutral.cues.map(({ id }) => id)).toContain('safety_hazard')
})

test.each((Object.keys(providers) as ProviderName[]).filter((provider) => provider !== 'neutral'))('looks the same on screen through %s', async (provider) => {
  expect(looks(await screenThrough(provider))).toEqual(looks(neutral))
})
