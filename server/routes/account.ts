import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { SunlineError } from '../errors.ts'
import { personOf } from '../identity/actor.ts'
import type { OwnSession } from '../protocol.ts'
import { endpoint } from './endpoint.ts'
import { beginSession, type SessionTools, sessionView } from './session.ts'

const Change = Type.Object({
  current: Type.String({ minLength: 1, maxLength: 1024, description: 'Expected the current password' }),
  password: Type.String({ minLength: 1, maxLength: 1024, description: 'Expected the new password' }),
})
const SessionParams = Type.Object({ id: Type.String({ maxLength: 64, description: 'Expected the id of a session' }) })

/** One's own password and sessions. */
export function accountRoutes(app: FastifyInstance, tools: SessionTools): void {
  const { identity } = tools
  const view = sessionView(tools)
  endpoint(app, { method: 'PUT', url: '/api/account/password', access: 'signed in', summary: 'Change one\'s password; every other session ends.', body: Change }, async ({ body: { current, password }, actor, request, reply }) => {
    const { id } = personOf(actor)
    await identity.signIn.changePassword(id, current, password, request.ip)
    await beginSession(identity, request, reply, id, 'password')
    return view(id)
  })

  endpoint(app, { method: 'GET', url: '/api/account/sessions', access: 'signed in', summary: 'Where one is signed in.' }, async ({ actor, request }): Promise<readonly OwnSession[]> => {
    const current = await identity.signedIn(request.headers)
    const rows = await identity.sessions.ofPerson(personOf(actor).id)
    return rows.map(({ id, address, browser, created_at, seen_at }) => ({ id, current: id === current?.sessionId, address, browser, createdAt: created_at, seenAt: seen_at }))
  })

  endpoint(app, { method: 'DELETE', url: '/api/account/sessions', access: 'signed in', summary: 'Sign out everywhere else.' }, async ({ actor, request }) => {
    const { id } = personOf(actor)
    await identity.sessions.endAll(id, (await identity.signedIn(request.headers))?.sessionId)
    await identity.audit.note({ actor, action: 'sessions ended', subject: id, address: request.ip })
    return { ok: true }
  })

  endpoint(app, { method: 'DELETE', url: '/api/account/sessions/:id', access: 'signed in', summary: 'Sign out somewhere else.', params: SessionParams }, async ({ params, actor, request }) => {
    const own = await identity.sessions.ofPerson(personOf(actor).id)
    if (!own.some(({ id }) => id === params.id)) throw new SunlineError('not found', 'you have no such session', 'id')
    await identity.sessions.end(params.id)
    await identity.audit.note({ actor, action: 'sessions ended', subject: personOf(actor).id, address: request.ip })
    return { ok: true }
  })
}
