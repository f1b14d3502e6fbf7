import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maskedLog } from '../../server/privacy/masked-log.ts'
import { masked } from '../../server/privacy/masked-entries.ts'
import { staffedCentre } from '../support/centre.ts'
import { granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.stop())

const logged = (write: (log: pino.Logger) => void): string => {
  const lines: string[] = []
  write(pino({ ...maskedLog }, { write: (line) => void lines.push(line) }))
  return lines.join('')
}

test('the log holds masks in its messages, fields and errors, and the ids of calls as they are', () => {
  const text = logged((log) => {
    log.warn({ callId: '13800138000', heard: { text: '电话13800138000' } }, '打13800138000')
    log.error({ err: new Error('no row for 13800138000') }, 'failed')
  })
  expect(text).toContain('"callId":"13800138000"')
  expect(text).toContain('"text":"电话138****8000"')
  expect(text).toContain('"msg":"打138****8000"')
  expect(text).toContain('"message":"no row for 138****8000"')
  expect(text.match(/13800138000/gu)).toHaveLength(1)
})

test('a value without anything personal stays the same value', () => {
  const value = { id: '13800138000', at: 1_700_000_000_000, marks: [{ start: 0, end: 3 }], text: '今天三点到' }
  expect(masked(value)).toBe(value)
})

test('notes of the wrap-up and comments on calls are stored as masks', async () => {
  await server.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId: 'c1', agent: '1001' } })
  const browser = await server.browser()
  await server.hear(spoken('caller', '你好'))
  granted(await browser.emitWithAck('call:end', { callId: 'c1' }))
  granted(await browser.emitWithAck('wrapup:submit', { callId: 'c1', disposition: 'solved', notes: '回电13800138000，住502室' }))
  const dossier = JSON.stringify((await server.app.http.inject({ method: 'GET', url: '/api/quality/calls/c1/dossier' })).json())
  expect(dossier).toContain('回电138****8000，住***室')
  await server.app.http.inject({ method: 'POST', url: '/api/training/calls/c1/comments', payload: { atMs: 0, text: '用户电话13800138000' } })
  const comments = (await server.app.http.inject({ method: 'GET', url: '/api/training/calls/c1/comments' })).body
  expect(comments).toContain('用户电话138****8000')
})

test('only administrators reach the page of personal data', async () => {
  const centre = await staffedCentre()
  await centre.person('qa', ['qa-lead', 'supervisor', 'trainer', 'agent'])
  const qa = await centre.signInAs('qa')
  expect((await centre.ask('GET', '/api/privacy', undefined, qa)).statusCode).toBe(403)
  expect((await centre.ask('POST', '/api/privacy/caller/erase', { number: '13800138000', reason: '试试' }, qa)).statusCode).toBe(403)
  expect((await centre.manage('GET', '/api/privacy')).statusCode).toBe(200)
  await centre.stop()
})
