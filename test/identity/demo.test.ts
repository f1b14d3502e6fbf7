import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { PersonLink, SessionView } from '../../server/protocol.ts'
import { closeDemo, demoPeople, openDemo } from '../../server/identity/demo.ts'
import { people } from '../../server/identity/people.ts'
import { openDatabase } from '../../server/store/database.ts'
import { eventually } from '../support/eventually.ts'
import { testDatabase } from '../support/test-database.ts'
import { testServer } from '../support/test-server.ts'
import { patienceMs } from '../support/patience.ts'

const folder = mkdtempSync(join(tmpdir(), 'sunline-demo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const agent = { agentName: '李敏', agentNumber: '1001' }

test('the demo offers an agent first, a supervisor of the same team, and one of each other role, before all others', async () => {
  const server = await testServer()
  const { mode, demo } = (await server.app.http.inject({ url: '/api/session', headers: { cookie: '' } })).json<SessionView>()
  expect({ mode, roles: demo.slice(0, 6).map(({ role }) => role) }).toEqual({ mode: 'demo', roles: ['agent', 'supervisor', 'trainer', 'qa-lead', 'administrator', 'agent'] })
  await server.stop()
})

test('whom the demo\'s administrator adds does not keep the demo from starting again', async () => {
  let server = await testServer()
  expect((await server.app.http.inject({ method: 'POST', url: '/api/people', payload: { login: 'xiaowang', name: '小王', roles: ['agent'] } })).json<PersonLink>().person.login).toBe('xiaowang')
  server = await server.restart()
  expect((await server.app.http.inject({ url: '/api/session' })).json<SessionView>().person?.name).toBe('李敏')
  await server.stop()
})

test('a database with accounts is not opened as a demo, and the people of a demo cannot enter a server with accounts', async () => {
  const { address, drop } = await testDatabase(folder)
  const database = await openDatabase(address)
  await openDemo(database, demoPeople(agent), 1)
  await closeDemo(database)
  expect(new Set((await people(database).all()).map(({ status }) => status))).toEqual(new Set(['disabled']))
  await people(database).add({ id: 'p1', login: 'real', name: '真', number: '', roles: '["agent"]', team: null, password_hash: null, password_at: null, subject: null, status: 'active', demo: 0, created_at: 1, signed_in_at: null })
  await expect(openDemo(database, demoPeople(agent), 2)).rejects.toThrow('this database has accounts; start with SUNLINE_ACCOUNTS=on, or give another DATABASE_URL for the demo')
  await database.destroy()
  await drop()
})

test('nodes that open a demo at once each find its people', async () => {
  const { address, drop } = await testDatabase(folder)
  const nodes = await Promise.all(Array.from({ length: 8 }, () => openDatabase(address)))
  await Promise.all(nodes.map((node) => openDemo(node, demoPeople(agent), 1)))
  for (const node of nodes) expect(await people(node).all()).toHaveLength(7)
  await Promise.all(nodes.map((node) => node.destroy()))
  await drop()
})

test('a call goes to the agent whom the telephone system names by number, login or name, and to the demo\'s agent otherwise', async () => {
  const server = await testServer()
  const whose = async (agentNamed?: string) => {
    const answer = await server.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId: `call-${agentNamed ?? 'none'}`.replaceAll(/[^\w-]/gu, 'x'), ...(agentNamed !== undefined && { agent: agentNamed }) } })
    const { agent: name, agentId, team } = answer.json<{ agent: string; agentId: string; team: string }>()
    return [name, agentId, team]
  }
  expect(await whose('1002')).toEqual(['张伟', 'demo-agent-2', 'demo-team-2'])
  expect(await whose('Demo-Agent-2')).toEqual(['张伟', 'demo-agent-2', 'demo-team-2'])
  expect(await whose('李敏')).toEqual(['李敏', 'demo-agent', 'demo-team-1'])
  expect(await whose('外包坐席')).toEqual(['外包坐席', 'demo-agent', 'demo-team-1'])
  expect(await whose()).toEqual(['李敏', 'demo-agent', 'demo-team-1'])
  await server.stop()
})

test('a call that goes to somebody else leaves the screen of the one who had it', async () => {
  const server = await testServer()
  const announce = (agentNamed: string) => server.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId: 'moved', agent: agentNamed } })
  await announce('1001')
  const before = await server.browser(await server.signIn('demo-trainer'))
  const second = await server.browser(await server.signIn('demo-agent-2'))
  expect(await before.timeout(patienceMs).emitWithAck('call:watch', { callId: 'moved' })).toMatchObject({ ok: false, error: 'forbidden' })
  expect(await second.timeout(patienceMs).emitWithAck('call:watch', { callId: 'moved' })).toMatchObject({ ok: false, error: 'forbidden' })
  await second.timeout(patienceMs).emitWithAck('calls:list')
  const assigned = new Promise<unknown>((resolve) => second.once('call:assigned', resolve))
  await announce('1002')
  expect(await assigned).toMatchObject({ id: 'moved', agent: '张伟', agentId: 'demo-agent-2' })
  expect(await second.timeout(patienceMs).emitWithAck('call:watch', { callId: 'moved' })).toMatchObject({ ok: true })
  await server.stop()
})

test('nobody is signed out for not touching a key while a call is on the screen; afterwards the hour counts', async () => {
  const server = await testServer()
  const cookie = await server.signIn('demo-agent-2')
  const who = async () => (await server.app.http.inject({ url: '/api/session', headers: { cookie } })).json<SessionView>().person?.login ?? null
  await server.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId: 'long', agent: '1002' } })
  const socket = await server.browser(cookie)
  await socket.timeout(patienceMs).emitWithAck('call:watch', { callId: 'long' })
  for (let minute = 0; minute < 90; minute += 1) {
    server.clock.pass(60_000)
    await server.app.http.inject({ url: '/health' })
  }
  expect(await who()).toBe('demo-agent-2')
  socket.disconnect()
  await eventually(async () => {
    server.clock.pass(61 * 60_000)
    expect(await who()).toBe(null)
  })
  await server.stop()
})
