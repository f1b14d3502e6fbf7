import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scorecard } from '../../server/library/scorecards.ts'
import { libraryRoot } from '../../server/library/root.ts'
import type { DraftItem, DraftSummary, DraftView, EvaluationView, PublicationView, ScorecardView } from '../../server/protocol.ts'
import { ask, endedCall, post } from '../support/ended-call.ts'
import { type TestServer, testServer } from '../support/test-server.ts'

let folder: string
let server: TestServer
let lead: string
let second: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunline-cards-'))
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const drafts = '/api/authoring/drafts'
const signIn = async (): Promise<void> => {
  lead = await server.signIn('demo-qa-lead')
  second = await server.signIn('demo-qa-lead-2')
}
const newDraft = async (): Promise<string> => (await post<DraftSummary>(server, drafts, { title: '改评分表' }, lead)).id
const card = async (draft: string, id = 'hotline-call'): Promise<Scorecard> => (await ask<DraftItem>(server, `${drafts}/${draft}/item?kind=scorecard&id=${id}`, lead)).value as Scorecard
const write = (draft: string, value: Scorecard | null, id = value?.id) => post<DraftView>(server, `${drafts}/${draft}/item`, { kind: 'scorecard', id, value, category: null }, lead, 'PUT')
const publish = async (draft: string): Promise<void> => {
  await post(server, `${drafts}/${draft}/submit`, undefined, lead)
  await post(server, `${drafts}/${draft}/decide`, { approved: true, note: '' }, second)
  await post(server, `${drafts}/${draft}/publish`, { at: null }, lead)
}
const evaluate = (callId: string, scorecard = 'hotline-call') => post<EvaluationView>(server, '/api/quality/evaluations', { callId, scorecard }, lead)
const itemIds = ({ sections }: Pick<EvaluationView, 'sections'>): readonly string[] => sections.flatMap(({ items }) => items.map(({ id }) => id))
const scorecards = async (): Promise<readonly string[]> => (await ask<readonly ScorecardView[]>(server, '/api/quality/scorecards', lead)).map(({ id, items, passScore }) => `${id} ${String(items)} ${String(passScore)}`)

/** The card with a heavier opening, the closing gone, its other items the other way round, and an item of its own. */
const changed = (given: Scorecard): Scorecard => ({
  ...given,
  pass_score: 85,
  sections: [
    ...given.sections.filter(({ title }) => title.en !== 'Closing').map((section) => ({ ...section, items: section.items.toReversed().map((item) => (item.id === 'opening' ? { ...item, weight: 12 } : item)) })),
    { title: { zh: '加分', en: 'Extra' }, items: [{ id: 'tip', label: { zh: '多教一招', en: 'Teaches a trick' }, guide: { zh: '顺手教用户一个窍门', en: 'A useful hint beyond the matter' }, weight: 3 }] },
  ],
})

