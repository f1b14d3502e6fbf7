import { Type } from '@sinclair/typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SunlineError } from '../errors.ts'
import type { Identity } from '../identity/identity.ts'
import { personFrom } from '../identity/people.ts'
import type { DemoPerson, LinkView, SessionView } from '../protocol.ts'
import type { SignInMethod } from '../store/people-tables.ts'
import { endpoint } from './endpoint.ts'
import { shownPerson } from './person-views.ts'

const text = (most: number, description: string) => Type.String({ minLength: 1, maxLength: most, description })
const Demo = Type.Object({ person: text(64, 'Expected the id of a person of the demo') })
const Password = Type.Object({ login: text(64, 'Expected a login'), password: text(1024, 'Expected a password') })
const Token = text(64, 'Expected the end of a one-time link')
const Look = Type.Object({ token: Token })
const Link = Type.Object({
  token: Token,
  password: text(1024, 'Expected a password'),
  login: Type.Optional(Type.String({ maxLength: 64, description: 'Expected a login' })),
  name: Type.Optional(Type.String({ maxLength: 40, description: 'Expected a name of at most 40 characters' })),
})

export interface SessionTools {
  readonly identity: Identity
  readonly libraryVersion: () => string
  /** The name of the single sign-on; null when there is none. */
  readonly openid: string | null
}

/** Who is on this page, and signing in and out. */
export function sessionRoutes(app: FastifyInstance, tools: SessionTools): void {
  const { identity } = tools
  const view = sessionView(tools)
  endpoint(app, { method: 'GET', url: '/api/session', access: 'public', summary: 'Who is on this page.' }, async ({ request }) => view((await identity.signedIn(request.headers))?.person.id ?? null))

  endpoint(app, { method: 'POST', url: '/api/session/demo', access: 'public', summary: 'Sign in as a person of the demo, where there are no accounts.', body: Demo }, async ({ body, request, reply }) => {
    if (identity.accounts) throw new SunlineError('forbidden', 'this server has accounts; sign in with your password', 'person')
    const actor = identity.demo.find(({ id }) => id === body.person)
    if (!actor) throw new SunlineError('not found', `the demo has nobody called "${body.person}"`, 'person')
    await beginSession(identity, request, reply, actor.id, 'demo')
    await identity.audit.note({ actor, action: 'signed in', detail: { by: 'demo' }, address: request.ip })
    return view(body.person)
  })

  endpoint(app, { method: 'POST', url: '/api/session/password', access: 'public', summary: 'Sign in with login and password.', body: Password }, async ({ body: { login, password }, request, reply }) => {
    const personId = await identity.signIn.byPassword(login, password, request.ip)
    await beginSession(identity, request, reply, personId, 'password')
    return view(personId)
  })

  endpoint(app, { method: 'POST', url: '/api/session/link/look', access: 'public', summary: 'What a one-time link is for.', body: Look }, async ({ body }): Promise<LinkView> => {
    const person = await identity.signIn.look(body.token)
    return person ? { kind: 'password', name: person.name, login: person.login } : { kind: 'administrator', name: '', login: '' }
  })

  endpoint(app, { method: 'POST', url: '/api/session/link', access: 'public', summary: 'Choose a password by a one-time link and sign in.', body: Link }, async ({ body: { token, password, login = '', name = '' }, request, reply }) => {
    const personId = await identity.signIn.byLink(token, password, { login, name }, request.ip)
    await beginSession(identity, request, reply, personId, 'link')
    return view(personId)
  })

  endpoint(app, { method: 'DELETE', url: '/api/session', access: 'public', summary: 'Sign out.' }, async ({ request, reply }) => {
    const session = await identity.signedIn(request.headers)
    if (session) {
      await identity.sessions.end(session.sessionId)
      await identity.audit.note({ actor: session.person, action: 'signed out', address: request.ip })
    }
    void reply.header('set-cookie', identity.cookie.write(null))
    return view(null)
  })
}

/** The answer that tells a page who is on it. */
export const sessionView =
  ({ identity, libraryVersion, openid }: SessionTools) =>
  async (personId: string | null): Promise<SessionView> => {
    const row = personId === null ? undefined : await identity.people.byId(personId)
    return {
      person: row ? shownPerson(personFrom(row)) : null,
      mode: identity.accounts ? 'accounts' : 'demo',
      openid,
      demo: identity.demo.map(({ id, name, number, roles }): DemoPerson => ({ id, name, number, role: roles[0] ?? 'agent' })),
      libraryVersion: libraryVersion(),
    }
  }

/** Gives the browser a session of this person: the one that it had is over, whoever's it was, and a new secret takes its place. */
export async function beginSession(identity: Identity, request: FastifyRequest, reply: FastifyReply, personId: string, method: SignInMethod): Promise<void> {
  const before = await identity.signedIn(request.headers)
  if (before) await identity.sessions.end(before.sessionId)
  const secret = await identity.sessions.begin({ personId, method, address: request.ip, browser: request.headers['user-agent'] ?? '' })
  void reply.header('set-cookie', identity.cookie.write(secret))
}
