import { type Static, type TSchema, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../identity/actor.ts'
import type { RouteAccess } from '../identity/guard.ts'
import type { Access } from '../identity/permissions.ts'
import { validator } from '../validation.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    actor: Actor | null
  }
  interface FastifyInstance {
    /** Every route with its access, as far as they are declared. */
    routeAccess: readonly RouteAccess[]
  }
}

const Nothing = Type.Unknown()

/** One route: where it is, who may use it, what it takes and gives. The schemas check requests and make the OpenAPI document. */
export interface EndpointShape<P extends TSchema, Q extends TSchema, B extends TSchema> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly access: Access
  /** One sentence for the OpenAPI document. */
  readonly summary: string
  readonly params?: P
  /** Texts of the query are converted to the types of the schema. */
  readonly query?: Q
  readonly body?: B
  /** What is answered with 200 or 201. */
  readonly answer?: TSchema
}
export interface Asked<P extends TSchema, Q extends TSchema, B extends TSchema> {
  readonly params: Static<P>
  readonly query: Static<Q>
  readonly body: Static<B>
  readonly actor: Actor | null
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/**
 * Declares a route. Whoever lacks its access is refused before the body is read; every part is checked before `handle` sees it,
 * and what does not fit is answered with SunlineError 'invalid payload' naming the field.
 */
export function endpoint<P extends TSchema = typeof Nothing, Q extends TSchema = typeof Nothing, B extends TSchema = typeof Nothing>(
  app: FastifyInstance,
  { method, url, access, summary, params, query, body, answer }: EndpointShape<P, Q, B>,
  handle: (asked: Asked<P, Q, B>) => unknown,
): void {
  const readParams = reader(params, true)
  const readQuery = reader(query, true)
  const readBody = reader(body, false)
  const schema = { summary, ...(params && { params }), ...(query && { querystring: query }), ...(body && { body }), ...(answer && { response: { 200: answer } }) }
  app.route({
    method,
    url,
    config: { access },
    schema,
    // The checks below answer in the words of this project; Fastify's own would come first.
    validatorCompiler: () => () => true,
    serializerCompiler: () => (value) => JSON.stringify(value),
    handler: async (request, reply) =>
      handle({ params: readParams(request.params), query: readQuery(request.query), body: readBody(request.body), actor: request.actor, request, reply }),
  })
}

function reader<T extends TSchema>(schema: T | undefined, texts: boolean): (value: unknown) => Static<T> {
  if (schema === undefined) return (value) => value as Static<T>
  const check = validator(schema)
  return (value) => check(texts ? Value.Convert(schema, Value.Clone(value)) : value)
}
