import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { IdSchema } from '../ingest/neutral.ts'
import { describe, maskNumber, readAttributes } from '../live/call-details.ts'
import type { CallDetails, CallRegistry } from '../live/call-registry.ts'
import { callSummary } from '../live/call-view.ts'
import { endCall } from '../live/commands.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { CallSummary } from '../protocol.ts'
import { validator } from '../validation.ts'

const Short = Type.String({ minLength: 1, maxLength: 80, description: 'Expected 1 to 80 characters' })
const readCall = validator(
  Type.Object({
    callId: IdSchema,
    agent: Type.Optional(Short),
    callerNumber: Type.Optional(Type.String({ maxLength: 40, description: 'Expected at most 40 characters' })),
    queue: Type.Optional(Type.String({ maxLength: 80, description: 'Expected at most 80 characters' })),
    attributes: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'Expected facts by their ids' })),
  }),
)
const readParams = validator(Type.Object({ id: IdSchema }))

/** What the telephone system announces: a call begins, a call is over. Both may be repeated. */
export function callRoutes(app: FastifyInstance, registry: CallRegistry, engine: LiveEngine, unannounced: CallDetails): void {
  app.post('/api/calls', async (request, reply): Promise<CallSummary> => {
    const { callId, agent, callerNumber, queue, attributes } = readCall(request.body)
    const details: CallDetails = {
      agent: agent ?? unannounced.agent,
      callerNumber: maskNumber(callerNumber ?? ''),
      queue: queue ?? unannounced.queue,
      facts: { ...(agent === undefined ? {} : { agentName: agent }), ...readAttributes(attributes ?? {}) },
    }
    const session = await registry.open(callId, details)
    await session.do((log) => describe(log, details))
    void reply.code(201)
    return callSummary(session.state, engine)
  })

  app.post('/api/calls/:id/end', async (request): Promise<CallSummary> => {
    const session = await registry.existing(readParams(request.params).id)
    await endCall(session)
    return callSummary(session.state, engine)
  })
}
