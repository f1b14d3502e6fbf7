import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LinkView, NewApiKey, PeopleView, PersonLink, PersonView, SessionView } from '../../server/protocol.ts'
import { type Centre, centre } from '../support/centre.ts'

let theCentre: Centre
beforeAll(async () => {
  theCentre = await centre()
})
afterAll(() => theCentre.stop())

const good = 'horse staple lantern 42'

test('the link of the first start makes one administrator, once', async () => {
  const token = theCentre.administratorToken
  expect((await theCentre.ask('POST', '/api/session/link/look', { token })).json<LinkView>()).toEqual({ kind: 'administrator', name: '', login: '' })
  const weak = await theCentre.ask('POST', '/api/session/link', { token, login: 'root', name: '管理员', password: 'password1234' })
  expect(weak.json()).toMatchObject({ ok: false, error: 'invalid payload', field: 'password' })
  const made = await theCentre.ask('POST', '/api/session/link', { token, login: 'Root', name: '管理员', password: good })
  expect(made.json<SessionView>().person).toMatchObject({ login: 'root', name: '管理员', roles: ['administrator'] })
  theCentre.administrator = theCentre.cookieOf(made)
  expect((await theCentre.ask('POST', '/api/session/link', { token, login: 'second', name: '二', password: good })).json()).toMatchObject({ ok: false, error: 'not found' })
})

test('passwords of the person\'s own words, short ones and common ones are refused', async () => {
  const { link } = (await theCentre.manage('POST', '/api/people', { login: 'words', name: '王小明', roles: ['agent'], number: '8123' })).json<PersonLink>()
  const token = link.split('#')[1]
  for (const password of ['elevenchars', 'words words 8123', 'qwertyuiop12', 'Sunline-words1', '阳光热线阳光热线阳光热线', 'x'.repeat(129)]) {
    expect((await theCentre.ask('POST', '/api/session/link', { token, password })).json(), password).toMatchObject({ error: 'invalid payload', field: 'password' })
  }
  expect((await theCentre.ask('POST', '/api/session/link', { token, password: '我家门前 有两棵 枣树啊' })).json<SessionView>().person?.login).toBe('words')
})

test('a person signs in with the password, and the session before is over', async () => {
  await theCentre.person('lin', ['agent'])
  const first = theCentre.cookieOf(await theCentre.ask('POST', '/api/session/password', { login: 'LIN', password: theCentre.password }))
  const second = await theCentre.ask('POST', '/api/session/password', { login: 'lin', password: theCentre.password }, first)
  expect(theCentre.cookieOf(second)).not.toBe(first)
  expect(await theCentre.whoIs(first)).toBe(null)
  expect(await theCentre.whoIs(theCentre.cookieOf(second))).toBe('lin')
  expect(String(second.headers['set-cookie'])).toMatch(/^sunline-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u)
})

test('a secret that the browser brought along is never taken over', async () => {
  const planted = `sunline-session=${'A'.repeat(43)}`
  const answer = await theCentre.ask('POST', '/api/session/password', { login: 'lin', password: theCentre.password }, planted)
  expect(theCentre.cookieOf(answer)).not.toBe(planted)
  expect(await theCentre.whoIs(planted)).toBe(null)
})

test('an unknown login and a wrong password are answered alike', async () => {
  const unknown = await theCentre.ask('POST', '/api/session/password', { login: 'nobody', password: 'whatever it is' })
  const wrong = await theCentre.ask('POST', '/api/session/password', { login: 'lin', password: 'whatever it is' })
  expect([unknown.statusCode, unknown.json()]).toEqual([wrong.statusCode, wrong.json()])
  expect(wrong.statusCode).toBe(401)
})

test('after five failures a login is not looked at for 15 minutes, not even with the right password', async () => {
  await theCentre.person('forgetful', ['agent'])
  const enter = (password: string) => theCentre.ask('POST', '/api/session/password', { login: 'forgetful', password })
  const codes = await Promise.all(Array.from({ length: 8 }, async () => (await enter('wrong wrong wrong')).statusCode))
  expect(codes.filter((code) => code === 401)).toHaveLength(5)
  expect(codes.filter((code) => code === 429)).toHaveLength(3)
  expect((await enter(theCentre.password)).statusCode).toBe(429)
  theCentre.clock.pass(15 * 60_000 + 1)
  expect((await enter(theCentre.password)).statusCode).toBe(200)
})

