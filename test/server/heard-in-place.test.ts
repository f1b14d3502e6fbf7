import { afterEach, beforeEach, expect, it } from 'vitest'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import type { CallView } from '../../server/protocol.ts'
import { type Browser, granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

const engine = libraryEngine(loadLibrary(libraryRoot), diskCache(derivedFolder))
let server: TestServer
let browser: Browser
let turns = 0
beforeEach(async () => {
  turns = 0
  server = await testServer({ engine })
  browser = await server.browser()
})
afterEach(async () => {
  await server.stop()
})

async function says(speaker: 'agent' | 'caller', text: string): Promise<string | undefined> {
  turns += 1
  const { result } = await server.hear(spoken(speaker, text, { utteranceId: `u${String(turns)}`, startMs: turns * 3_000, endMs: turns * 3_000 + 2_000 }))
  expect(result).toBe('accepted')
  return (await screen()).guidance.place?.step
}
const screen = async (): Promise<CallView> => granted(await browser.emitWithAck('call:watch', { callId: 'c1' }))
const choose = async (scenario: string): Promise<void> => void granted(await browser.emitWithAck('scenario:choose', { callId: 'c1', scenario }))

it('the words that break a silence are heard as the answer to what was asked before it', async () => {
  await says('agent', '您好，阳光服务，我是李敏，有什么可以帮您')
  await choose('passed-around-departments')
  expect(await says('agent', '到我这儿就行，您要办的是哪件事')).toBe('listen-to-need')
  server.clock.pass(12_000)
  expect((await screen()).guidance.place?.step).toBe('check-the-line')
  expect(await says('caller', '我想问押金什么时候退给我')).toBe('apologise')
  expect((await screen()).facts.find(({ id }) => id === 'realQuestion')?.value).toBe('我想问押金什么时候退给我')
})

it('the words that break a silence are heard as the reaction to what was said before it', async () => {
  await says('agent', '您好，阳光服务，我是李敏，有什么可以帮您')
  await choose('passed-around-departments')
  await says('agent', '到我这儿就行，您要办的是哪件事')
  await says('caller', '押金一直没退给我')
  await says('agent', '让您来回跑，对不起')
  expect(await says('agent', '我查到了，押金昨天已经退了')).toBe('tell-result')
  server.clock.pass(12_000)
  expect(await says('caller', '谢谢你啊')).toBe('look-up-ticket')
})

it('a finding counts when the agent has it, not when he recites that he will look', async () => {
  await says('agent', '您好，阳光服务，我是李敏，有什么可以帮您')
  await choose('passed-around-departments')
  await says('agent', '到我这儿就行，您要办的是哪件事')
  await says('caller', '押金一直没退给我')
  await says('agent', '让您来回跑，对不起')
  expect(await says('agent', '我现在就替您查，查着了当场告诉您，这边看不全的我去问，您别挂')).toBe('check-now')
  expect(await says('caller', '给你查到了没有')).toBe('check-now')
  expect(await says('agent', '给您查到了，押金昨天已经退了')).toBe('tell-result')
})
