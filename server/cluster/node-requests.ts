import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import { eventAccess } from '../identity/event-access.ts'
import { mayHandle } from '../identity/ownership.ts'
import type { CallRegistry } from '../live/call-registry.ts'
import { CallElsewhere } from '../live/homes.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { NodeRequests } from '../live/sockets.ts'
import type { Watchers } from '../live/watchers.ts'
import type { CallSummary } from '../protocol.ts'
import type { Database } from '../store/database.ts'
import { type AtHome, movedAway } from './at-home.ts'
import { type BrowserRelays, notAtHome } from './browser-relay.ts'

export interface NodeRequestsTools {
  readonly self: string
  readonly registry: CallRegistry
  readonly watchers: Pick<Watchers, 'unlist'>
  readonly relays: BrowserRelays
  readonly atHome: AtHome
  readonly database: Database
  /** A supervisor of this team has the list of calls before him. */
  readonly listing: (team: string | null) => void
  readonly engine: Pick<LiveEngine, 'flowInfo'>
}

const callOf = (payload: unknown): string | null => {
  const { callId } = (payload ?? {}) as { readonly callId?: unknown }
  return typeof callId === 'string' ? callId : null
}

/** Answers browsers' requests about calls on other nodes. A call follows its agent: when the agent's own browser is here, it comes here. */
export function nodeRequests({ self, registry, watchers, relays, atHome, database, listing, engine }: NodeRequestsTools): NodeRequests {
  const agentOf = async (callId: string): Promise<string | null> =>
    (await database.selectFrom('calls').select('agent_id').where('id', '=', callId).where('status', '<>', 'closed').executeTakeFirst())?.agent_id ?? null

  return {
    serve: async (socket, event, payload, here) => {
      const callId = callOf(payload)
      if (callId !== null && event === 'call:leave') relays.leave(socket, callId)
      if (callId === null || eventAccess[event].call === 'none' || registry.session(callId)) return here()
      if (socket.data.relayed) {
        return here().catch((error: unknown) => {
          throw error instanceof CallElsewhere ? new SunlineError('unavailable', error.message, notAtHome) : error
        })
      }
      const own = async (): Promise<boolean> => event === 'call:watch' && (await agentOf(callId)) === socket.data.actor.id
      return atHome<unknown>({
        callId,
        here,
        there: async (peer) => {
          if ((await own()) && (await peer.ask<boolean>('hand over', { callId, to: self }))) return movedAway
          const answer = await relays.ask(socket, peer, event, { ...(payload as object), callId })
          if (event === 'call:watch' && answer !== movedAway) watchers.unlist(socket)
          return answer
        },
        insistent: own,
      })
    },
    calls: async (person) => {
      if (person.roles.includes('supervisor')) listing(person.team)
      const rows = await database
        .selectFrom('calls')
        .selectAll()
        .where('status', '<>', 'closed')
        .where('ended_at', 'is', null)
        .where('origin', 'in', ['live', 'sample'])
        .where((is) => is.or([is('agent_id', '=', person.id), person.team === null ? is('team', 'is', null) : is('team', '=', person.team)]))
        .orderBy('started_at')
        .execute()
      return rows.map((row): CallSummary & { readonly agentId: string | null } => ({
        id: row.id, status: row.status, startedAt: row.started_at, endedAt: row.ended_at, agent: row.agent, agentId: row.agent_id, team: row.team, callerNumber: row.caller_number, queue: row.queue,
        scenario: row.scenario === null ? null : (engine.flowInfo(row.scenario)?.title ?? { zh: row.scenario, en: row.scenario }), lastHeardAt: null,
      })).filter((call) => mayHandle(person as Person, call))
    },
    gone: relays.gone,
  }
}
