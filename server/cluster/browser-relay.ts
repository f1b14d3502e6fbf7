import { io, type Socket } from 'socket.io-client'
import type { Person } from '../identity/actor.ts'
import { SunlineError } from '../errors.ts'
import type { ClientSocket } from '../live/watchers.ts'
import type { Reply } from '../protocol.ts'
import { movedAway } from './at-home.ts'
import { isRefused, type Peer, PeerUnreachable } from './peer-link.ts'

/** Who a node asks for when it opens a browser's socket at another node. */
export interface Relayed {
  readonly secret: string
  readonly actor: Person
  readonly sessionId: string | null
  readonly address: string
}
/** Browsers connected here that look at calls at home on other nodes: each has a socket of its own there, as if it were connected to both. */
export interface BrowserRelays {
  /** Asks the other node in the browser's name; `movedAway` when the call is not at home there. Throws the SunlineError that it answers with, or PeerUnreachable. */
  readonly ask: (browser: ClientSocket, peer: Peer, event: string, payload: { readonly callId: string }) => Promise<unknown>
  /** The browser does not look at the call any more. */
  readonly leave: (browser: ClientSocket, callId: string) => void
  readonly gone: (browser: ClientSocket) => void
}
export interface RelayTools {
  readonly secret: () => string
  /** Hands on to the browser what another node sent for it. */
  readonly pass: (browser: ClientSocket, event: string, args: readonly unknown[]) => void
}
interface Relay {
  readonly socket: Socket
  readonly watched: Set<string>
}
const answerMs = 5_000
/** The field of the refusal of a node that was asked for a call which is not at home there. */
export const notAtHome = 'home'

export function browserRelays({ secret, pass }: RelayTools): BrowserRelays {
  const relays = new Map<ClientSocket, Map<string, Relay>>()

  const open = (browser: ClientSocket, peer: Peer): Relay => {
    const { actor, sessionId, address } = browser.data
    const relayed: Relayed = { secret: secret(), actor, sessionId, address }
    const socket = io(peer.address, { transports: ['websocket'], forceNew: true, reconnection: false, timeout: 2_000, auth: { key: relayed } })
    const relay: Relay = { socket, watched: new Set() }
    socket.onAny((event: string, ...args: readonly unknown[]) => {
      // In a turn of its own: what was answered just before, such as the whole call, reaches the browser first.
      setImmediate(() => {
        if (relays.get(browser)?.get(peer.id) !== relay) return
        if (event === 'call:moved') relay.watched.delete(String(args[0]))
        pass(browser, event, args)
      })
    })
    socket.on('disconnect', () => close(browser, peer.id, relay))
    return relay
  }
  const close = (browser: ClientSocket, peer: string, relay: Relay): void => {
    const own = relays.get(browser)
    if (own?.get(peer) !== relay) return
    own.delete(peer)
    relay.socket.disconnect()
    for (const callId of relay.watched) browser.emit('call:moved', callId)
  }
  const of = (browser: ClientSocket, peer: Peer): Relay => {
    const own = relays.get(browser) ?? new Map<string, Relay>()
    relays.set(browser, own)
    const known = own.get(peer.id)
    if (known) return known
    const relay = open(browser, peer)
    own.set(peer.id, relay)
    return relay
  }
  const connected = (relay: Relay, browser: ClientSocket, peer: Peer): Promise<void> =>
    relay.socket.connected
      ? Promise.resolve()
      : new Promise((resolve, reject) => {
          relay.socket.once('connect', resolve)
          relay.socket.once('connect_error', (error) => {
            relays.get(browser)?.delete(peer.id)
            reject(new PeerUnreachable(peer.address, isRefused(error)))
          })
        })
  return {
    ask: async (browser, peer, event, payload) => {
      const relay = of(browser, peer)
      await connected(relay, browser, peer)
      let reply: Reply<unknown>
      try {
        reply = (await relay.socket.timeout(answerMs).emitWithAck(event, payload)) as Reply<unknown>
      } catch {
        throw new PeerUnreachable(peer.address, false)
      }
      if (!reply.ok && reply.field === notAtHome) return movedAway
      if (!reply.ok) throw new SunlineError(reply.error, reply.message, reply.field)
      if (event === 'call:watch') relay.watched.add(payload.callId)
      return reply.data
    },
    leave: (browser, callId) => {
      for (const [peer, relay] of relays.get(browser) ?? []) {
        if (!relay.watched.delete(callId)) continue
        relay.socket.emit('call:leave', { callId }, () => undefined)
        if (relay.watched.size === 0) close(browser, peer, relay)
      }
    },
    gone: (browser) => {
      for (const { socket } of relays.get(browser)?.values() ?? []) socket.disconnect()
      relays.delete(browser)
    },
  }
}