describe('Scenario: a scorecard is changed on screen', () => {
  beforeAll(async () => {
    cpSync(libraryRoot, join(folder, 'words'), { recursive: true })
    server = await testServer({ words: join(folder, 'words') })
    await signIn()
    await endedCall(server, 'c1', [['caller', '修了3次了'], ['agent', '您好，我来处理']])
    await endedCall(server, 'c2', [['caller', '修了3次了'], ['agent', '您好，我来处理']])
  })

  it('what differs is said by item; calls hear nothing of it, so no trial is asked for', async () => {
    const draft = await newDraft()
    const view = await write(draft, changed(await card(draft)))
    expect(view.faults).toEqual([])
    expect(view.diffs.map(({ path }) => path)).toEqual(['scorecards/hotline-call.yaml'])
    expect(view.changes.map(({ kind, id, change, fields }) => [kind, id, change, fields.map(({ label }) => label.zh)])).toEqual([
      ['scorecard', 'hotline-call', 'changed', ['多少分合格', '段落', '先后', '开场白完整：分值', '收尾完整', '多教一招']],
    ])
    expect(view.heardInCalls).toBe(false)
    expect(view.obstacles.map(({ en }) => en)).toEqual(['somebody else than the author must approve'])
    expect(await card(draft)).toEqual(changed(await card(await newDraft())))
    await post(server, `${drafts}/${draft}/discard`, undefined, lead)
  })

  it('published, it holds for evaluations that begin from now on; those of before keep theirs; rolled back, the old one holds again', async () => {
    const before = await evaluate('c1')
    const draft = await newDraft()
    await write(draft, changed(await card(draft)))
    await publish(draft)
    expect(await scorecards()).toEqual(['complaint-call 8 85', 'hotline-call 12 85'])
    expect(itemIds(await ask<EvaluationView>(server, `/api/quality/evaluations/${before.id}`, lead))).toEqual(itemIds(before))
    expect(itemIds(before)).not.toContain('tip')
    expect(itemIds(await evaluate('c2'))).toContain('tip')
    const history = await ask<readonly PublicationView[]>(server, '/api/authoring/publications', lead)
    await post(server, '/api/authoring/rollback', { version: history[1]?.version }, lead)
    expect(await scorecards()).toEqual(['complaint-call 8 85', 'hotline-call 12 80'])
  })

  it('a calibration is judged by one card, though it was changed in between', async () => {
    const { id: calibrationId } = await post<{ readonly id: string }>(server, '/api/quality/calibrations', { callId: 'c1', scorecard: 'hotline-call', title: '一起评' }, lead)
    const judged = (cookie: string) => post<EvaluationView>(server, '/api/quality/evaluations', { callId: 'c1', scorecard: 'hotline-call', calibrationId }, cookie)
    const first = await judged(lead)
    const draft = await newDraft()
    await write(draft, changed(await card(draft)))
    await publish(draft)
    expect(itemIds(await judged(second))).toEqual(itemIds(first))
  })

  it('another card begins as a copy, and one can be removed', async () => {
    const draft = await newDraft()
    const copy = { ...(await card(draft, 'complaint-call')), id: 'callback-call', title: { zh: '回访评分表', en: 'Callback' } }
    await write(draft, copy)
    const view = await write(draft, null, 'complaint-call')
    expect(view.changes.map(({ id, change }) => `${change} ${id}`).toSorted()).toEqual(['added callback-call', 'removed complaint-call'])
    await publish(draft)
    expect((await scorecards()).map((each) => each.split(' ')[0])).toEqual(['callback-call', 'hotline-call'])
  })

  it('a fault names file and line in both languages, and cannot be handed on', async () => {
    const draft = await newDraft()
    const given = await card(draft)
    const [first, ...others] = given.sections
    const faulty: Scorecard = { ...given, sections: [{ title: { zh: '开场', en: 'Opening' }, items: (first?.items ?? []).map((item) => ({ ...item, prefill: { conventions: ['smile'] } })) }, ...others] }
    const { faults } = await write(draft, faulty)
    expect(faults.map(({ file, line, message, zh }) => ({ file, line, message, zh }))).toEqual([{ file: 'scorecards/hotline-call.yaml', line: 7, message: 'opening: there is no convention "smile"', zh: 'opening：没有惯例“smile”' }])
    const answer = await server.app.http.inject({ method: 'POST', url: `${drafts}/${draft}/submit`, headers: { cookie: lead } })
    expect(answer.statusCode).toBe(400)
    const emptied = await write(draft, { ...given, sections: given.sections.map((section, at) => (at === 0 ? { ...section, items: [] } : section)) })
    expect(emptied.faults.map(({ line, zh }) => [line, zh])).toEqual([[6, 'sections › 0 › items：至少要有 1 条']])
    expect((await write(draft, given)).faults).toEqual([])
  })
})

describe('Scenario: a database from when scorecards were no part of a version', () => {
  const words = (): string => join(folder, 'older')
  beforeAll(async () => {
    await server.stop()
    cpSync(libraryRoot, words(), { recursive: true })
    rmSync(join(words(), 'scorecards'), { recursive: true })
    server = await testServer({ words: words() })
    await signIn()
  })

  it('what was published on screen stays in use; its evaluations take the scorecards of the program', async () => {
    const draft = await newDraft()
    await post(server, `${drafts}/${draft}/item`, { kind: 'rule', id: 'tst01', value: { id: 'tst01', name: '蓝皮本子', severity: 'warn', why: '内部叫法', say_instead: '我说的是您那台蓝色的电脑', phrases: ['蓝皮本子'] }, category: '推诿' }, lead, 'PUT')
    await post(server, `${drafts}/${draft}/blast`, { calls: 10, fromAt: null, toAt: null }, lead)
    while ((await ask<DraftView>(server, `${drafts}/${draft}`, lead)).blast?.status === 'running');
    await publish(draft)
    const [inUse] = await ask<readonly PublicationView[]>(server, '/api/authoring/publications', lead)
    cpSync(join(libraryRoot, 'scorecards'), join(words(), 'scorecards'), { recursive: true })
    server = await server.restart()
    await signIn()
    const history = await ask<readonly PublicationView[]>(server, '/api/authoring/publications', lead)
    expect(history.map(({ kind, state, version }) => [kind, state, version])).toEqual([['draft', 'in use', inUse?.version], ['files', 'past', history[1]?.version]])
    expect(await scorecards()).toEqual(['complaint-call 8 85', 'hotline-call 12 80'])
  })

  it('the first change of one brings the others along', async () => {
    const draft = await newDraft()
    const view = await write(draft, { ...(await card(draft)), pass_score: 90 })
    expect(view.diffs.map(({ path }) => path)).toEqual(['scorecards/hotline-call.yaml'])
    await publish(draft)
    expect(await scorecards()).toEqual(['complaint-call 8 85', 'hotline-call 12 90'])
  })
})
