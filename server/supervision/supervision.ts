import { Type } from '@sinclair/typebox'
import type { Person } from '../identity/actor.ts'
import { IdSchema } from '../ingest/neutral.ts'
import type { CallRegistry } from '../live/call-registry.ts'
import { callSummary } from '../live/call-view.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { ClientSocket, Watchers } from '../live/watchers.ts'
import type { AuditAction, CallSummary, ClientEvents } from '../protocol.ts'
import type { SharedWall } from '../cluster/wall-share.ts'
import { validator } from '../validation.ts'
import { observers } from './observers.ts'
import { wall } from './wall.ts'
import { acknowledgeWhisper, takeOver, whisper } from './whisper.ts'

export interface SupervisionTools {
  readonly registry: CallRegistry
  readonly watchers: Watchers
  readonly engine: LiveEngine
  /** The walls of other nodes; without it, there are none. */
  readonly shared?: SharedWall & { readonly reach: () => 'all' | 'this node' }
  /** Whether agents are told that somebody looks in. */
  readonly tellLooked: () => boolean
  /** A call has gone to another agent. */
  readonly reassigned: (call: CallSummary) => void
  /** Puts something on the record. */
  readonly noted: (person: Person, action: AuditAction, callId: string, address: string) => void
}
type SupervisionEvent = Extract<keyof ClientEvents, `wall:${string}` | `whisper:${string}` | 'call:take-over'>
export interface Supervision {
  /** What this browser's requests are answered with. */
  readonly answers: (socket: ClientSocket) => Readonly<Record<SupervisionEvent, (payload: unknown) => unknown>>
  readonly gone: (socket: ClientSocket) => void
  /** The teams whose wall somebody watches here. */
  readonly teams: () => readonly (string | null)[]
  /** The sessions of those who have their wall before them. */
  readonly sessions: () => readonly string[]
  /** Sends the walls and the observers that have changed; twice a second. */
  readonly tick: () => void
}
/** Longest whisper, characters: one glance. */
const longestWhisper = 60

const closed = { additionalProperties: false } as const
const requests = {
  send: validator(Type.Object({ callId: IdSchema, text: Type.String({ minLength: 1, maxLength: longestWhisper, pattern: '\\S', description: `Expected one line of 1 to ${String(longestWhisper)} characters` }) }, closed)),
  acknowledge: validator(Type.Object({ callId: IdSchema, id: Type.String({ minLength: 1, maxLength: 64 }) }, closed)),
  call: validator(Type.Object({ callId: IdSchema }, closed)),
}

/** The wall of supervisors, their whispers, and taking calls over. */
export function newSupervision({ registry, watchers, engine, tellLooked, reassigned, noted, shared }: SupervisionTools): Supervision {
  const walls = wall(engine, () => registry.sessions().map(({ state }) => state), watchers.showWall, shared?.others)
  let reach: 'all' | 'this node' = 'all'
  const tellAgents = observers({ rooms: watchers.rooms, agentOf: (callId) => registry.session(callId)?.state.agentId ?? null, told: tellLooked })
  return {
    answers: (socket) => {
      const { data: { actor, address } } = socket
      return {
        'wall:watch': () => {
          if (reach !== 'all') socket.emit('wall:reach', reach)
          return walls.watch(socket)
        },
        'wall:leave': () => walls.leave(socket),
        'whisper:send': async (payload) => {
          const { callId, text } = requests.send(payload)
          await (await registry.existing(callId)).do(whisper(text.replaceAll(/\s+/gu, ' ').trim(), actor))
          noted(actor, 'whisper sent', callId, address)
        },
        'whisper:acknowledge': async (payload) => {
          const { callId, id } = requests.acknowledge(payload)
          await (await registry.existing(callId)).do(acknowledgeWhisper(id))
        },
        'call:take-over': async (payload) => {
          const { callId } = requests.call(payload)
          const session = await registry.existing(callId)
          await session.do(takeOver(actor))
          noted(actor, 'call taken over', callId, address)
          reassigned(callSummary(session.state, engine))
        },
      }
    },
    gone: walls.leave,
    teams: () => [...new Set([...walls.watching()].map(({ data }) => data.actor.team))],
    sessions: walls.sessions,
    tick: () => {
      const now = shared?.reach() ?? 'all'
      if (now !== reach) for (const socket of walls.watching()) socket.emit('wall:reach', now)
      reach = now
      shared?.tick()
      walls.send()
      tellAgents()
    },
  }
}
