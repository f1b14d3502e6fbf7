import { afterEach, expect, test } from 'vitest'
import type { HeardSpeech } from '../../server/protocol.ts'
import { granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer
afterEach(async () => {
  await server.stop()
})
const heard = (changes: Partial<HeardSpeech> & Readonly<Record<string, unknown>> = {}): HeardSpeech => ({ callId: 'c1', utteranceId: 'mic-a1-0', revision: 1, text: '这事不归我管', final: true, startMs: 500, endMs: 1_500, ...changes })

test('what a browser hears is the agent’s, whatever it claims to be', async () => {
  server = await testServer()
  await server.hear(spoken('caller', '喂'))
  const browser = await server.browser()
  granted(await browser.emitWithAck('call:watch', { callId: 'c1' }))
  expect(await browser.emitWithAck('speech:hear', heard({ speaker: 'caller', source: 'aliyun-nls' }))).toEqual({ ok: true, data: null })
  expect(await browser.emitWithAck('speech:hear', heard())).toEqual({ ok: true, data: null })
  const view = granted(await browser.emitWithAck('call:watch', { callId: 'c1' }))
  expect(view.utterances.map(({ id, speaker, text }) => [id, speaker, text])).toEqual([['caller-1', 'caller', '喂'], ['mic-a1-0', 'agent', '这事不归我管']])
  expect(view.warnings.current).toMatchObject({ rule: 'not-mine', state: 'firm' })
})

test('what is at fault is named; other agents’ calls and other recognisers’ words are out of reach', async () => {
  server = await testServer()
  await server.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId: 'c1', agent: '1001' } })
  await server.hear(spoken('agent', '您好'))
  const browser = await server.browser()
  expect(await browser.emitWithAck('speech:hear', heard({ utteranceId: 'agent-1' }))).toMatchObject({ ok: false, error: 'invalid payload', field: 'utteranceId' })
  expect(await browser.emitWithAck('speech:hear', heard({ endMs: 1 }))).toMatchObject({ ok: false, error: 'invalid payload', field: 'endMs' })
  expect(await browser.emitWithAck('speech:hear', heard({ callId: 'c2' }))).toMatchObject({ ok: false, error: 'not found' })
  const stranger = await server.browser(await server.signIn('demo-agent-2'))
  expect(await stranger.emitWithAck('speech:hear', heard())).toMatchObject({ ok: false, error: 'forbidden' })
})

test('what the agent’s page offers is configured', async () => {
  server = await testServer()
  expect((await server.app.http.inject({ url: '/api/desk' })).json()).toEqual({ screenPop: null, browserSpeech: true })
  await server.stop()
  server = await testServer({ environment: { SUNLINE_SCREEN_POP: 'https://crm.example.com/{ticketNumber}', SUNLINE_BROWSER_SPEECH: 'off' } })
  expect((await server.app.http.inject({ url: '/api/desk' })).json()).toEqual({ screenPop: 'https://crm.example.com/{ticketNumber}', browserSpeech: false })
})
