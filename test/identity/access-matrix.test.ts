import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InjectOptions } from 'fastify'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventAccess } from '../../server/identity/event-access.ts'
import { keyScopes, type Role, roles } from '../../server/identity/permissions.ts'
import type { NewApiKey, Reply, SessionPerson, TeamView, WrapupDraft } from '../../server/protocol.ts'
import { accessDocument, type Kind, kinds, readAccessDocument } from '../support/access-document.ts'
import type { Centre } from '../support/centre.ts'
import { granted } from '../support/test-server.ts'
import { wholeCentre } from '../support/whole-centre.ts'
import { patienceMs } from '../support/patience.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const text = readFileSync(join(root, 'docs/access.md'), 'utf8')
const { routes, events } = readAccessDocument(text)
/** Whose the calls of the test are, as seen by the person who tries. */
type Whose = 'own' | 'team' | 'foreign'

let centre: Centre
let teams: readonly TeamView[]
const headersOf = new Map<Kind, Readonly<Record<string, string>>>([['nobody', {}]])
const people = new Map<Role, SessionPerson>()
const key = new Map<string, string>()

const call = (id: string, agent: string) => centre.app.http.inject({ method: 'POST', url: '/api/calls', payload: { callId: id, agent }, headers: { authorization: `Bearer ${key.get('calls:announce') ?? ''}` } })
const signIn = async (role: Role): Promise<void> => void headersOf.set(role, { cookie: await centre.signInAs(`the-${role}`) })

/** A supervisor of its team wraps a call up. */
async function close(callId: string, chief: string): Promise<void> {
  const socket = await centre.browser(await centre.signInAs(chief))
  const draft = granted((await socket.timeout(patienceMs).emitWithAck('call:end', { callId })) as Reply<WrapupDraft>)
  granted((await socket.timeout(patienceMs).emitWithAck('wrapup:submit', { callId, disposition: draft.dispositions[0]?.id ?? '', notes: '' })) as Reply)
  socket.disconnect()
}
/** What becomes of a handshake: `open`, the code of the refusal, or `refused` before anyone looked. */
const opened = (path: string, headers: Readonly<Record<string, string>>, auth: object = {}): Promise<string> =>
  new Promise((resolve) => {
    const socket = io(`${centre.address}${path}`, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: headers, auth })
    const done = (what: string): void => {
      socket.disconnect()
      resolve(what)
    }
    socket.once('connect', () => done('open'))
    socket.once('connect_error', (error: Error & { readonly data?: { readonly code?: string } }) => done(error.data?.code ?? 'refused'))
  })

beforeAll(async () => {
  centre = await wholeCentre()
  const team = async (name: string) => (await centre.manage('POST', '/api/teams', { name })).json<TeamView>()
  teams = [await team('一组'), await team('二组')]
  for (const scope of keyScopes) {
    const made = (await centre.manage('POST', '/api/keys', { name: scope, scopes: [scope] })).json<NewApiKey>()
    key.set(scope, made.key)
    headersOf.set(scope, { authorization: `Bearer ${made.key}` })
  }
  for (const role of roles) {
    people.set(role, await centre.person(`the-${role}`, [role], teams[0]?.id ?? null))
    await signIn(role)
  }
  await centre.person('colleague', ['agent'], teams[0]?.id ?? null)
  await centre.person('stranger', ['agent'], teams[1]?.id ?? null)
  await centre.person('chief-1', ['supervisor'], teams[0]?.id ?? null)
  await centre.person('chief-2', ['supervisor'], teams[1]?.id ?? null)
})
afterAll(() => centre.stop())

test('the document says what the server does: every route and event, and nothing else', () => {
  expect(accessDocument(centre.app.http.routeAccess)).toBe(text)
  expect(events.map(({ name }) => name)).toEqual(Object.keys(eventAccess))
})

test('every route that the source declares is served here', () => {
  const sources = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.startsWith('dist'))
  const declared = sources.flatMap((file) => [...readFileSync(join(root, 'server', file), 'utf8').matchAll(/method: '([A-Z]+)', url: '([^']+)'/gu)].map(([, method, url]) => `${method ?? ''} ${url ?? ''}`))
  const served = new Set(routes.map(({ name }) => name))
  expect(declared.filter((name) => !served.has(name))).toEqual([])
  expect(declared.length).toBeGreaterThan(30)
})

