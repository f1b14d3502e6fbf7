import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Identity } from '../identity/identity.ts'
import { keyScopes } from '../identity/permissions.ts'
import type { ApiKeyView, AuditView, NewApiKey } from '../protocol.ts'
import { endpoint } from './endpoint.ts'
import { auditView, keyView } from './person-views.ts'

const New = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 40, description: 'Expected a name of at most 40 characters' }),
    scopes: Type.Array(Type.Union(keyScopes.map((scope) => Type.Literal(scope))), { minItems: 1, maxItems: keyScopes.length, description: `Expected some of ${keyScopes.join(', ')}` }),
    expiresAt: Type.Optional(Type.Union([Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }), Type.Null()], { description: 'Expected ms since 1970, or null' })),
  },
  { additionalProperties: false },
)
const Params = Type.Object({ id: Type.String({ maxLength: 64, description: 'Expected the id of a key' }) })
const Page = Type.Object({
  before: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'Expected ms since 1970' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'Expected 1 to 500' })),
  action: Type.Optional(Type.String({ maxLength: 40, description: 'Expected the name of an action' })),
  subject: Type.Optional(Type.String({ maxLength: 128, description: 'Expected the id of a call, a person …' })),
})
const pageSize = 100

/** API keys, and the record of what was done. */
export function keyRoutes(app: FastifyInstance, { office, audit }: Identity): void {
  const access = 'people:manage'
  endpoint(app, { method: 'GET', url: '/api/keys', access, summary: 'The API keys; the keys themselves are not kept.' }, async (): Promise<readonly ApiKeyView[]> => (await office.all()).map(keyView))
  endpoint(app, { method: 'POST', url: '/api/keys', access, summary: 'Make an API key; it is shown this once.', body: New }, async ({ body, actor, request, reply }): Promise<NewApiKey> => {
    const { key, row } = await office.make(body.name, body.scopes, body.expiresAt ?? null, { actor, address: request.ip })
    void reply.code(201)
    return { key, view: keyView(row) }
  })
  endpoint(app, { method: 'DELETE', url: '/api/keys/:id', access, summary: 'Revoke an API key.', params: Params }, async ({ params, actor, request }) => {
    await office.revoke(params.id, { actor, address: request.ip })
    return { ok: true }
  })
  endpoint(app, { method: 'GET', url: '/api/audit', access, summary: 'Who did what, newest first.', query: Page }, async ({ query }): Promise<readonly AuditView[]> =>
    (await audit.page(query.limit ?? pageSize, query.before ?? null, query)).map(auditView),
  )
}
