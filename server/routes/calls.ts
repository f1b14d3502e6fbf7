import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { IdSchema } from '../ingest/neutral.ts'
import type { CallSummary } from '../protocol.ts'
import type { CallLine } from '../telephony/call-line.ts'
import { endpoint } from './endpoint.ts'

const Short = Type.String({ minLength: 1, maxLength: 80, description: 'Expected 1 to 80 characters' })
const Attributes = Type.Record(Type.String(), Type.Unknown(), { description: 'Expected facts by their ids' })
const Call = Type.Object({
  callId: IdSchema,
  agent: Type.Optional(Short),
  callerNumber: Type.Optional(Type.String({ maxLength: 40, description: 'Expected at most 40 characters' })),
  /** Played by a tool rather than spoken on the line. */
  origin: Type.Optional(Type.Literal('sample', { description: 'Expected sample, or nothing' })),
  queue: Type.Optional(Type.String({ maxLength: 80, description: 'Expected at most 80 characters' })),
  attributes: Type.Optional(Attributes),
})
const CallParams = Type.Object({ id: IdSchema })

/** What other systems say of a call: it begins, more is known of it, it is over. All may be repeated. */
export function callRoutes(app: FastifyInstance, line: CallLine): void {
  endpoint(
    app,
    { method: 'POST', url: '/api/calls', access: 'calls:announce', summary: 'Announce a call, or describe one better.', body: Call },
    async ({ body, reply }): Promise<CallSummary> => {
      const call = await line.answered(body)
      void reply.code(201)
      return call
    },
  )
  endpoint(
    app,
    { method: 'PATCH', url: '/api/calls/:id/attributes', access: 'calls:announce', summary: 'Facts that another system knows of a call, at any time; null takes one back.', params: CallParams, body: Type.Object({ attributes: Attributes }) },
    ({ params, body }): Promise<CallSummary> => line.attributes(params.id, body.attributes),
  )
  endpoint(
    app,
    { method: 'POST', url: '/api/calls/:id/end', access: 'calls:announce', summary: 'The caller or the agent has hung up.', params: CallParams },
    ({ params }): Promise<CallSummary> => line.hungUp(params.id),
  )
}
