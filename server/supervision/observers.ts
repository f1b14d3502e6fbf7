import type { ClientSocket } from '../live/watchers.ts'

export interface ObserverTools {
  /** Every call that somebody looks at, with those who do. */
  readonly rooms: () => Iterable<readonly [callId: string, sockets: readonly ClientSocket[]]>
  /** Whose the call is; null: nobody's. */
  readonly agentOf: (callId: string) => string | null
  /** Whether an administrator has decided that agents are told. */
  readonly told: () => boolean
}

/** Tells agents who looks in on their calls, where they are to be told. Called often; sends only what is new to a browser. */
export function observers({ rooms, agentOf, told }: ObserverTools): () => void {
  const sent = new WeakMap<ClientSocket, Map<string, string>>()
  return () => {
    if (!told()) return
    for (const [callId, sockets] of rooms()) {
      const agent = agentOf(callId)
      const people = [...sockets].map(({ data }) => data.actor)
      const names = [...new Set(people.filter(({ id }) => id !== agent).map(({ name }) => name))]
      for (const socket of sockets) {
        if (socket.data.actor.id !== agent) continue
        const known = sent.get(socket) ?? new Map<string, string>()
        const line = names.join('、')
        if ((known.get(callId) ?? '') === line) continue
        known.set(callId, line)
        sent.set(socket, known)
        socket.emit('call:observed', callId, names)
      }
    }
  }
}
