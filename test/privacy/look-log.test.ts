import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditView } from '../../server/protocol.ts'
import { showingRoutes } from '../../server/privacy/look-hook.ts'
import { granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  await server.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId: 'c1', agent: '1001' } })
  await server.hear(spoken('caller', '我要退货'))
  await server.app.http.inject({ method: 'POST', url: '/api/calls/c1/end' })
})
afterAll(() => server.stop())

const get = (url: string) => server.app.http.inject({ method: 'GET', url })
const looks = async (query: string) => (await get(`/api/audit?${query}`)).json<readonly AuditView[]>().map(({ action, actor, detail }) => ({ action, actor, detail }))

test('every look at the words of a stored call is on record, and looking again at once is the same look', async () => {
  expect((await get('/api/quality/calls/c1/dossier')).statusCode).toBe(200)
  expect((await get('/api/quality/calls/c1/dossier')).statusCode).toBe(200)
  await expect.poll(() => looks('subject=c1')).toEqual([{ action: 'call looked at', actor: '李敏', detail: {} }])
  server.clock.pass(11 * 60_000)
  await get('/api/quality/calls/c1/dossier')
  await expect.poll(async () => (await looks('subject=c1')).length).toBe(2)
})

test('a search in the words of calls is on record with what was looked for', async () => {
  expect((await get(`/api/quality/search?words=${encodeURIComponent('退货')}`)).statusCode).toBe(200)
  await expect.poll(() => looks('action=transcripts%20searched')).toMatchObject([{ actor: '李敏', detail: { asked: 'words=退货' } }])
})

test('a search with a broken escape in its address is on record as well', async () => {
  server.clock.pass(1_000)
  expect((await get(`/api/quality/search?words=${encodeURIComponent('换货')}&day=%E0%A4`)).statusCode).toBe(200)
  await expect.poll(() => looks('action=transcripts%20searched')).toMatchObject([{ detail: { asked: `words=${encodeURIComponent('换货')}&day=%E0%A4` } }, {}])
})

test('a look that is refused leaves no trace, and one at the own call on the line neither', async () => {
  const other = await server.signIn('demo-agent-2')
  expect((await server.app.http.inject({ method: 'GET', url: '/api/training/calls/c1/screen?at=0', headers: { cookie: other } })).statusCode).toBe(403)
  await server.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId: 'c2', agent: '1001' } })
  granted(await (await server.browser()).emitWithAck('call:watch', { callId: 'c2' }))
  expect(await looks('subject=c2')).toEqual([])
})

test('the routes that count as showing words exist', () => {
  const known = new Set(server.app.http.routeAccess.map(({ url }) => url))
  expect(Object.keys(showingRoutes).filter((url) => !known.has(url))).toEqual([])
})
