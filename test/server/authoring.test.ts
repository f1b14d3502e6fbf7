import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallView, DraftItem, DraftSummary, DraftView, PublicationView, TriedView } from '../../server/protocol.ts'
import { askAuthoring, authoringServer } from '../support/authoring-server.ts'
import { granted, spoken, type TestServer } from '../support/test-server.ts'

const rule = { id: 'tst01', name: '蓝皮本子', severity: 'warn', why: '内部叫法', say_instead: '我说的是您那台蓝色的电脑', phrases: ['蓝皮本子'] }

describe('Scenario: the words are changed without fear', () => {
  let server: TestServer
  let lead: string
  let other: string
  beforeAll(async () => {
    server = await authoringServer()
    lead = await server.signIn('demo-qa-lead')
    other = await server.signIn('demo-agent')
  })
  afterAll(() => server.stop())

  const ask = <T>(method: 'GET' | 'POST' | 'PUT', url: string, payload: object | undefined, cookie: string) => askAuthoring<T>(server, method, url, payload, cookie)
  const newDraft = async (): Promise<string> => (await ask<DraftSummary>('POST', '/drafts', { title: '不说内部叫法' }, lead)).body.id
  const withRule = async (id: string): Promise<DraftView> => (await ask<DraftView>('PUT', `/drafts/${id}/item`, { kind: 'rule', id: 'tst01', value: rule, category: '推诿' }, lead)).body
  const tried = async (id: string): Promise<DraftView> => {
    await ask('POST', `/drafts/${id}/blast`, { calls: 100, fromAt: null, toAt: null }, lead)
    for (;;) {
      const { body } = await ask<DraftView>('GET', `/drafts/${id}`, undefined, lead)
      if (body.blast?.status !== 'running') return body
    }
  }
  const warned = async (callId: string): Promise<readonly string[]> => {
    const browser = await server.browser()
    const view = granted(await browser.emitWithAck('call:watch', { callId })) as CallView
    return view.warnings.all.map(({ rule: id }) => id)
  }
  const say = (callId: string, utteranceId: string, text: string) => server.hear(spoken('agent', text, { callId, utteranceId }))

  it('a rule is drafted, tried, approved by a second person, published, and taken back', async () => {
    await say('old', 'a1', '您那台蓝皮本子还在保修期里')
    const id = await newDraft()
    const changed = await withRule(id)
    expect(changed.faults).toEqual([])
    expect(changed.changes.map(({ kind, id: changedId, change }) => [kind, changedId, change])).toEqual([['rule', 'tst01', 'added']])
    expect(changed.diffs.map(({ path }) => path)).toEqual(['wording/passing-the-buck.yaml'])
    expect(changed.obstacles.map(({ en }) => en)).toEqual(['somebody else than the author must approve', 'try it on stored calls first, as it stands now'])

    const { body: compared } = await ask<TriedView>('POST', `/drafts/${id}/try`, { text: '那台蓝皮本子我看到记录了', speaker: 'agent', scenario: null }, lead)
    expect(compared.published.findings).toEqual([])
    expect(compared.draft.findings.map(({ rule: found, match }) => [found, match])).toEqual([['tst01', '蓝皮本子']])

    await ask('POST', `/drafts/${id}/submit`, undefined, lead)
    expect(await ask('POST', `/drafts/${id}/decide`, { approved: true, note: '' }, other)).toMatchObject({ status: 409, body: { message: 'try it on stored calls first, as it stands now', zh: '先用历史通话试跑这份草稿' } })
    expect((await tried(id)).blast?.status).toBe('done')
    expect(await ask('POST', `/drafts/${id}/decide`, { approved: true, note: '' }, lead)).toMatchObject({ status: 409, body: { message: 'somebody else than the author must approve' } })
    expect((await ask('POST', `/drafts/${id}/decide`, { approved: true, note: '好' }, other)).status).toBe(200)
    expect((await ask('POST', `/drafts/${id}/publish`, { at: null }, lead)).status).toBe(200)

    await say('old', 'a2', '您的蓝皮本子还在保修期里')
    await say('new', 'a1', '您的蓝皮本子还在保修期里')
    expect(await warned('old')).toEqual([])
    expect(await warned('new')).toEqual(['tst01'])

    const { body: before } = await ask<readonly PublicationView[]>('GET', '/publications', undefined, lead)
    expect(before.map(({ kind, state, approverName }) => [kind, state, approverName])).toEqual([['draft', 'in use', '李敏'], ['files', 'past', null]])
    expect((await ask('POST', '/rollback', { version: before[1]?.version }, lead)).status).toBe(200)
    await say('newer', 'a1', '您的蓝皮本子还在保修期里')
    expect(await warned('newer')).toEqual([])
  })

  it('a sentence is changed where it stands; comments and everything else stay', async () => {
    const id = await newDraft()
    const { body: item } = await ask<DraftItem>('GET', `/drafts/${id}/item?kind=phrase&id=angry-caller/accept-and-apologise`, undefined, lead)
    expect(item.path).toBe('scenarios/emotion/angry-caller.yaml')
    const { body } = await ask<DraftView>('PUT', `/drafts/${id}/item`, { kind: 'phrase', id: item.id, value: { ...(item.value as object), say: '对不起，让您受委屈了，我来给您办。' }, category: null }, lead)
    expect(body.faults).toEqual([])
    expect(body.changes.map(({ kind, id: changedId }) => [kind, changedId])).toEqual([['phrase', 'angry-caller/accept-and-apologise']])
    expect(body.diffs[0]?.diff.split('\n').filter((line) => line.startsWith('+') && !line.startsWith('+++'))).toEqual(['+    say: 对不起，让您受委屈了，我来给您办。'])
  })

  it('a draft with a fault says where, and cannot be handed on', async () => {
    const id = await newDraft()
    const { body } = await ask<DraftView>('PUT', `/drafts/${id}/item`, { kind: 'rule', id: 'tst02', value: { ...rule, id: 'tst02', phrases: undefined, patterns: ['(蓝皮'] }, category: '推诿' }, lead)
    expect(body.faults[0]).toMatchObject({ file: 'wording/passing-the-buck.yaml' })
    expect(body.faults[0]?.message).toContain('tst02')
    expect(body.faults[0]?.zh).toBe('规则 tst02，patterns[0]：“(蓝皮”第 1 个字：“(”没有收尾')
    expect(await ask('POST', `/drafts/${id}/submit`, undefined, lead)).toMatchObject({ status: 400, body: { message: expect.stringContaining('wording/passing-the-buck.yaml:') as string, zh: expect.stringMatching(/^wording\/passing-the-buck\.yaml 第 \d+ 行：规则 tst02，patterns\[0\]：“\(蓝皮”第 1 个字：“\(”没有收尾$/u) as string } })
    expect((await ask('POST', `/drafts/${id}/blast`, { calls: 10, fromAt: null, toAt: null }, lead)).status).toBe(400)
  })

  it('an approval does not outlive a later change', async () => {
    const id = await newDraft()
    await withRule(id)
    await tried(id)
    await ask('POST', `/drafts/${id}/submit`, undefined, lead)
    await ask('POST', `/drafts/${id}/decide`, { approved: true, note: '' }, other)
    await ask('POST', `/drafts/${id}/take-back`, undefined, lead)
    await ask('PUT', `/drafts/${id}/item`, { kind: 'rule', id: 'tst01', value: { ...rule, severity: 'block' }, category: null }, lead)
    await ask('POST', `/drafts/${id}/submit`, undefined, lead)
    const { body } = await ask<DraftView>('GET', `/drafts/${id}`, undefined, other)
    expect(body.reviews.map(({ stands }) => stands)).toEqual([false])
    expect(body.blast?.stands).toBe(false)
    expect(await ask('POST', `/drafts/${id}/publish`, { at: null }, lead)).toMatchObject({ status: 409, body: { message: 'this draft is not approved as it stands' } })
  })

  it('a time that is past is refused, and the draft can still be published; a published one is not opened again', async () => {
    const id = await newDraft()
    await withRule(id)
    await tried(id)
    await ask('POST', `/drafts/${id}/submit`, undefined, lead)
    expect((await ask('POST', `/drafts/${id}/decide`, { approved: true, note: '' }, other)).status).toBe(200)
    expect((await ask('POST', `/drafts/${id}/publish`, { at: 1 }, lead)).status).toBe(400)
    expect((await ask<DraftView>('GET', `/drafts/${id}`, undefined, lead)).body.status).toBe('approved')
    expect((await ask('POST', `/drafts/${id}/publish`, { at: null }, lead)).status).toBe(200)
    expect(await ask('POST', `/drafts/${id}/update`, undefined, lead)).toMatchObject({ status: 409, body: { message: 'this draft is published; begin another', zh: '这份草稿已发布；请新开一份' } })
    expect((await ask<DraftView>('GET', `/drafts/${id}`, undefined, lead)).body.status).toBe('published')
  })

  it('of changes that come at once none is lost', async () => {
    const id = await newDraft()
    const rules = ['tst02', 'tst03', 'tst04']
    await Promise.all(rules.map((each) => ask('PUT', `/drafts/${id}/item`, { kind: 'rule', id: each, value: { ...rule, id: each }, category: '推诿' }, lead)))
    const { body } = await ask<DraftView>('GET', `/drafts/${id}`, undefined, lead)
    expect(body.changes.map(({ id: changed }) => changed).toSorted()).toEqual(rules)
  })

  it('an unknown item, version or path is named', async () => {
    const id = await newDraft()
    expect(await ask('GET', `/drafts/${id}/item?kind=rule&id=nope`, undefined, lead)).toMatchObject({ status: 404, body: { message: 'the library has no rule "nope"' } })
    expect(await ask('PUT', `/drafts/${id}/file`, { path: '../secrets.yaml', text: '' }, lead)).toMatchObject({ status: 400, body: { field: 'path' } })
    expect(await ask('POST', '/rollback', { version: '0123456789ab' }, lead)).toMatchObject({ status: 404 })
  })
})
