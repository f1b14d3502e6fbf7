import { afterEach, beforeEach, expect, test } from 'vitest'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import type { CoveredFlow, CoverageView, RulesView } from '../../server/protocol.ts'
import { granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

const library = loadLibrary(libraryRoot)
const engine = libraryEngine(library, diskCache(derivedFolder))
let server: TestServer
beforeEach(async () => {
  server = await testServer({ library, engine })
})
afterEach(() => server.stop())

const coverage = async (): Promise<CoverageView> => (await server.app.http.inject({ url: '/api/library/coverage' })).json()
const rules = async (): Promise<RulesView> => (await server.app.http.inject({ url: '/api/library/rules' })).json()
const flow = ({ flows }: CoverageView, id: string): CoveredFlow => flows.find((each) => each.id === id) ?? expect.fail(`no flow ${id}`)
const reached = ({ steps }: CoveredFlow) => Object.fromEntries(steps.filter((step) => step.reached > 0).map((step) => [step.id, [step.reached, step.shown, step.spoken]]))
const taken = ({ ways }: CoveredFlow) => Object.fromEntries(ways.filter((way) => way.taken > 0).map((way) => [`${way.from} ${way.id} ${way.to}`, way.taken]))

let turn = 0
const says = (callId: string, speaker: 'agent' | 'caller', text: string) => {
  turn += 1
  return server.hear(spoken(speaker, text, { callId, utteranceId: `u${String(turn)}`, startMs: turn * 3_000, endMs: turn * 3_000 + 2_000 }))
}

test('before the first call everything is there and nothing is reached', async () => {
  const { calls, flows } = await coverage()
  expect(calls).toBe(0)
  expect(flows.filter(({ family }) => family !== '')).toHaveLength(library.scenarios.size)
  expect(flows.filter(({ reachedSteps, takenWays }) => reachedSteps > 0 || takenWays > 0)).toEqual([])
  expect(flow({ calls, flows }, 'hotline-opening')).toMatchObject({ title: { zh: '接起电话与问候' }, family: 'conduct', totalSteps: 6, totalWays: 11 })
  expect(flow({ calls, flows }, 'calm-anger')).toMatchObject({ title: { zh: '用户发火' }, family: '' })
})

test('two calls are counted step by step, the decisions between the steps included', async () => {
  const browser = await server.browser()
  await says('c1', 'agent', '您好，阳光李敏，工号1001，很高兴为您服务，请问有什么可以帮您？')
  await says('c1', 'caller', '这台机器你们都修了多少次了今天又坏了')
  granted(await browser.emitWithAck('scenario:choose', { callId: 'c1', scenario: 'repeated-repairs-wants-replacement' }))
  await says('c1', 'agent', '这个不归我管')
  await says('c1', 'agent', '对不起，我来帮您查一下，负责到底')
  await says('c2', 'agent', '您好')
  const view = await coverage()
  const opening = flow(view, 'hotline-opening')
  const repairs = flow(view, 'repeated-repairs-wants-replacement')
  expect(view.calls).toBe(2)
  expect(view.flows.filter(({ reachedSteps }) => reachedSteps > 0)).toEqual([repairs, opening])
  expect(reached(opening)).toEqual({ 'answer-fast': [2, 2, 2], greet: [2, 1, 1], invite: [1, 1, 1] })
  expect(taken(opening)).toEqual({ 'answer-fast agent said it greet': 2, 'greet agent said it invite': 1 })
  expect(opening).toMatchObject({ reachedSteps: 3, totalSteps: 6, takenWays: 2, totalWays: 11 })
  expect(reached(repairs)).toEqual({ 'apologize-and-empathize': [1, 1, 1], 'commit-responsibility': [1, 0, 1], 'check-exchange-rule': [1, 0, 0], 'ask-repair-count': [1, 1, 0] })
  expect(taken(repairs)).toEqual({
    'apologize-and-empathize agent said it commit-responsibility': 1,
    'commit-responsibility agent said it check-exchange-rule': 1,
    'check-exchange-rule ask-repair-count ask-repair-count': 1,
  })
})

test('an interruption and the way back are counted; a move that is taken back is not', async () => {
  const browser = await server.browser()
  await says('c1', 'agent', '您好')
  granted(await browser.emitWithAck('step:correct', { callId: 'c1' }))
  await says('c2', 'agent', '您好')
  granted(await browser.emitWithAck('call:hold', { callId: 'c2' }))
  const view = await coverage()
  expect(reached(flow(view, 'hotline-opening'))).toEqual({ 'answer-fast': [2, 2, 2], greet: [1, 1, 0] })
  expect(taken(flow(view, 'hotline-opening'))).toEqual({ 'answer-fast agent said it greet': 1 })
  expect(flow(view, 'on-hold')).toMatchObject({ reachedSteps: 1, takenWays: 0 })
})

test('each wording rule comes with what became of its warnings', async () => {
  const browser = await server.browser()
  await says('c1', 'agent', '这个不归我管')
  await says('c1', 'agent', '对不起，我来帮您查一下，负责到底')
  await says('c2', 'agent', '这个不归我管')
  const watched = granted(await browser.emitWithAck('call:watch', { callId: 'c2' }))
  granted(await browser.emitWithAck('warning:dismiss', { callId: 'c2', warningId: watched.warnings.current?.id ?? '', reason: 'quoted' }))
  const { calls, rules: all } = await rules()
  expect(calls).toBe(2)
  expect(all.filter(({ raised }) => raised > 0)).toMatchObject([
    { id: 'tw01', name: '这不归我管', category: '推诿', categoryLabel: { zh: '推诿', en: 'passing the buck' }, severity: 'block', scenarios: [], raised: 2, repaired: 1, dismissed: 1 },
  ])
  expect(all).toHaveLength(library.ruleFiles.flatMap((file) => file.rules).length)
})

test('each wording rule comes with how often the recogniser took it back', async () => {
  const browser = await server.browser()
  await says('c1', 'agent', '您好')
  granted(await browser.emitWithAck('call:watch', { callId: 'c1' }))
  const revisions = async (utteranceId: string, texts: readonly string[]): Promise<void> => {
    for (const [index, text] of texts.entries()) {
      const shown = new Promise<void>((resolve) => void browser.on('utterance:heard', (_call, heard) => heard.text === text && resolve()))
      await server.hear(spoken('agent', text, { utteranceId, revision: index + 1, final: index === texts.length - 1, startMs: 60_000, endMs: 62_000 }))
      await shown
    }
  }
  await revisions('kept', ['这个不归我管您去', '这个不归我管您去问问', '这个不归我管您去问问店里'])
  await revisions('gone', ['这个不归我管您去', '这个不贵您放心'])
  const { rules: all } = await rules()
  expect(all.find(({ id }) => id === 'tw01')).toMatchObject({ raised: 1, heardEarly: 2, takenBack: 1, interims: 3 })
})
