import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CalibrationView, EvaluationRow, EvaluationView, ItemAnswer, SampledCall, SamplingPlan } from '../../server/protocol.ts'
import { demoPeople } from '../../server/identity/demo.ts'
import { dispute } from '../../server/quality/disputes.ts'
import { openSimpleStore } from '../../server/store/store.ts'
import { ask, endedCall, post } from '../support/ended-call.ts'
import { type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer
let lead: string
let supervisor: string
beforeEach(async () => {
  server = await testServer()
  lead = await server.signIn('demo-qa-lead')
  supervisor = await server.signIn('demo-supervisor')
})
afterEach(async () => {
  await server.stop()
})

const dayMs = 86_400_000
const begin = (callId = 'c1', cookie = lead, more: object = {}) => post<EvaluationView>(server, '/api/quality/evaluations', { callId, scorecard: 'hotline-call', ...more }, cookie)
const item = ({ sections }: EvaluationView, id: string) => sections.flatMap(({ items }) => items).find((each) => each.id === id)
const answer = (id: string, what: string, given: ItemAnswer, reason = '', cookie = lead) => post<EvaluationView>(server, `/api/quality/evaluations/${id}/items/${what}`, { answer: given, reason }, cookie, 'PUT')
const publish = (id: string, cookie = lead) => post<EvaluationView>(server, `/api/quality/evaluations/${id}/publish`, { summary: '先安抚再办事' }, cookie)

/** Answers everything that is open, and publishes. */
async function published(callId = 'c1', cookie = lead, more: object = {}): Promise<EvaluationView> {
  const evaluation = await begin(callId, cookie, more)
  for (const { id, answer: given } of evaluation.sections.flatMap(({ items }) => items)) if (given === null) await answer(evaluation.id, id, 'met', '', cookie)
  return publish(evaluation.id, cookie)
}

describe('An evaluation', () => {
  test('is filled in by the engine, with the words and the second as evidence', async () => {
    await endedCall(server, 'c1', [['caller', '修了3次了'], ['agent', '这事不归我管']])
    const evaluation = await begin()
    expect(evaluation).toMatchObject({ status: 'draft', agent: { name: '李敏' }, score: null, failed: false, may: { edit: true } })
    expect(item(evaluation, 'wording')).toMatchObject({ proposed: 'missed', answer: 'missed', evidence: [{ quote: '这事不归我管', atMs: 3_000, text: { zh: 'shirking，没补救' } }] })
    expect(item(evaluation, 'insult-or-threat')).toMatchObject({ proposed: 'met', autoFail: true })
    expect(item(evaluation, 'empathy')).toMatchObject({ proposed: 'not applicable' })
    expect(item(evaluation, 'understanding')).toMatchObject({ proposed: null, answer: null })
  })

  test('a fault made good is partly met, a dismissed one none', async () => {
    await endedCall(server, 'c1', [['agent', '这事不归我管'], ['agent', '我来处理']])
    expect(item(await begin(), 'wording')).toMatchObject({ proposed: 'partly' })
  })

  test('takes another answer than the proposed one only with a reason', async () => {
    await endedCall(server, 'c1', [['agent', '这事不归我管']])
    const { id } = await begin()
    await expect(answer(id, 'wording', 'met')).rejects.toThrow('say why')
    expect(item(await answer(id, 'wording', 'met', '在复述用户的话'), 'wording')).toMatchObject({ answer: 'met', reason: '在复述用户的话' })
    await expect(answer(id, 'understanding', 'not applicable')).rejects.toThrow('always applies')
    await expect(answer(id, 'no-such-item', 'met')).rejects.toThrow('no item')
  })

  test('scores the weighted items that apply, and nothing when an item that fails the call is missed', async () => {
    await endedCall(server, 'c1', [['agent', '这事不归我管']])
    const { id } = await begin()
    await expect(publish(id)).rejects.toThrow('not answered yet')
    for (const what of ['opening', 'understanding', 'script', 'answer-correct', 'promises', 'holding', 'closing']) {
      const { sections } = await begin()
      const current = sections.flatMap(({ items }) => items).find((each) => each.id === what)
      await answer(id, what, what === 'understanding' ? 'partly' : what === 'promises' || what === 'holding' ? 'not applicable' : 'met', current?.answer === null ? '' : '听过了')
    }
    // 10 opening + 5 of 10 understanding + 20 script + 15 correct + 0 of 10 wording + 5 closing, of 70 that apply.
    expect(await begin()).toMatchObject({ score: 78.6, failed: false, passed: false })
    expect(await answer(id, 'disclosure', 'missed', '说了同事的电话')).toMatchObject({ score: 0, failed: true, passed: false })
  })

  test('belongs to its evaluator until it is published, and to nobody after', async () => {
    await endedCall(server, 'c1', [['agent', '您好']])
    const { id } = await begin()
    await expect(answer(id, 'understanding', 'met', '', supervisor)).rejects.toThrow('403')
    await published()
    await expect(answer(id, 'understanding', 'missed')).rejects.toThrow('published')
  })

  test('is not for a call on the line, one’s own call, or another team’s', async () => {
    await post(server, '/api/calls', { callId: 'live', agent: '1001' })
    await expect(begin('live')).rejects.toThrow('still on the line')
    await endedCall(server, 'c2', [['agent', '您好']], '1002')
    await expect(begin('c2', supervisor)).rejects.toThrow('403')
    await endedCall(server, 'c1', [['agent', '您好']])
    await expect(begin('c1', await server.signIn('demo-agent'))).rejects.toThrow('your own call')
    await expect(begin('nowhere')).rejects.toThrow('404')
  })
})

describe('The agent answers', () => {
  test('sees only published evaluations of own calls, and acknowledges one', async () => {
    await endedCall(server, 'c1', [['agent', '您好']])
    const agent = await server.signIn('demo-agent')
    const { id } = await begin()
    expect(await ask(server, '/api/my/evaluations', agent)).toEqual([])
    await published()
    expect(await ask<readonly EvaluationRow[]>(server, '/api/my/evaluations', agent)).toMatchObject([{ id, status: 'published', evaluator: '刘洋' }])
    await expect(ask(server, `/api/my/evaluations/${id}`, await server.signIn('demo-agent-2'))).rejects.toThrow('404')
    expect(await post<EvaluationView>(server, `/api/my/evaluations/${id}/acknowledge`, undefined, agent)).toMatchObject({ status: 'acknowledged', may: { answer: false } })
  })

  test('disputes within a week, and a second reviewer settles it', async () => {
    await endedCall(server, 'c1', [['agent', '这事不归我管']])
    const agent = await server.signIn('demo-agent')
    const { id, score } = await published()
    expect(await post<EvaluationView>(server, `/api/my/evaluations/${id}/dispute`, { items: ['wording'], reason: '我在复述用户的话' }, agent)).toMatchObject({ status: 'disputed', dispute: { reason: '我在复述用户的话', ruling: null } })
    const ruling = { ruling: 'changed', note: '确实是复述', changes: [{ item: 'wording', answer: 'met', reason: '复述用户原话' }] }
    await expect(post(server, `/api/quality/evaluations/${id}/settle`, ruling, lead)).rejects.toThrow('second reviewer')
    await expect(post(server, `/api/quality/evaluations/${id}/settle`, { ...ruling, changes: [] }, supervisor)).rejects.toThrow('which items change')
    const settled = await post<EvaluationView>(server, `/api/quality/evaluations/${id}/settle`, ruling, supervisor)
    expect(settled).toMatchObject({ status: 'settled', dispute: { ruling: 'changed', reviewer: '王芳', scoreBefore: score }, log: [{ action: 'created' }, { action: 'published' }, { action: 'disputed' }, { action: 'settled', by: '王芳' }] })
    expect(settled.score).toBeGreaterThan(score ?? 100)
    await expect(post(server, `/api/quality/evaluations/${id}/settle`, ruling, supervisor)).rejects.toThrow('no open dispute')
  })

  test('cannot dispute after the deadline', async () => {
    await endedCall(server, 'c1', [['agent', '您好']])
    const { id, dueAt } = await published()
    expect(dueAt).toBe(server.clock.now() + 7 * dayMs)
    const store = await openSimpleStore(server.databaseUrl)
    const agent = demoPeople({ agentName: '李敏', agentNumber: '1001' })[0]
    if (!agent) throw new Error('the demo has nobody')
    await expect(dispute(store.database, agent, id, { items: ['wording'], reason: '不对' }, (dueAt ?? 0) + 1)).rejects.toThrow('time for a dispute is over')
    await dispute(store.database, agent, id, { items: ['wording'], reason: '不对' }, dueAt ?? 0)
    await store.close()
  })
})

describe('Sampling', () => {
  const plan = async (kind: string, size: number): Promise<string> => (await post<readonly SamplingPlan[]>(server, '/api/quality/plans', { name: kind, kind, size, days: 30, team: null, scorecard: 'hotline-call' }, lead)).at(-1)?.id ?? ''
  const draw = async (id: string): Promise<number> => (await post<{ readonly drawn: number }>(server, `/api/quality/plans/${id}/draw`, undefined, lead)).drawn
  const sampled = () => ask<readonly SampledCall[]>(server, '/api/quality/sampled', lead)

  test('by risk draws the calls with the worst words, and no call twice', async () => {
    await endedCall(server, 'good', [['agent', '您好']])
    await endedCall(server, 'bad', [['agent', '这事不归我管']])
    await endedCall(server, 'mended', [['agent', '这事不归我管'], ['agent', '我来处理']])
    const id = await plan('risk', 2)
    expect(await draw(id)).toBe(2)
    expect((await sampled()).map(({ callId, open }) => [callId, open])).toEqual([['bad', 1], ['mended', 0]])
    expect(await draw(id)).toBe(1)
    expect(await draw(id)).toBe(0)
  })

  test('by quota draws so many calls of each agent and no more', async () => {
    for (const [number, agent] of ['1001', '1001', '1001', '1002'].entries()) await endedCall(server, `c${String(number)}`, [['agent', '您好']], agent)
    const id = await plan('quota', 2)
    expect(await draw(id)).toBe(3)
    expect((await sampled()).filter(({ agent }) => agent.id === 'demo-agent')).toHaveLength(2)
    expect(await draw(id)).toBe(0)
  })

  test('at random leaves out what is evaluated already, and an evaluation takes a call off the list', async () => {
    await endedCall(server, 'c1', [['agent', '您好']])
    await published('c1')
    await endedCall(server, 'c2', [['agent', '您好']])
    const id = await plan('random', 10)
    expect(await draw(id)).toBe(1)
    await published('c2', lead, { planId: id })
    expect(await sampled()).toEqual([])
    expect(await ask<readonly SamplingPlan[]>(server, '/api/quality/plans', lead)).toMatchObject([{ drawn: 1, waiting: 0 }])
  })
})

test('a calibration hides the answers of others until one’s own are published, then shows where they differ', async () => {
  await endedCall(server, 'c1', [['agent', '这事不归我管']])
  const { id: calibrationId } = await post<CalibrationView>(server, '/api/quality/calibrations', { callId: 'c1', scorecard: 'hotline-call', title: '十一月校准' }, lead)
  await published('c1', lead, { calibrationId })
  const theirs = await begin('c1', supervisor, { calibrationId })
  expect(await ask<CalibrationView>(server, `/api/quality/calibrations/${calibrationId}`, supervisor)).toMatchObject({ hidden: true, items: [], published: 1 })
  await answer(theirs.id, 'understanding', 'missed', '', supervisor)
  await answer(theirs.id, 'wording', 'partly', '后面补了半句', supervisor)
  await published('c1', supervisor, { calibrationId })
  const view = await ask<CalibrationView>(server, `/api/quality/calibrations/${calibrationId}`, supervisor)
  expect(view.evaluations.map(({ evaluator }) => evaluator)).toEqual(['刘洋', '王芳'])
  expect(view.items.filter(({ differs }) => differs).map(({ id, answers }) => [id, answers])).toEqual([['understanding', ['met', 'missed']], ['wording', ['missed', 'partly']]])
  expect(view.alpha).toBeLessThan(1)
  expect(await ask(server, '/api/my/evaluations', await server.signIn('demo-agent'))).toEqual([])
  await post(server, `/api/quality/calibrations/${calibrationId}/close`, undefined, lead)
  await expect(begin('c1', lead, { calibrationId })).rejects.toThrow('closed')
})
