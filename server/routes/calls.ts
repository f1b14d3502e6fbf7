import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { IdSchema } from '../ingest/neutral.ts'
import { describe, maskNumber, readAttributes } from '../live/call-details.ts'
import type { CallDetails, CallRegistry } from '../live/call-registry.ts'
import { callSummary } from '../live/call-view.ts'
import { endCall } from '../live/commands.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { CallSummary } from '../protocol.ts'
import { endpoint } from './endpoint.ts'

const Short = Type.String({ minLength: 1, maxLength: 80, description: 'Expected 1 to 80 characters' })
const Call = Type.Object({
  callId: IdSchema,
  agent: Type.Optional(Short),
  callerNumber: Type.Optional(Type.String({ maxLength: 40, description: 'Expected at most 40 characters' })),
  /** Played by a tool rather than spoken on the line. */
  origin: Type.Optional(Type.Literal('sample', { description: 'Expected sample, or nothing' })),
  queue: Type.Optional(Type.String({ maxLength: 80, description: 'Expected at most 80 characters' })),
  attributes: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'Expected facts by their ids' })),
})
const CallParams = Type.Object({ id: IdSchema })

/** What the telephone system announces: a call begins, a call is over. Both may be repeated. */
export function callRoutes(app: FastifyInstance, registry: CallRegistry, engine: LiveEngine, unannounced: CallDetails): void {
  endpoint(
    app,
    { method: 'POST', url: '/api/calls', access: 'calls:announce', summary: 'Announce a call, or describe one better.', body: Call },
    async ({ body: { callId, agent, callerNumber, origin, queue, attributes }, reply }): Promise<CallSummary> => {
      const details: CallDetails = {
        agent: agent ?? unannounced.agent,
        agentId: null,
        team: null,
        origin: origin ?? 'live',
        callerNumber: maskNumber(callerNumber ?? ''),
        queue: queue ?? unannounced.queue,
        facts: { ...(agent === undefined ? {} : { agentName: agent }), ...readAttributes(attributes ?? {}) },
      }
      const session = await registry.open(callId, details)
      await session.do((log) => describe(log, details))
      void reply.code(201)
      return callSummary(session.state, engine)
    },
  )

  endpoint(
    app,
    { method: 'POST', url: '/api/calls/:id/end', access: 'calls:announce', summary: 'The caller or the agent has hung up.', params: CallParams },
    async ({ params }): Promise<CallSummary> => {
      const session = await registry.existing(params.id)
      await endCall(session)
      return callSummary(session.state, engine)
    },
  )
}
