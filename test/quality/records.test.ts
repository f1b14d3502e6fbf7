import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AuditView } from '../../server/protocol.ts'
import type { Dossier } from '../../server/quality/dossier.ts'
import { ask, endedCall, post } from '../support/ended-call.ts'
import { granted, type TestServer, testServer } from '../support/test-server.ts'
import { eventually } from '../support/eventually.ts'

let server: TestServer
let lead: string
beforeEach(async () => {
  server = await testServer()
  lead = await server.signIn('demo-qa-lead')
})
afterEach(async () => {
  await server.stop()
})
const page = async (url: string, cookie = lead) => {
  const answer = await server.app.http.inject({ method: 'GET', url, headers: { cookie } })
  return { status: answer.statusCode, text: answer.body, bytes: answer.rawPayload, headers: answer.headers }
}

describe('A dossier', () => {
  test('holds the words, the sentences shown with their version, the warnings, the outcome, and the proof', async () => {
    await endedCall(server, 'c1', [['caller', '修了3次了'], ['agent', '您好，这事不归我管']])
    const browser = await server.browser()
    granted(await browser.emitWithAck('wrapup:submit', { callId: 'c1', disposition: 'solved', notes: '已登记' }))
    const dossier = await ask<Dossier>(server, '/api/quality/calls/c1/dossier', lead)
    expect(dossier.call).toMatchObject({ id: 'c1', agent: '李敏', team: '售后一组', disposition: 'solved', notes: '已登记', libraryVersion: 'fake-1' })
    expect(dossier.transcript).toMatchObject([{ atMs: 0, speaker: 'caller', text: '修了3次了' }, { atMs: 3_000, speaker: 'agent', text: '您好，这事不归我管' }])
    expect(dossier.shown).toMatchObject([{ text: 'hotline-opening：answer-fast', version: 'fake-1', approval: null }, { text: 'hotline-opening：greet' }])
    expect(dossier.warnings).toMatchObject([{ match: '不归我管', sayInstead: '我来处理', state: 'open', atMs: 3_000 }])
    expect(dossier.facts.map(({ id }) => id)).toContain('repairCount')
    expect(dossier.evidence).toMatchObject({ faults: [], unproven: 0 })
    expect(dossier.evidence.hash).toMatch(/^[\w-]{43}$/u)
    expect(dossier.writtenBy).toBe('刘洋')
  })

  test('prints, with every text escaped, and the look is noted', async () => {
    await endedCall(server, 'c1', [['caller', '<script>alert(1)</script>&']])
    const { text, headers } = await page('/api/quality/calls/c1/dossier.html')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;')
    expect(text).not.toContain('<script>')
    expect(text).toContain('记录没有被改动')
    expect((await page('/api/quality/calls/c1/dossier.html?lang=en')).text).toContain('the record is untouched')
    const looks = async () => (await ask<readonly AuditView[]>(server, '/api/audit')).filter(({ action }) => action === 'call looked at').map(({ subject, actor }) => [actor, subject])
    await eventually(async () => expect(await looks()).toContainEqual(['刘洋', 'c1']))
  })

  test('is not for another team, nor for a call on the line', async () => {
    await endedCall(server, 'c2', [['agent', '您好']], '1002')
    expect((await page('/api/quality/calls/c2/dossier', await server.signIn('demo-supervisor'))).status).toBe(403)
    await post(server, '/api/calls', { callId: 'live', agent: '1001' })
    expect((await page('/api/quality/calls/live/dossier')).text).toContain('still on the line')
    expect((await page('/api/quality/calls/none/dossier')).status).toBe(404)
  })
})

describe('A weekly sheet', () => {
  const at = () => String(server.clock.now())

  test('shows a team’s week as a page, with what was left unrepaired', async () => {
    await endedCall(server, 'c1', [['agent', '这事不归我管']])
    await endedCall(server, 'c2', [['agent', '那也不归我管']], '1002')
    const { text } = await page(`/api/quality/reports/weekly.html?at=${at()}`)
    expect(text).toContain('质检周报 · 全部班组 · 2023-11-13 – 2023-11-19')
    expect(text).toContain('这事<mark>不归我管</mark>')
    expect(text).toContain('那也<mark>不归我管</mark>')
    const own = (await page(`/api/quality/reports/weekly.html?at=${at()}&lang=en`, await server.signIn('demo-supervisor'))).text
    expect(own).toContain('Weekly quality sheet · 售后一组')
    expect(own).not.toContain('那也')
    expect((await page(`/api/quality/reports/weekly.html?at=${at()}&team=demo-team-2`, await server.signIn('demo-supervisor'))).status).toBe(403)
  })

  test('downloads as a workbook', async () => {
    await endedCall(server, 'c1', [['agent', '这事不归我管']])
    const { headers, bytes } = await page(`/api/quality/reports/weekly.xlsx?at=${at()}`)
    expect(headers['content-disposition']).toBe('attachment; filename="sunline-week-2023-11-13.xlsx"')
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
  })
})
