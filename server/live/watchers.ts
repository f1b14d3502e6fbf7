import type { DefaultEventsMap, Socket } from 'socket.io'
import type { Person } from '../identity/actor.ts'
import { mayHandle, mayWatch } from '../identity/ownership.ts'
import type { CallSummary, CallView, ClientEvents, ServerEvents, WallCall } from '../protocol.ts'
import type { Audience } from './audience.ts'
import { fingerprint } from './fingerprint.ts'
import { type BrowserLine, browserLine, eventFrame } from './browser-line.ts'

/** What is known of a browser's socket: who is signed in, and by which session (null: a program of the demo). */
export interface SocketData {
  actor: Person
  sessionId: string | null
  address: string
  /** The browser is connected to another node, which asks for it. */
  relayed?: boolean
}
export type ClientSocket = Socket<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>

/** The browsers that look at calls, as the audience of the calls. */
export interface Watchers extends Audience {
  readonly join: (callId: string, socket: ClientSocket) => void
  readonly leave: (callId: string, socket: ClientSocket) => void
  /** This browser shows the list of calls. */
  readonly list: (socket: ClientSocket) => void
  readonly unlist: (socket: ClientSocket) => void
  /** A call has gone to somebody else: who may not look at it any more loses its screen. */
  readonly reassigned: (call: CallSummary) => void
  /** Sends the wall to a browser; of several that wait for a slow one, only the newest. */
  readonly showWall: (socket: ClientSocket, calls: readonly WallCall[]) => void
  /** Sends on what another node sent for this browser. */
  readonly pass: (socket: ClientSocket, event: string, args: readonly unknown[]) => void
  /** Asks the browsers that look at a call to ask for it again: it is at home elsewhere now. */
  readonly moved: (callId: string) => void
  /** The browsers that look at a call. */
  readonly at: (callId: string) => readonly ClientSocket[]
  /** Whether a browser of this person shows the list of calls here. */
  readonly lists: (personId: string) => boolean
  /** The teams whose supervisors show the list of calls here. */
  readonly listedTeams: () => readonly (string | null)[]
  /** Every call that somebody looks at, with those who do. */
  readonly rooms: () => Iterable<readonly [callId: string, sockets: readonly ClientSocket[]]>
  /** The sessions whose browsers look at one of these calls. */
  readonly sessionsAt: (calls: readonly string[]) => readonly string[]
  /** Forgets a browser that has gone. */
  readonly gone: (socket: ClientSocket) => void
}

interface Browser {
  readonly calls: Set<string>
  readonly line: BrowserLine
}
const wholeStates = ['guidance:changed', 'warning:changed', 'context:changed', 'call:changed'] as const
type Shown = (typeof wholeStates)[number]
interface Room {
  readonly sockets: Map<ClientSocket, BrowserLine>
  /** The fingerprint of what was last sent of each kind: the same is not sent twice. */
  readonly shown: Map<Shown, number>
}

