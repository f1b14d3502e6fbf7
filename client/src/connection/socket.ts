import { io, type Socket } from 'socket.io-client'
import type { ErrorCode, ServerEvents } from '../../../server/protocol.ts'
import { createStore } from '../state/store.ts'
import { doubtSession } from './session-doubt.ts'

/** Outgoing events are typed by `request`, the only place that sends. */
export type Wire = Socket<ServerEvents, Record<string, (...sent: unknown[]) => void>>

/** Whether the server can be heard. `lastHeardAt`: ms on this machine's clock of the last message before silence. */
export interface Connection {
  readonly state: 'connecting' | 'connected' | 'lost'
  readonly lastHeardAt: number | null
}

export const connection = createStore<Connection>({ state: 'connecting', lastHeardAt: null })

/** The page's one socket: websocket only, opened once somebody is signed in, then reconnecting by itself for as long as the page is open. */
export const wire: Wire = io({ transports: ['websocket'], autoConnect: false, reconnectionDelay: 500, reconnectionDelayMax: 4000 })
const againMs = 1000

let heardAt: number | null = null
wire.onAny(() => {
  heardAt = Date.now()
})
wire.on('connect', () => {
  heardAt = Date.now()
  connection.set({ state: 'connected', lastHeardAt: heardAt })
})
wire.on('disconnect', (reason) => {
  connection.set({ state: 'lost', lastHeardAt: heardAt })
  // Cut off by the server, the socket does not come back by itself.
  if (reason === 'io server disconnect') setTimeout(() => wire.connect(), againMs)
})
wire.on('connect_error', (error: Error & { readonly data?: { readonly code?: ErrorCode } }) => {
  connection.set({ state: heardAt === null ? 'connecting' : 'lost', lastHeardAt: heardAt })
  if (error.data?.code === 'unauthorised') doubtSession()
  else if (!wire.active) setTimeout(() => wire.connect(), againMs)
})
