import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { Person } from '../identity/actor.ts'
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

export interface CallRouteTools {
  readonly registry: CallRegistry
  readonly engine: LiveEngine
  /** What a call has of which nothing is said. */
  readonly unannounced: CallDetails
  /** The person whom the telephone system names by number, login or name. */
  readonly named: (agent: string) => Promise<Person | null>
  /** A call has gone to another agent. */
  readonly reassigned: (call: CallSummary) => void
}

/** What the telephone system announces: a call begins, a call is over. Both may be repeated. */
export function callRoutes(app: FastifyInstance, { registry, engine, unannounced, named, reassigned }: CallRouteTools): void {
  endpoint(
    app,
    { method: 'POST', url: '/api/calls', access: 'calls:announce', summary: 'Announce a call, or describe one better.', body: Call },
    async ({ body: { callId, agent, callerNumber, origin, queue, attributes }, reply }): Promise<CallSummary> => {
      const person = agent === undefined ? null : await named(agent)
      const details: CallDetails = {
        agent: person?.name ?? agent ?? unannounced.agent,
        agentId: person ? person.id : unannounced.agentId,
        team: person ? person.team : unannounced.team,
        origin: origin ?? 'live',
        callerNumber: maskNumber(callerNumber ?? ''),
        queue: queue ?? unannounced.queue,
        facts: { ...agentFacts(person, agent), ...readAttributes(attributes ?? {}) },
      }
      const session = await registry.open(callId, details)
      const before = session.state.agentId
      await session.do((log) => describe(log, details))
      const call = callSummary(session.state, engine)
      if (before !== call.agentId) reassigned(call)
      void reply.code(201)
      return call
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

/** What the agent says of himself. */
function agentFacts(person: Person | null, agent: string | undefined): Readonly<Record<string, string>> {
  if (person) return { agentName: person.name, ...(person.number !== '' && { agentNumber: person.number }) }
  return agent === undefined ? {} : { agentName: agent }
}
