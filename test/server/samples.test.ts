import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CallView } from '../../server/protocol.ts'
import { loadSamples, type Sample } from '../../server/samples/sample-file.ts'
import { granted, type TestServer, testServer } from '../support/test-server.ts'

const sample: Sample = {
  id: 'short',
  title: { zh: '短', en: 'Short' },
  description: { zh: '两句', en: 'Two sentences' },
  scenario: 'repeated-repairs-wants-replacement',
  outcome: 'full-inspection',
  queue: '笔记本售后',
  callerNumber: '13800002075',
  turns: [
    { at: 0, for: 1_000, who: 'caller', interims: ['修了'], text: '修了3次了' },
    { at: 1_500, for: 900, who: 'agent', interims: [], text: '对不起' },
  ],
}
let server: TestServer
beforeEach(async () => {
  server = await testServer({ samples: [sample] })
})
afterEach(async () => {
  await server.stop()
})
const request = async (method: 'GET' | 'POST', url: string): Promise<unknown> => (await server.app.http.inject({ method, url })).json()

test('a sample call plays through the ingest at natural speed, takes its scenario when suggested, and ends', async () => {
  expect(await request('GET', '/api/samples')).toEqual([
    { id: 'short', title: sample.title, description: sample.description, scenario: sample.scenario, outcome: 'full-inspection', durationMs: 2_400 },
  ])
  const { callId } = (await request('POST', '/api/samples/short/play')) as { callId: string }
  const browser = await server.browser()
  const screen = async (): Promise<CallView> => granted(await browser.emitWithAck('call:watch', { callId }))
  expect(await screen()).toMatchObject({ queue: '笔记本售后', callerNumber: '138****2075', utterances: [] })

  const texts: string[] = []
  let heard = (): void => undefined
  browser.on('utterance:heard', (_id, { text }) => {
    texts.push(text)
    heard()
  })
  const until = (count: number): Promise<void> =>
    new Promise((resolve) => {
      heard = () => void (texts.length >= count && resolve())
      heard()
    })
  server.clock.pass(500)
  await until(1)
  expect(texts).toEqual(['修了'])
  const chosen = new Promise<void>((resolve) => {
    browser.on('guidance:changed', (_id, _seq, { place }) => void (place?.flow === sample.scenario && resolve()))
  })
  server.clock.pass(500)
  await until(2)
  await chosen
  server.clock.pass(1_400)
  await until(3)
  expect(texts).toEqual(['修了', '修了3次了', '对不起'])
  const ended = new Promise((resolve) => browser.once('call:changed', ({ status }) => resolve(status)))
  server.clock.pass(1_500)
  expect(await ended).toBe('wrap-up')
})

test('an unknown sample is not found', async () => {
  expect(await request('POST', '/api/samples/none/play')).toMatchObject({ error: 'not found', field: 'id' })
})

test('the sample calls of the repository are sound', () => {
  const folder = new URL('../../data/sample-calls', import.meta.url).pathname
  expect(loadSamples(folder).length).toBeGreaterThan(0)
})
