import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FindingsView, SavedView, TrendsView } from '../../server/protocol.ts'
import { ask, endedCall, post } from '../support/ended-call.ts'
import { type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await testServer()
})
afterEach(async () => {
  await server.stop()
})

const findings = (query = '', cookie?: string) => ask<FindingsView>(server, `/api/quality/findings${query}`, cookie)

test('a warning of an ended call is a finding, with its place and what became of it', async () => {
  await endedCall(server, 'c1', [['caller', '修了3次了'], ['agent', '这事不归我管'], ['agent', '对不起，我来处理'], ['agent', '那个也不归我管']])
  const { total, findings: rows } = await findings()
  expect(total).toBe(2)
  expect(rows).toMatchObject([
    { callId: 'c1', atMs: 9_000, utterance: '那个也不归我管', start: 3, end: 7, state: 'open', rule: { id: 'not-mine' }, severity: 'block', agent: { id: 'demo-agent', name: '李敏' }, team: { id: 'demo-team-1', name: '售后一组' }, judgement: null },
    { callId: 'c1', atMs: 3_000, utterance: '这事不归我管', state: 'repaired', sayInstead: '我来处理', step: { id: 'answer-fast', label: { zh: 'answer-fast', en: 'answer-fast' } }, libraryVersion: 'fake-1' },
  ])
})

test('the list narrows by what is asked, and goes on where it stopped', async () => {
  await endedCall(server, 'c1', [['agent', '这事不归我管'], ['agent', '我来处理']])
  await endedCall(server, 'c2', [['agent', '这也不归我管']], '1002')
  expect((await findings('?state=open')).findings.map(({ callId }) => callId)).toEqual(['c2'])
  expect((await findings('?team=demo-team-1')).findings.map(({ callId }) => callId)).toEqual(['c1'])
  expect((await findings('?agent=demo-agent-2')).total).toBe(1)
  expect((await findings(`?words=${encodeURIComponent('这也')}`)).total).toBe(1)
  expect((await findings('?words=%25')).total).toBe(0)
  const first = await findings('?limit=1')
  expect(first).toMatchObject({ total: 2, findings: [{ callId: 'c2' }] })
  expect(await findings(`?limit=1&before=${first.next ?? ''}`)).toMatchObject({ findings: [{ callId: 'c1' }], next: null })
})

test('a supervisor sees the own team and nothing of another', async () => {
  await endedCall(server, 'c1', [['agent', '这事不归我管']])
  await endedCall(server, 'c2', [['agent', '这也不归我管']], '1002')
  const supervisor = await server.signIn('demo-supervisor')
  expect((await findings('', supervisor)).findings.map(({ callId }) => callId)).toEqual(['c1'])
  await expect(findings('?team=demo-team-2', supervisor)).rejects.toThrow('403')
})

test('a judgement outlives the review being made anew, and gives the rule its measured precision', async () => {
  await endedCall(server, 'c1', [['agent', '这事不归我管'], ['agent', '那也不归我管']])
  const [second, first] = (await findings()).findings
  const lead = await server.signIn('demo-qa-lead')
  await post(server, '/api/quality/judgements', { callId: 'c1', warningId: first?.warningId, verdict: 'right', note: '' }, lead)
  await post(server, '/api/quality/judgements', { callId: 'c1', warningId: second?.warningId, verdict: 'false alarm', note: '引用用户的话' }, lead)
  server = await server.restart()
  expect((await findings()).findings).toMatchObject([{ judgement: { verdict: 'false alarm', note: '引用用户的话', by: '刘洋' } }, { judgement: { verdict: 'right' } }])
  expect((await findings('?verdict=false%20alarm')).total).toBe(1)
  expect((await ask<TrendsView>(server, '/api/quality/trends?group=rule&bucket=day')).groups).toMatchObject([{ id: 'not-mine', all: { findings: 2, judged: 2, falseAlarmRate: 0.5 } }])
  await post(server, '/api/quality/judgements', { callId: 'c1', warningId: first?.warningId, verdict: null, note: '' }, lead)
  expect((await findings('?verdict=none')).total).toBe(1)
})

test('only a QA lead judges', async () => {
  await endedCall(server, 'c1', [['agent', '这事不归我管']])
  const [finding] = (await findings()).findings
  const supervisor = await server.signIn('demo-supervisor')
  await expect(post(server, '/api/quality/judgements', { callId: 'c1', warningId: finding?.warningId, verdict: 'right', note: '' }, supervisor)).rejects.toThrow('403')
})

test('trends add up calls and findings by agent', async () => {
  await endedCall(server, 'c1', [['agent', '您好，这事不归我管'], ['agent', '我来处理']])
  await endedCall(server, 'c2', [['agent', '您好']])
  await endedCall(server, 'c3', [['agent', '这也不归我管']], '1002')
  const trends = await ask<TrendsView>(server, '/api/quality/trends?group=agent&bucket=week')
  expect(trends.all).toMatchObject({ calls: 3, findings: 2, repairRate: 0.5, falseAlarmRate: null, handlingMs: 4_000 })
  expect(trends.groups).toMatchObject([
    { label: { zh: '李敏' }, all: { calls: 2, findings: 1, per100: 50, repairRate: 1 } },
    { label: { zh: '张伟' }, all: { calls: 1, findings: 1, per100: 100, repairRate: 0 } },
  ])
  expect(trends.buckets).toHaveLength(1)
})

test('a filter is kept under a name, shared or not, and let go by its owner alone', async () => {
  const lead = await server.signIn('demo-qa-lead')
  await post(server, '/api/quality/views', { name: '推责没补救', filter: { category: 'shirking', state: 'open' }, shared: true }, lead, 'PUT')
  await post(server, '/api/quality/views', { name: '只给我', filter: {}, shared: false }, lead, 'PUT')
  const supervisor = await server.signIn('demo-supervisor')
  const [view, ...others] = await ask<readonly SavedView[]>(server, '/api/quality/views', supervisor)
  expect(view).toMatchObject({ name: '推责没补救', filter: { category: 'shirking', state: 'open' }, mine: false })
  expect(others).toEqual([])
  await expect(post(server, `/api/quality/views/${view?.id ?? ''}`, undefined, supervisor, 'DELETE')).rejects.toThrow('404')
})

test('a call that ended while the server was down is reviewed later', async () => {
  await post(server, '/api/calls', { callId: 'c9', agent: '1001' })
  await server.hear({ callId: 'c9', utteranceId: 'u0', revision: 1, speaker: 'agent', text: '这事不归我管', final: true, startMs: 0, endMs: 900, source: 'test' })
  expect((await findings()).total).toBe(0)
  await post(server, '/api/calls/c9/end', undefined)
  server = await server.restart()
  server.clock.pass(6_000)
  await expect.poll(async () => (await findings()).total).toBe(1)
})
