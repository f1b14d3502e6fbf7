import type { DefaultEventsMap, Socket } from 'socket.io'
import type { Person } from '../identity/actor.ts'
import { mayHandle, mayWatch } from '../identity/ownership.ts'
import type { CallSummary, ClientEvents, ServerEvents, Utterance } from '../protocol.ts'
import type { Audience } from './audience.ts'

/** What is known of a browser's socket: who is signed in, and by which session (null: a program of the demo). */
export interface SocketData {
  actor: Person
  sessionId: string | null
}
export type ClientSocket = Socket<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>

/** A browser that takes nothing for so long (ms) is cut off; it comes back and asks for the whole screen. */
const stalledMs = 10_000

/** The browsers that look at calls, as the audience of the calls. */
export interface Watchers extends Audience {
  readonly join: (callId: string, socket: ClientSocket) => void
  readonly leave: (callId: string, socket: ClientSocket) => void
  /** This browser shows the list of calls. */
  readonly list: (socket: ClientSocket) => void
  readonly unlist: (socket: ClientSocket) => void
  /** A call has gone to somebody else: who may not look at it any more loses its screen. */
  readonly reassigned: (call: CallSummary) => void
  /** Forgets a browser that has gone. */
  readonly gone: (socket: ClientSocket) => void
}

interface Browser {
  readonly calls: Set<string>
  /** The latest interim utterance of each call that the wire had no room for. */
  readonly parked: Map<string, Utterance>
  stalledSince: number | null
}

/** `now`: ms of any steady clock. */
export function watchers(now: () => number): Watchers {
  const byCall = new Map<string, Set<ClientSocket>>()
  const browsers = new Map<ClientSocket, Browser>()
  const listing = new Set<ClientSocket>()

  const browserOf = (socket: ClientSocket): Browser => {
    const known = browsers.get(socket)
    if (known) return known
    const browser: Browser = { calls: new Set(), parked: new Map(), stalledSince: null }
    browsers.set(socket, browser)
    socket.conn.transport.on('ready', () => {
      browser.stalledSince = null
      const parked = [...browser.parked]
      browser.parked.clear()
      for (const [callId, utterance] of parked) socket.emit('utterance:heard', callId, utterance)
    })
    return browser
  }
  const leave = (callId: string, socket: ClientSocket): void => {
    browsers.get(socket)?.calls.delete(callId)
    browsers.get(socket)?.parked.delete(callId)
    const watching = byCall.get(callId)
    watching?.delete(socket)
    if (watching?.size === 0) byCall.delete(callId)
  }
  const each = (callId: string, send: (socket: ClientSocket) => void): void => {
    for (const socket of byCall.get(callId) ?? []) {
      const browser = browserOf(socket)
      if (!socket.conn.transport.writable) browser.stalledSince ??= now()
      if (browser.stalledSince !== null && now() - browser.stalledSince > stalledMs) socket.disconnect(true)
      else send(socket)
    }
  }
  return {
    join: (callId, socket) => {
      browserOf(socket).calls.add(callId)
      const watching = byCall.get(callId)
      if (watching) watching.add(socket)
      else byCall.set(callId, new Set([socket]))
    },
    leave,
    list: (socket) => void listing.add(socket),
    unlist: (socket) => void listing.delete(socket),
    reassigned: (call) => {
      for (const socket of byCall.get(call.id) ?? []) if (!mayWatch(socket.data.actor, call, call.status === 'closed')) leave(call.id, socket)
    },
    gone: (socket) => {
      for (const callId of browsers.get(socket)?.calls ?? []) leave(callId, socket)
      browsers.delete(socket)
      listing.delete(socket)
    },
    watches: (callId) => byCall.has(callId),
    interim: (callId, utterance) =>
      each(callId, (socket) => {
        if (socket.conn.transport.writable) socket.emit('utterance:heard', callId, utterance)
        else browserOf(socket).parked.set(callId, utterance)
      }),
    heard: (callId, utterance) =>
      each(callId, (socket) => {
        browserOf(socket).parked.delete(callId)
        socket.emit('utterance:heard', callId, utterance)
      }),
    guidance: (callId, guidance) => each(callId, (socket) => socket.emit('guidance:changed', callId, guidance.seq, guidance)),
    warnings: (callId, board) => each(callId, (socket) => socket.emit('warning:changed', callId, board)),
    cue: (callId, cue) => each(callId, (socket) => socket.emit('cue:raised', callId, cue)),
    context: (callId, context) => each(callId, (socket) => socket.emit('context:changed', callId, context)),
    changed: (callId, view) => each(callId, (socket) => socket.emit('call:changed', view)),
    listed: (call: CallSummary) => {
      for (const socket of listing) if (mayHandle(socket.data.actor, call)) socket.emit('call:assigned', call)
    },
  }
}