describe.each(kinds)('%s', (kind) => {
  test('is let in or refused on every route as the document says', async () => {
    const wrong: string[] = []
    for (const { name, cells } of routes) {
      const [method = 'GET', path = ''] = name.split(' ')
      const url = path.replaceAll(/:\w+/gu, 'none').replace('*', 'none')
      const sent = { method: method as NonNullable<InjectOptions['method']>, url, ...(method === 'GET' ? {} : { payload: {} }), headers: { cookie: '', ...headersOf.get(kind) } }
      const { statusCode, body } = await centre.app.http.inject(sent)
      const refused = statusCode === 401 || (statusCode === 403 && /this needs the right|this is for people/u.test(body))
      if (refused === (cells[kind] === 'yes')) wrong.push(`${name}: ${String(statusCode)} ${body.slice(0, 100)}`)
      if (name === 'DELETE /api/session' && roles.some((role) => role === kind)) await signIn(kind as Role)
    }
    expect(wrong).toEqual([])
  })
})

describe.each(roles)('%s at the socket', (role) => {
  test('every event is accepted for the calls that the document says, live and closed', async () => {
    const agents: Readonly<Record<Whose, string>> = { own: `the-${role}`, team: 'colleague', foreign: 'stranger' }
    const socket = await centre.browser(headersOf.get(role)?.['cookie'] ?? '')
    const wrong: string[] = []
    for (const status of ['live', 'closed'] as const) {
      for (const [whose, agent] of Object.entries(agents)) {
        const callId = `${role}-${status}-${whose}`
        await call(callId, agent)
        if (status === 'closed') await close(callId, whose === 'foreign' ? 'chief-2' : 'chief-1')
        for (const { name, cells } of events) {
          const reply = (await socket.timeout(patienceMs).emitWithAck(name as 'call:watch', { callId })) as Reply<unknown>
          const refused = !reply.ok && reply.error === 'forbidden'
          if (refused === reaches(cells[role] ?? '', whose as Whose, status)) wrong.push(`${name} of a ${status} call, ${whose}: ${JSON.stringify(reply).slice(0, 120)}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})

/** What a cell of the table of events means. */
function reaches(cell: string, whose: Whose, status: 'live' | 'closed'): boolean {
  if (cell === '–') return false
  if (cell === 'yes') return true
  if (cell === 'own and team') return whose !== 'foreign'
  return whose === 'own' || (cell === 'own; any once closed' && status === 'closed')
}

test('the sockets open for whom the document says, and for nobody with a forged handshake', async () => {
  const cookie = headersOf.get('agent')?.['cookie'] ?? ''
  expect(await opened('/', { cookie })).toBe('open')
  expect(await opened('/', {})).toBe('unauthorised')
  expect(await opened('/', { cookie: `sunline-session=${'A'.repeat(43)}` })).toBe('unauthorised')
  expect(await opened('/', { authorization: `Bearer ${key.get('ingest:send') ?? ''}` })).toBe('unauthorised')
  expect(await opened('/', { cookie, origin: 'https://elsewhere.example' })).toBe('refused')
  expect(await opened('/', { cookie: cookie.toUpperCase() })).toBe('unauthorised')
  expect(await opened('/', {}, { actor: { kind: 'person', id: people.get('agent')?.id, roles: ['administrator'] }, sessionId: null })).toBe('unauthorised')
  expect(await opened('/ingest', { authorization: `Bearer ${key.get('ingest:send') ?? ''}` })).toBe('open')
  expect(await opened('/ingest', {}, { key: key.get('ingest:send') })).toBe('open')
  expect(await opened('/ingest', { authorization: `Bearer ${key.get('metrics:read') ?? ''}` })).toBe('forbidden')
  expect(await opened('/ingest', { cookie })).toBe('unauthorised')
  expect(await opened('/ingest', {}, { key: ['sunline_'] })).toBe('unauthorised')
  expect(await opened('/other', { cookie })).toBe('refused')
})
