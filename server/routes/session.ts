import { Type } from '@sinclair/typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import type { Identity } from '../identity/identity.ts'
import { personFrom } from '../identity/people.ts'
import type { DemoPerson, SessionPerson, SessionView } from '../protocol.ts'
import type { SignInMethod } from '../store/people-tables.ts'
import { endpoint } from './endpoint.ts'

const Demo = Type.Object({ person: Type.String({ maxLength: 64, description: 'Expected the id of a person of the demo' }) })

export interface SessionTools {
  readonly identity: Identity
  readonly libraryVersion: () => string
}

/** Who is on this page, and signing in and out. */
export function sessionRoutes(app: FastifyInstance, { identity, libraryVersion }: SessionTools): void {
  const view = (person: Person | null): SessionView => ({
    person: person && shown(person),
    mode: identity.accounts ? 'accounts' : 'demo',
    demo: identity.demo.map(({ id, name, number, roles }): DemoPerson => ({ id, name, number, role: roles[0] ?? 'agent' })),
    libraryVersion: libraryVersion(),
  })
  endpoint(app, { method: 'GET', url: '/api/session', access: 'public', summary: 'Who is on this page.' }, async ({ request }) =>
    view((await identity.signedIn(request.headers))?.person ?? null),
  )
  endpoint(app, { method: 'POST', url: '/api/session/demo', access: 'public', summary: 'Sign in as a person of the demo, where there are no accounts.', body: Demo }, async ({ body, request, reply }) => {
    const chosen = identity.demo.find(({ id }) => id === body.person)
    if (!chosen) throw new SunlineError(identity.accounts ? 'forbidden' : 'not found', identity.accounts ? 'this server has accounts; sign in with your password' : `the demo has nobody called "${body.person}"`, 'person')
    return view(await beginSession(identity, request, reply, chosen.id, 'demo'))
  })
  endpoint(app, { method: 'DELETE', url: '/api/session', access: 'public', summary: 'Sign out.' }, async ({ request, reply }) => {
    const session = await identity.signedIn(request.headers)
    if (session) await identity.sessions.end(session.sessionId)
    void reply.header('set-cookie', identity.cookie.write(null))
    return view(null)
  })
}

/** Signs a person in: the session that the browser had is over, whoever's it was, and a new secret takes its place. Resolves to the person. */
export async function beginSession(identity: Identity, request: FastifyRequest, reply: FastifyReply, personId: string, method: SignInMethod): Promise<Person> {
  const before = await identity.signedIn(request.headers)
  if (before) await identity.sessions.end(before.sessionId)
  const secret = await identity.sessions.begin({ personId, method, address: request.ip, browser: request.headers['user-agent'] ?? '' })
  void reply.header('set-cookie', identity.cookie.write(secret)).header('cache-control', 'no-store')
  const row = await identity.people.byId(personId)
  if (!row) throw new SunlineError('not found', 'this person is not here any more')
  return personFrom(row)
}

const shown = ({ id, login, name, number, roles, team }: Person): SessionPerson => ({ id, login, name, number, roles, team })
