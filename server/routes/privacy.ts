import { Type } from '@sinclair/typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../identity/actor.ts'
import type { AuditLog } from '../identity/audit-log.ts'
import { IdSchema } from '../ingest/neutral.ts'
import type { Privacy } from '../privacy/privacy.ts'
import { SettingsSchema } from '../privacy/settings.ts'
import type { AuditAction, CallerCalls, CallerErasure, CallerExport, CallOriginals, PrivacyView } from '../protocol.ts'
import { endpoint } from './endpoint.ts'

const Number = Type.String({ minLength: 5, maxLength: 40, description: "Expected a caller's number of 5 to 40 characters" })
const Reason = Type.String({ minLength: 2, maxLength: 200, description: 'Expected the reason, 2 to 200 characters' })
const closed = { additionalProperties: false } as const
const Asked = Type.Object({ number: Number, reason: Reason }, closed)

/** Personal data, for administrators. Numbers travel in bodies, never in addresses, which proxies log; every request is on the record. */
export function privacyRoutes(app: FastifyInstance, privacy: Omit<Privacy, 'store'>, audit: AuditLog): void {
  const access = 'privacy:manage'
  const note = (actor: Actor | null, request: FastifyRequest, action: AuditAction, detail: Readonly<Record<string, unknown>>, subject?: string): Promise<void> =>
    audit.note({ actor, action, detail, address: request.ip, ...(subject !== undefined && { subject }) })

  endpoint(app, { method: 'GET', url: '/api/privacy', access, summary: 'What is decided about personal data, and what was erased.' }, (): Promise<PrivacyView> => privacy.view())
  endpoint(app, { method: 'PUT', url: '/api/privacy', access, summary: 'Decide about masks, screens, the opening notice and how long things are kept.', body: SettingsSchema }, async ({ body, actor, request }): Promise<PrivacyView> => {
    await privacy.settings.change(body, actor?.name ?? '')
    await note(actor, request, 'privacy settings changed', { ...body.keepDays, reversible: body.reversible, liveScreen: body.liveScreen, tellLooked: body.tellLooked })
    return privacy.view()
  })
  endpoint(app, { method: 'POST', url: '/api/privacy/caller', access, summary: "A caller's calls, found by number.", body: Asked }, async ({ body, actor, request }): Promise<CallerCalls> => {
    const found = await privacy.callers.calls(body.number)
    await note(actor, request, 'caller looked up', { reason: body.reason, calls: found.calls.length })
    return found
  })
  endpoint(app, { method: 'POST', url: '/api/privacy/caller/export', access, summary: "All that is kept of a caller's calls.", body: Asked }, async ({ body, actor, request }): Promise<CallerExport> => {
    const exported = await privacy.callers.exported(body.number)
    await note(actor, request, 'caller exported', { reason: body.reason, calls: exported.calls.length })
    return exported
  })
  endpoint(app, { method: 'POST', url: '/api/privacy/caller/erase', access, summary: "Erase a caller's calls with all that was made of them.", body: Asked }, async ({ body, actor, request }): Promise<CallerErasure> => {
    const done = await privacy.callers.erase(body.number)
    await privacy.erased('request', actor?.name ?? '', body.reason, 'caller', done.erased)
    await note(actor, request, 'caller erased', { reason: body.reason, calls: done.erased })
    return done
  })
  endpoint(app, { method: 'POST', url: '/api/privacy/calls/:id/originals', access, summary: "A call's utterances without masks, where originals are kept.", params: Type.Object({ id: IdSchema }), body: Type.Object({ reason: Reason }, closed) }, async ({ params: { id }, body, actor, request }): Promise<CallOriginals> => {
    await note(actor, request, 'originals opened', { reason: body.reason }, id)
    return privacy.callers.originals(id)
  })
}
