import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CallView, Guidance, Utterance, WarningBoard } from '../../server/protocol.ts'
import { type Browser, granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

const repairs = 'repeated-repairs-wants-replacement'
let server: TestServer
let browser: Browser
beforeEach(async () => {
  server = await testServer()
  browser = await server.browser()
})
afterEach(async () => {
  await server.stop()
})

const next = <T>(event: 'utterance:heard' | 'guidance:changed' | 'warning:changed' | 'cue:raised' | 'context:changed', take: (...args: never[]) => T): Promise<T> =>
  new Promise((resolve) => {
    browser.once(event, ((...args: never[]) => resolve(take(...args))) as never)
  })
const watch = async (callId = 'c1'): Promise<CallView> => granted(await browser.emitWithAck('call:watch', { callId }))
const place = ({ guidance }: CallView): string => guidance.stack.map(({ flow, step }) => `${flow}/${step}`).join(' > ')
const inScenario = async (): Promise<CallView> => {
  await server.hear(spoken('caller', '修了3次了'))
  granted(await browser.emitWithAck('scenario:choose', { callId: 'c1', scenario: repairs }))
  return watch()
}

test('the first words of an unknown call open it at the greeting', async () => {
  expect(await server.hear(spoken('caller', '喂'))).toEqual({ result: 'accepted' })
  const view = await watch()
  expect(place(view)).toBe('hotline-opening/answer-fast')
  expect(view).toMatchObject({ id: 'c1', status: 'live', agent: '李敏', libraryVersion: 'fake-1' })
  expect(view.utterances).toMatchObject([{ id: 'caller-1', text: '喂', final: true }])
})

test('speech moves the step on when every key point is said', async () => {
  await server.hear(spoken('caller', '喂'))
  await watch()
  const guidance = next('guidance:changed', (_id: string, _seq: number, each: Guidance) => each)
  await server.hear(spoken('agent', '您好'))
  expect(await guidance).toMatchObject({ seq: 1, place: { flow: 'hotline-opening', step: 'greet', number: 3, total: 4 }, because: { zh: '我说过了' } })
})

test('one utterance that says two steps takes both', async () => {
  await server.hear(spoken('agent', '您好，阳光李敏为您服务'))
  expect(place(await watch())).toBe('hotline-opening/invite')
})

test('interim speech shows marks, key points and a provisional warning, and stores nothing', async () => {
  await server.hear(spoken('caller', '喂'))
  await watch()
  const heard = next('utterance:heard', (_id: string, each: Utterance) => each)
  const warned = next('warning:changed', (_id: string, each: WarningBoard) => each)
  const guided = next('guidance:changed', (_id: string, _seq: number, each: Guidance) => each)
  await server.hear(spoken('agent', '您好这事不归我管的吧', { final: false }))
  expect(await heard).toMatchObject({ final: false, marks: [{ kind: 'forbidden', start: 4, end: 8, of: 'not-mine', severity: 'block' }, { kind: 'point' }] })
  expect(await warned).toMatchObject({ current: { state: 'provisional', match: '不归我管', sayInstead: '我来处理' }, open: 1 })
  expect(await guided).toMatchObject({ seq: 0, points: [{ said: true, heard: '您好' }] })
  server = await server.restart()
  browser = await server.browser()
  const view = await watch()
  expect(view.utterances.map(({ id }) => id)).toEqual(['caller-1'])
  expect(view.warnings.all).toEqual([])
})

test('a provisional warning is retracted when the recogniser changes its mind', async () => {
  await server.hear(spoken('caller', '喂'))
  await watch()
  const provisional = next('warning:changed', (_id: string, each: WarningBoard) => each)
  await server.hear(spoken('agent', '不归我管的吧', { final: false }))
  expect(await provisional).toMatchObject({ open: 1 })
  const warned = next('warning:changed', (_id: string, each: WarningBoard) => each)
  await server.hear(spoken('agent', '不贵', { final: false, revision: 2 }))
  expect(await warned).toMatchObject({ current: null, open: 0, all: [{ state: 'retracted' }] })
})

test('a firm warning leaves when its repair is heard', async () => {
  await server.hear(spoken('agent', '这不归我管', { utteranceId: 'a1' }))
  expect((await watch()).warnings.current).toMatchObject({ id: 'a1/not-mine/0', state: 'firm' })
  await server.hear(spoken('agent', '这事我来处理', { utteranceId: 'a2', startMs: 2_000, endMs: 3_000 }))
  expect((await watch()).warnings).toMatchObject({ current: null, open: 0, repaired: 1 })
})

test('a repair after three more turns is too late', async () => {
  await server.hear(spoken('agent', '这不归我管', { utteranceId: 'a1' }))
  for (const turn of [1, 2, 3]) await server.hear(spoken('agent', '嗯', { utteranceId: `b${String(turn)}`, startMs: turn * 1_000, endMs: turn * 1_000 }))
  await server.hear(spoken('agent', '这事我来处理', { utteranceId: 'c', startMs: 9_000, endMs: 9_000 }))
  expect((await watch()).warnings).toMatchObject({ current: null, open: 1, repaired: 0 })
})

test('a revised final takes back the warning that it no longer contains', async () => {
  await server.hear(spoken('agent', '不归我管'))
  await server.hear(spoken('agent', '不贵', { revision: 2 }))
  const view = await watch()
  expect(view.warnings.all).toMatchObject([{ state: 'retracted' }])
  expect(view.utterances).toMatchObject([{ text: '不贵' }])
})

test('the scenario is suggested, chosen, and its facts fill in from speech', async () => {
  await server.hear(spoken('caller', '修了3次了'))
  expect((await watch()).suggestions).toMatchObject([{ scenario: repairs, words: ['修了'] }])
  granted(await browser.emitWithAck('scenario:choose', { callId: 'c1', scenario: repairs }))
  const view = await watch()
  expect(place(view)).toBe(`${repairs}/apologize-and-empathize`)
  expect(view.suggestions).toEqual([])
  expect(view.facts.find(({ id }) => id === 'repairCount')).toMatchObject({ value: 3, origin: 'heard', shown: { zh: '3 次', en: '3 times' } })
})

test('what the agent typed is not overwritten by what is heard', async () => {
  await inScenario()
  granted(await browser.emitWithAck('fact:record', { callId: 'c1', fact: 'repairCount', value: 4 }))
  await server.hear(spoken('caller', '修了5次', { utteranceId: 'c2' }))
  expect((await watch()).facts.find(({ id }) => id === 'repairCount')).toMatchObject({ value: 4, origin: 'agent' })
})

test('a plain reaction moves the step; a doubtful one is only marked', async () => {
  await inScenario()
  await server.hear(spoken('caller', '老是小毛病吧', { utteranceId: 'c2' }))
  const marked = await watch()
  expect(place(marked)).toBe(`${repairs}/apologize-and-empathize`)
  expect(marked.guidance.reactions.find(({ id }) => id === 'caller fed up with small faults')).toMatchObject({ heard: '小毛病' })
  await server.hear(spoken('caller', '老是小毛病', { utteranceId: 'c3' }))
  expect(place(await watch())).toBe(`${repairs}/commit-responsibility`)
})

test('smoke preempts everything at once; a supervisor is only offered', async () => {
  await inScenario()
  await server.hear(spoken('caller', '找你们主管', { utteranceId: 'c2' }))
  const offered = await watch()
  expect(offered.guidance.reactions.at(-1)).toMatchObject({ id: 'caller asks for a supervisor', heard: '找你们主管' })
  await server.hear(spoken('caller', '机器冒烟了', { utteranceId: 'c3' }))
  const view = await watch()
  expect(view.guidance.stack).toMatchObject([{ flow: 'crisis-safety-hazard' }])
  expect(view.cues.map(({ id }) => id)).toEqual(['supervisor', 'smoke'])
})

test('anger rises and fades by turns', async () => {
  await server.hear(spoken('caller', '气死我了', { utteranceId: 'c1' }))
  await server.hear(spoken('caller', '算了', { utteranceId: 'c2', startMs: 5_000, endMs: 6_000 }))
  expect((await watch()).anger).toEqual([{ atMs: 0, level: 0.6 }, { atMs: 5_000, level: 0.3 }])
})

test('an interruption resumes at the exact step with a bridge sentence', async () => {
  const { guidance } = await inScenario()
  granted(await browser.emitWithAck('call:hold', { callId: 'c1' }))
  const held = await watch()
  expect(held).toMatchObject({ status: 'held', guidance: { place: { flow: 'on-hold', interruption: true } } })
  granted(await browser.emitWithAck('call:retrieve', { callId: 'c1' }))
  const back = await watch()
  granted(await browser.emitWithAck('reaction:report', { callId: 'c1', seq: back.guidance.seq, reaction: 'agent said it' }))
  const resumed = await watch()
  expect(resumed.guidance.stack).toEqual(guidance.stack)
  expect(resumed.guidance.bridge).toMatchObject({ parts: [{ text: 'common：resume-bridge' }] })
})

test('going back undoes a move, with its scenario, and key points start anew', async () => {
  await inScenario()
  granted(await browser.emitWithAck('step:correct', { callId: 'c1' }))
  const back = await watch()
  expect(place(back)).toBe('hotline-opening/answer-fast')
  expect(back.scenario).toBeNull()
  await server.hear(spoken('agent', '您好', { utteranceId: 'a9' }))
  granted(await browser.emitWithAck('step:correct', { callId: 'c1' }))
  expect(await watch()).toMatchObject({ guidance: { place: { step: 'answer-fast' }, points: [{ said: false }] } })
})

test('a call is ended and wrapped up with its summary', async () => {
  await inScenario()
  await server.hear(spoken('agent', '对不起，我今天下午五点前给您回电话。', { utteranceId: 'a1', startMs: 60_000, endMs: 62_000 }))
  const draft = granted(await browser.emitWithAck('call:end', { callId: 'c1' }))
  expect(draft).toMatchObject({
    scenario: { zh: repairs },
    facts: [{ id: 'repairCount', value: 3 }],
    promises: [{ text: '对不起，我今天下午五点前给您回电话。', atMs: 0 }],
    dispositions: [{ id: 'solved' }],
  })
  expect(draft.steps.map(({ step }) => step)).toEqual(['answer-fast', 'apologize-and-empathize', 'commit-responsibility'])
  expect(draft.summary).toContain('承诺：对不起，我今天下午五点前给您回电话')
  granted(await browser.emitWithAck('wrapup:submit', { callId: 'c1', disposition: 'solved', notes: '已安抚' }))
  expect(await watch()).toMatchObject({ status: 'closed' })
  expect(granted(await browser.emitWithAck('calls:list'))).toEqual([])
  expect(await server.hear(spoken('caller', '喂', { utteranceId: 'late' }))).toMatchObject({ result: 'error', error: 'call ended' })
})

test('the start page is told of new calls, once it has asked for the list', async () => {
  granted(await browser.emitWithAck('calls:list'))
  const assigned = new Promise((resolve) => browser.once('call:assigned', resolve))
  await server.hear(spoken('caller', '喂'))
  expect(await assigned).toMatchObject({ id: 'c1', status: 'live' })
})
