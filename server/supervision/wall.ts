import type { Person } from '../identity/actor.ts'
import { mayHandle } from '../identity/ownership.ts'
import type { CallState } from '../live/call-state.ts'
import { fingerprint } from '../live/fingerprint.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { ClientSocket } from '../live/watchers.ts'
import type { WallCall } from '../protocol.ts'
import type { SharedCall } from '../cluster/wall-share.ts'
import { wallCalls, wallOrder } from './wall-calls.ts'

/** The supervisors who have their wall before them. */
export interface Wall {
  /** From now on this browser is sent the wall when it changes; the wall as it is now. */
  readonly watch: (socket: ClientSocket) => readonly WallCall[]
  readonly leave: (socket: ClientSocket) => void
  /** Everyone who watches. */
  readonly watching: () => Iterable<ClientSocket>
  /** The sessions of those who watch. */
  readonly sessions: () => readonly string[]
  /** Sends every wall that looks different from what was last sent. While nobody watches, nothing is computed. */
  readonly send: () => void
}

/** `calls`: the states of all calls in memory. `show` sends a wall and never waits. `others`: calls of other nodes. */
export function wall(engine: LiveEngine, calls: () => readonly CallState[], show: (socket: ClientSocket, calls: readonly WallCall[]) => void, others: () => readonly SharedCall[] = () => []): Wall {
  const watching = new Map<ClientSocket, number>()
  const shown = wallCalls(engine)
  const wallOf = (person: Person, states: readonly CallState[]): readonly WallCall[] => {
    const here = states.filter((state) => mayHandle(person, state)).flatMap((state) => shown(state) ?? [])
    const known = new Set(here.map(({ id }) => id))
    const elsewhere = others().filter((shared) => mayHandle(person, shared) && !known.has(shared.call.id)).map(({ call }) => call)
    return [...here, ...elsewhere].toSorted(wallOrder)
  }
  return {
    watch: (socket) => {
      const now = wallOf(socket.data.actor, calls())
      watching.set(socket, fingerprint(JSON.stringify(now)))
      return now
    },
    leave: (socket) => void watching.delete(socket),
    watching: () => watching.keys(),
    sessions: () => [...watching.keys()].flatMap(({ data }) => data.sessionId ?? []),
    send: () => {
      if (watching.size === 0) return
      const states = calls()
      for (const [socket, last] of watching) {
        const now = wallOf(socket.data.actor, states)
        const print = fingerprint(JSON.stringify(now))
        if (print === last) continue
        watching.set(socket, print)
        show(socket, now)
      }
    },
  }
}