/** `now`: ms of any steady clock. `superseded`: told of what a slow browser was not sent because something newer took its place. */
export function watchers(now: () => number, superseded: () => void): Watchers {
  const rooms = new Map<string, Room>()
  const browsers = new Map<ClientSocket, Browser>()
  const listing = new Set<ClientSocket>()

  const browserOf = (socket: ClientSocket): Browser => {
    const known = browsers.get(socket)
    if (known) return known
    const browser: Browser = { calls: new Set(), line: browserLine(socket.conn, () => socket.disconnect(true), superseded, now) }
    browsers.set(socket, browser)
    return browser
  }
  /** Sends it after all that was shown before, also to a browser for which that still waits. */
  const tell = <E extends keyof ServerEvents>(socket: ClientSocket, ...told: readonly [E, ...Parameters<ServerEvents[E]>]): void =>
    browserOf(socket).line.send(eventFrame(JSON.stringify(told)))
  const leave = (callId: string, socket: ClientSocket): void => {
    browsers.get(socket)?.calls.delete(callId)
    const room = rooms.get(callId)
    room?.sockets.delete(socket)
    if (room?.sockets.size === 0) rooms.delete(callId)
  }
  const each = (room: Room, json: string, send: (line: BrowserLine, frame: Buffer) => void): void => {
    const frame = eventFrame(json)
    for (const line of room.sockets.values()) send(line, frame)
  }
  /** A whole state: sent when it differs from the last, and alone when several wait. */
  const show = (callId: string, event: Shown, ...args: readonly unknown[]): void => {
    const room = rooms.get(callId)
    if (!room) return
    const json = JSON.stringify([event, ...args])
    const print = fingerprint(json)
    if (room.shown.get(event) === print) return
    room.shown.set(event, print)
    each(room, json, (line, frame) => line.latest(`${event} ${callId}`, frame))
  }
  const utter = (callId: string, utterance: object, send: (line: BrowserLine, frame: Buffer) => void): void => {
    const room = rooms.get(callId)
    if (room) each(room, JSON.stringify(['utterance:heard', callId, utterance]), send)
  }
  return {
    join: (callId, socket) => {
      const { calls, line } = browserOf(socket)
      calls.add(callId)
      const room = rooms.get(callId)
      if (room) room.sockets.set(socket, line)
      else rooms.set(callId, { sockets: new Map([[socket, line]]), shown: new Map() })
    },
    leave,
    list: (socket) => void listing.add(socket),
    unlist: (socket) => void listing.delete(socket),
    reassigned: (call) => {
      for (const socket of rooms.get(call.id)?.sockets.keys() ?? []) {
        if (mayWatch(socket.data.actor, call, call.status === 'closed')) continue
        leave(call.id, socket)
        tell(socket, 'call:handed', call.id, call.agent)
      }
    },
    showWall: (socket, calls) => browserOf(socket).line.latest('wall:changed', eventFrame(JSON.stringify(['wall:changed', calls]))),
    pass: (socket, event, args) => {
      const { line } = browserOf(socket)
      const frame = eventFrame(JSON.stringify([event, ...args]))
      const [of] = args
      if (wholeStates.some((state) => state === event)) line.latest(`${event} ${typeof of === 'string' ? of : (of as CallView).id}`, frame)
      else line.send(frame)
    },
    moved: (callId) => {
      for (const socket of rooms.get(callId)?.sockets.keys() ?? []) {
        leave(callId, socket)
        tell(socket, 'call:moved', callId)
      }
    },
    at: (callId) => [...(rooms.get(callId)?.sockets.keys() ?? [])],
    lists: (personId) => [...listing].some(({ data }) => data.actor.id === personId),
    listedTeams: () => [...new Set([...listing].filter(({ data }) => data.actor.roles.includes('supervisor')).map(({ data }) => data.actor.team))],
    rooms: function* () {
      for (const [callId, { sockets }] of rooms) yield [callId, [...sockets.keys()]]
    },
    sessionsAt: (calls) => [...new Set(calls.flatMap((callId) => [...(rooms.get(callId)?.sockets.keys() ?? [])].flatMap(({ data }) => data.sessionId ?? [])))],
    gone: (socket) => {
      for (const callId of browsers.get(socket)?.calls ?? []) leave(callId, socket)
      browsers.delete(socket)
      listing.delete(socket)
    },
    watches: (callId) => rooms.has(callId),
    interim: (callId, utterance) => {
      const key = `${utterance.id} ${callId}`
      utter(callId, utterance, (line, frame) => line.latest(key, frame))
    },
    heard: (callId, utterance) => {
      const key = `${utterance.id} ${callId}`
      utter(callId, utterance, (line, frame) => {
        line.forget(key)
        line.send(frame)
      })
    },
    guidance: (callId, guidance) => show(callId, 'guidance:changed', callId, guidance.seq, guidance),
    warnings: (callId, board) => show(callId, 'warning:changed', callId, board),
    cue: (callId, cue) => {
      const room = rooms.get(callId)
      if (room) each(room, JSON.stringify(['cue:raised', callId, cue]), (line, frame) => line.send(frame))
    },
    context: (callId, context) => show(callId, 'context:changed', callId, context),
    changed: (callId, view) => show(callId, 'call:changed', view),
    listed: (call: CallSummary) => {
      for (const socket of listing) if (mayHandle(socket.data.actor, call)) socket.emit('call:assigned', call)
    },
  }
}
