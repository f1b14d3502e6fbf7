import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import { describe, maskNumber, readAttributes } from '../live/call-details.ts'
import type { CallOrigin, FactValue } from '../live/call-events.ts'
import type { CallDetails, CallRegistry } from '../live/call-registry.ts'
import type { CallSession } from '../live/call-session.ts'
import { callSummary } from '../live/call-view.ts'
import { endCall, hold, retrieve } from '../live/commands.ts'
import { recordFact } from '../live/moving.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { CallSummary } from '../protocol.ts'
import type { TelephonyEvent } from './telephony-event.ts'

export interface LineTools {
  readonly registry: CallRegistry
  readonly engine: LiveEngine
  /** What a call has of which nothing is said. */
  readonly unannounced: CallDetails
  /** The person whom the telephone system names by number, login or name. */
  readonly named: (agent: string) => Promise<Person | null>
  /** A call has gone to another agent. */
  readonly reassigned: (call: CallSummary) => void
  /** Notes from which number a stored call came; the call itself keeps a mask. */
  readonly cameFrom: (callId: string, number: string) => Promise<void>
}
/** A call as it is announced; everything may be said later or again. */
export interface Announcement {
  readonly callId: string
  readonly agent?: string | undefined
  readonly callerNumber?: string | undefined
  readonly queue?: string | undefined
  readonly origin?: CallOrigin | undefined
  readonly attributes?: Readonly<Record<string, unknown>> | undefined
}
/** What the telephone system does to calls. Everything may be repeated. Rejects with SunlineError like the live calls do. */
export interface CallLine {
  /** A call begins, or is described better. */
  readonly answered: (announcement: Announcement) => Promise<CallSummary>
  /** The call goes to the next agent as it stands. */
  readonly transferred: (callId: string, toAgent: string) => Promise<CallSummary>
  readonly held: (callId: string) => Promise<CallSummary>
  readonly retrieved: (callId: string) => Promise<CallSummary>
  readonly hungUp: (callId: string) => Promise<CallSummary>
  /** Facts that another system knows; null takes one back. What the agent recorded stays. */
  readonly attributes: (callId: string, attributes: Readonly<Record<string, unknown>>) => Promise<CallSummary>
  /** Any event of a telephone system; null when it is of a call that nobody announced. */
  readonly take: (event: TelephonyEvent) => Promise<CallSummary | null>
}

export function callLine({ registry, engine, unannounced, named, reassigned, cameFrom }: LineTools): CallLine {
  const summary = ({ state }: CallSession): CallSummary => callSummary(state, engine)
  /** Describes the call and tells everybody when it has gone to another agent. */
  const put = async (session: CallSession, details: CallDetails): Promise<CallSummary> => {
    const before = session.state.agentId
    await session.do((log) => describe(log, details))
    const call = summary(session)
    if (before !== call.agentId) reassigned(call)
    return call
  }
  const line: CallLine = {
    answered: async ({ callId, agent, callerNumber, queue, origin, attributes }) => {
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
      const { state } = session
      // What is not said again stays as it was.
      const call = await put(session, {
        ...details,
        ...(agent === undefined && { agent: state.agent, agentId: state.agentId, team: state.team }),
        ...(callerNumber === undefined && { callerNumber: state.callerNumber }),
        ...(queue === undefined && { queue: state.queue }),
      })
      if (callerNumber !== undefined) await cameFrom(callId, callerNumber)
      return call
    },
    transferred: async (callId, toAgent) => {
      const session = await registry.existing(callId)
      const person = await named(toAgent)
      const { callerNumber, queue, origin, status } = session.state
      if (status === 'held') await session.do(retrieve)
      return put(session, { agent: person?.name ?? toAgent, agentId: person?.id ?? null, team: person?.team ?? session.state.team, origin, callerNumber, queue, facts: agentFacts(person, toAgent) })
    },
    held: async (callId) => {
      const session = await registry.existing(callId)
      if (session.state.status === 'live') await session.do(hold)
      return summary(session)
    },
    retrieved: async (callId) => {
      const session = await registry.existing(callId)
      if (session.state.status === 'held') await session.do(retrieve)
      return summary(session)
    },
    hungUp: async (callId) => {
      const session = await registry.existing(callId)
      await endCall(session)
      return summary(session)
    },
    attributes: async (callId, attributes) => {
      const known = readAttributes(Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null)))
      const session = await registry.existing(callId)
      await session.do((log) => {
        for (const fact of Object.keys(attributes)) {
          const value: FactValue | null = known[fact] ?? null
          if (log.state.facts[fact]?.origin !== 'agent') recordFact(log, fact, value, 'system')
        }
      })
      return summary(session)
    },
    take: async (event) => {
      try {
        return await taken(line, event)
      } catch (error) {
        if (event.type !== 'answered' && error instanceof SunlineError && (error.code === 'not found' || error.code === 'call ended')) return null
        throw error
      }
    },
  }
  return line
}

function taken(line: CallLine, event: TelephonyEvent): Promise<CallSummary> {
  switch (event.type) {
    case 'answered':
      return line.answered(event)
    case 'held':
      return line.held(event.callId)
    case 'retrieved':
      return line.retrieved(event.callId)
    case 'transferred':
      return line.transferred(event.callId, event.toAgent)
    case 'hung up':
      return line.hungUp(event.callId)
  }
}

/** What the agent says of himself. */
function agentFacts(person: Person | null, agent: string | undefined): Readonly<Record<string, string>> {
  if (person) return { agentName: person.name, ...(person.number !== '' && { agentNumber: person.number }) }
  return agent === undefined ? {} : { agentName: agent }
}