test('a session ends an hour after its last use and twelve hours after its beginning', async () => {
  const idle = await theCentre.signInAs('lin')
  const busy = await theCentre.signInAs('lin')
  for (let hour = 0; hour < 12; hour += 0.5) {
    if (hour > 1) expect(await theCentre.whoIs(idle)).toBe(null)
    expect(await theCentre.whoIs(busy)).toBe('lin')
    theCentre.clock.pass(30 * 60_000)
  }
  expect(await theCentre.whoIs(busy)).toBe(null)
  theCentre.administrator = await theCentre.signInAs('root', good)
})

test('changing the password needs the current one and ends every other session', async () => {
  const here = await theCentre.signInAs('lin')
  const there = await theCentre.signInAs('lin')
  expect((await theCentre.ask('PUT', '/api/account/password', { current: 'not this one', password: `${good}!` }, here)).json()).toMatchObject({ error: 'forbidden', field: 'current' })
  const changed = await theCentre.ask('PUT', '/api/account/password', { current: theCentre.password, password: `${good}!` }, here)
  expect(await Promise.all([here, there, theCentre.cookieOf(changed)].map(theCentre.whoIs))).toEqual([null, null, 'lin'])
  expect((await theCentre.ask('POST', '/api/session/password', { login: 'lin', password: theCentre.password })).statusCode).toBe(401)
})

test('one sees where one is signed in and signs out elsewhere', async () => {
  const cookies = [await theCentre.signInAs('words', '我家门前 有两棵 枣树啊'), await theCentre.signInAs('words', '我家门前 有两棵 枣树啊')]
  const own = (await theCentre.ask('GET', '/api/account/sessions', undefined, cookies[0])).json<{ id: string; current: boolean }[]>()
  expect(own.filter(({ current }) => current)).toHaveLength(1)
  const other = own.find(({ current }) => !current)?.id ?? ''
  expect((await theCentre.ask('DELETE', `/api/account/sessions/${other}`, undefined, theCentre.administrator)).statusCode).toBe(404)
  await theCentre.ask('DELETE', '/api/account/sessions', undefined, cookies[0])
  expect((await theCentre.ask('GET', '/api/account/sessions', undefined, cookies[0])).json()).toHaveLength(1)
})

test('whoever is locked or gets other roles is signed out at once, and the last administrator stays', async () => {
  const { id } = await theCentre.person('moving', ['agent'])
  const before = await theCentre.signInAs('moving')
  expect((await theCentre.manage('PATCH', `/api/people/${id}`, { roles: ['agent', 'trainer'] })).json<PersonView>().roles).toEqual(['agent', 'trainer'])
  expect(await theCentre.whoIs(before)).toBe(null)
  await theCentre.manage('PATCH', `/api/people/${id}`, { active: false })
  expect((await theCentre.ask('POST', '/api/session/password', { login: 'moving', password: theCentre.password })).statusCode).toBe(401)
  const { people } = (await theCentre.manage('GET', '/api/people')).json<PeopleView>()
  const root = people.find(({ login }) => login === 'root')
  for (const change of [{ active: false }, { roles: ['agent'] }]) {
    expect((await theCentre.manage('PATCH', `/api/people/${root?.id ?? ''}`, change)).json()).toMatchObject({ error: 'conflict', message: 'this is the last administrator; make somebody else one first' })
  }
})

test('an API key is shown once, does what its scopes say, and nothing once revoked', async () => {
  const { key, view } = (await theCentre.manage('POST', '/api/keys', { name: '录音网关', scopes: ['calls:announce'] })).json<NewApiKey>()
  const announce = () => theCentre.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId: 'k1' }, headers: { authorization: `Bearer ${key}` } })
  expect((await announce()).statusCode).toBe(201)
  const send = await theCentre.app.http.inject({ method: 'POST', url: '/api/ingest/events', payload: { events: [{}] }, headers: { authorization: `Bearer ${key}` } })
  expect(send.statusCode).toBe(403)
  expect(JSON.stringify((await theCentre.manage('GET', '/api/keys')).json())).not.toContain(key)
  await theCentre.manage('DELETE', `/api/keys/${view.id}`)
  expect((await announce()).statusCode).toBe(401)
})

test('what administrators did stands in the record, without secrets', async () => {
  const record = (await theCentre.manage('GET', '/api/audit?limit=500')).body
  for (const action of ['person added', 'person changed', 'key made', 'key revoked', 'sign-in refused', 'password changed']) expect(record).toContain(`"${action}"`)
  for (const secret of [good, theCentre.password, 'sunline_']) expect(record).not.toContain(secret)
})
