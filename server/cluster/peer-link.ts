import { io } from 'socket.io-client'
import type { NodeEntry } from './directory.ts'

/** The path of the nodes' own namespace. */
export const nodeNamespace = '/node'
/** ms to wait for a connection, and for an answer of another node. */
const connectMs = 400
const answerMs = 3_000

/** Another node could not be asked. `dead`: nothing listens at its address, so that nobody is at home there. */
export class PeerUnreachable extends Error {
  readonly dead: boolean

  constructor(address: string, dead: boolean) {
    super(`the node at ${address} ${dead ? 'is gone' : 'does not answer'}`)
    this.dead = dead
  }
}
/** The way to another node. */
export interface Peer {
  readonly id: string
  readonly address: string
  /** What the node last said of itself. */
  readonly entry: () => NodeEntry
  readonly saw: (entry: NodeEntry) => void
  readonly connected: () => boolean
  /** Rejects with PeerUnreachable. */
  readonly ask: <T>(event: string, payload: unknown) => Promise<T>
  /** Sends what needs no answer, when there is a connection. */
  readonly tell: (event: string, payload: unknown) => void
  readonly close: () => void
}

/** Whether a failed connection shows that nothing listens there. */
export function isRefused(error: unknown): boolean {
  const cause = (error as { readonly description?: { readonly error?: { readonly code?: string } } }).description?.error
  return cause?.code === 'ECONNREFUSED' || cause?.code === 'ECONNRESET'
}

/** Keeps a connection to a node for as long as it is on the list. `secret`: what nodes show each other now. */
export function peerLink(first: NodeEntry, from: string, secret: () => string): Peer {
  let entry = first
  let refused = false
  const socket = io(`${first.address}${nodeNamespace}`, { transports: ['websocket'], forceNew: true, auth: (tell) => tell({ secret: secret(), node: from }), reconnectionDelay: 100, reconnectionDelayMax: 500, timeout: 2_000 })
  socket.on('connect', () => (refused = false))
  socket.on('connect_error', (error) => (refused = isRefused(error)))

  const connected = async (): Promise<void> => {
    if (socket.connected) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(settle, connectMs)
      function settle(): void {
        clearTimeout(timer)
        socket.off('connect', settle).off('connect_error', settle)
        resolve()
      }
      socket.on('connect', settle).on('connect_error', settle)
    })
    if (!socket.connected) throw new PeerUnreachable(entry.address, refused)
  }
  return {
    id: first.id,
    address: first.address,
    entry: () => entry,
    saw: (seen) => {
      if (seen.version >= entry.version) entry = seen
      // A node that was turned away, because the two did not have the same secret yet, does not try again by itself.
      if (!socket.active) socket.connect()
    },
    connected: () => socket.connected,
    ask: async <T>(event: string, payload: unknown): Promise<T> => {
      await connected()
      return new Promise<T>((resolve, reject) => {
        const cut = (): void => settle(() => reject(new PeerUnreachable(entry.address, false)))
        const timer = setTimeout(cut, answerMs)
        const settle = (end: () => void): void => {
          clearTimeout(timer)
          socket.off('disconnect', cut)
          end()
        }
        socket.once('disconnect', cut)
        socket.emit(event, payload, (answer: T) => settle(() => resolve(answer)))
      })
    },
    tell: (event, payload) => {
      if (socket.connected) socket.emit(event, payload)
    },
    close: () => socket.disconnect(),
  }
}
