import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Centre, staffedCentre } from '../support/centre.ts'
import { type TestServer, testServer } from '../support/test-server.ts'
import { patienceMs } from '../support/patience.ts'

let centre: Centre
let demo: TestServer
beforeAll(async () => {
  centre = await staffedCentre()
  demo = await testServer()
})
afterAll(async () => {
  await centre.stop()
  await demo.stop()
})

/** Adds a team as a browser would send it that has the administrator's cookie; `undefined` leaves a header out. */
const addTeam = (headers: Readonly<Record<string, string | undefined>>) => {
  const sent = { host: 'sunline.example', cookie: centre.administrator, 'x-sunline-page': '1', origin: 'http://sunline.example', ...headers }
  const given = Object.fromEntries(Object.entries(sent).filter((entry): entry is [string, string] => entry[1] !== undefined))
  return centre.app.http.inject({ method: 'POST', url: '/api/teams', payload: { name: `组${String(Math.random())}` }, headers: given })
}

test('a request that changes something passes from our own page alone', async () => {
  const answers = {
    ours: await addTeam({ 'sec-fetch-site': 'same-origin' }),
    'an old browser': await addTeam({ origin: undefined }),
    'another site': await addTeam({ origin: 'https://evil.example' }),
    'another site that lies of its origin': await addTeam({ 'sec-fetch-site': 'cross-site' }),
    'a sibling': await addTeam({ origin: 'http://other.sunline.example', 'sec-fetch-site': 'same-site' }),
    'a sandbox': await addTeam({ origin: 'null' }),
  }
  expect(Object.fromEntries(Object.entries(answers).map(([who, { statusCode }]) => [who, statusCode]))).toEqual({
    ours: 201, 'an old browser': 201, 'another site': 403, 'another site that lies of its origin': 403, 'a sibling': 403, 'a sandbox': 403,
  })
})

test('a form of another site, which can send no header of its own, changes nothing', async () => {
  const before = (await centre.manage('GET', '/api/people')).body
  const posted = await centre.app.http.inject({
    method: 'POST', url: '/api/teams', payload: 'name=evil',
    headers: { host: 'sunline.example', cookie: centre.administrator, 'content-type': 'application/x-www-form-urlencoded', 'x-sunline-page': '' },
  })
  expect(posted.statusCode).toBe(403)
  expect((await centre.manage('GET', '/api/people')).body).toBe(before)
})

test('another site can neither sign somebody in nor out', async () => {
  const foreign = { host: 'sunline.example', origin: 'https://evil.example', cookie: centre.administrator }
  expect((await centre.app.http.inject({ method: 'POST', url: '/api/session/password', payload: { login: 'root', password: centre.password }, headers: foreign })).statusCode).toBe(403)
  expect((await centre.app.http.inject({ method: 'DELETE', url: '/api/session', headers: foreign })).statusCode).toBe(403)
  expect(await centre.whoIs(centre.administrator)).toBe('root')
})

test('without accounts a foreign name that leads to this machine is refused', async () => {
  for (const host of ['evil.example', 'evil.example:3000', '127.0.0.1.evil.example', '192.168.1.9']) {
    const answer = await demo.app.http.inject({ url: '/api/scenarios', headers: { host } })
    expect(answer.json(), host).toMatchObject({ error: 'forbidden', message: 'without accounts this server answers to localhost only; set SUNLINE_ACCOUNTS=on' })
  }
  for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000']) expect((await demo.app.http.inject({ url: '/api/scenarios', headers: { host } })).statusCode, host).toBe(200)
})

test('another site\'s page cannot send transcripts to the demo', async () => {
  const answer = await demo.app.http.inject({ method: 'POST', url: '/api/ingest/events', payload: { events: [{}] }, headers: { host: 'localhost', origin: 'https://evil.example' } })
  expect(answer.statusCode).toBe(403)
})

const hostile = ["' or 1=1 --", '"; drop table people; --', '${7*7}', '{{7*7}}', '../../etc/passwd', '<script>alert(1)</script>', '%00', '__proto__', "x' union select 1 from people --"]

test('hostile texts are kept or refused as texts and do nothing else', async () => {
  for (const text of hostile) {
    expect((await centre.ask('POST', '/api/session/password', { login: text, password: text })).statusCode, text).toBe(401)
    expect((await centre.manage('POST', '/api/people', { login: text, name: text, roles: ['agent'] })).json(), text).toMatchObject({ error: 'invalid payload', field: 'login' })
    expect((await centre.manage('POST', '/api/teams', { name: text })).json(), text).toMatchObject({ name: text })
    expect((await centre.manage('PATCH', `/api/people/${encodeURIComponent(text)}`, { name: 'x' })).statusCode, text).toBe(404)
    expect((await centre.manage('GET', `/api/audit?before=${encodeURIComponent(text)}`)).statusCode, text).toBe(400)
  }
  const { teams } = (await centre.manage('GET', '/api/people')).json<{ teams: { name: string }[] }>()
  for (const text of hostile) expect(teams.map(({ name }) => name)).toContain(text)
})

test('what a body says beyond its schema has no effect', async () => {
  const { id } = await centre.person('modest', ['agent'])
  expect((await centre.manage('PATCH', `/api/people/${id}`, { name: '谦', password_hash: 'x' })).statusCode).toBe(400)
  const cookie = await centre.signInAs('modest')
  const polluted = await centre.app.http.inject({ method: 'PUT', url: '/api/account/password', payload: '{"current":"x","password":"y","__proto__":{"roles":["administrator"]}}', headers: { 'content-type': 'application/json', cookie } })
  expect(polluted.statusCode).toBe(400)
  expect((await centre.ask('GET', '/api/people', undefined, cookie)).statusCode).toBe(403)
})

test('a connection that sends far more than a person could is slowed down', async () => {
  const socket = await demo.browser()
  const replies = await Promise.all(Array.from({ length: 400 }, () => socket.timeout(patienceMs).emitWithAck('calls:list')))
  const refused = replies.filter((reply) => !reply.ok && reply.error === 'too many requests').length
  expect(refused).toBeGreaterThan(50)
  expect(replies.length - refused).toBeGreaterThanOrEqual(200)
})

test('a look at somebody else\'s call stands in the record', async () => {
  const cookie = await demo.signIn('demo-supervisor')
  await demo.hear({ callId: 'looked-at', utteranceId: 'u1', revision: 1, speaker: 'caller', text: '喂', final: true, startMs: 0, endMs: 500, source: 'test' })
  const socket = await demo.browser(cookie)
  expect(await socket.timeout(patienceMs).emitWithAck('call:watch', { callId: 'looked-at' })).toMatchObject({ ok: true })
  const record = (await demo.app.http.inject({ url: '/api/audit' })).json<{ action: string; actor: string; subject: string }[]>()
  expect(record).toContainEqual(expect.objectContaining({ action: 'call looked at', actor: '王芳', subject: 'looked-at' }))
})
