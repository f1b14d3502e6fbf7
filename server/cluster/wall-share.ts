import type { CallState } from '../live/call-state.ts'
import type { WallCall } from '../protocol.ts'
import type { NodeBus } from './node-bus.ts'

/** A call on the wall, and whose it is. */
export interface SharedCall {
  readonly agentId: string | null
  readonly team: string | null
  readonly call: WallCall
}
/** What has changed since a node's last message; `whole`: everything that it has to show. */
export interface WallShare {
  readonly node: string
  readonly whole: boolean
  readonly calls: readonly SharedCall[]
  readonly gone: readonly string[]
}
export interface WallShareTools {
  readonly self: string
  readonly bus: Pick<NodeBus, 'tell' | 'on'>
  readonly states: () => readonly CallState[]
  /** What the wall shows of a call; null: nothing. The same object while the call is the same. */
  readonly shown: (state: CallState) => WallCall | null
  /** The teams whose wall somebody watches on another node. */
  readonly wanted: () => ReadonlySet<string | null>
  /** Nodes that live. */
  readonly living: (node: string) => boolean
}
/** The walls of all nodes put together. */
export interface SharedWall {
  /** Calls of the other nodes. */
  readonly others: () => readonly SharedCall[]
  /** Tells what has changed; twice a second. */
  readonly tick: () => void
}

/** Every so many ticks everything is told, in case something was lost. */
const wholeEvery = 20

export function sharedWall({ self, bus, states, shown, wanted, living }: WallShareTools): SharedWall {
  const heard = new Map<string, Map<string, SharedCall>>()
  let told = new Map<string, WallCall>()
  let toldTo = ''
  let ticks = 0
  bus.on('wall', ({ node, whole, calls, gone }) => {
    const known = whole ? new Map<string, SharedCall>() : (heard.get(node) ?? new Map<string, SharedCall>())
    for (const each of calls) known.set(each.call.id, each)
    for (const id of gone) known.delete(id)
    heard.set(node, known)
  })
  return {
    others: () => {
      for (const node of heard.keys()) if (!living(node)) heard.delete(node)
      return [...new Map([...heard.values()].flatMap((calls) => [...calls])).values()]
    },
    tick: () => {
      const teams = wanted()
      const to = JSON.stringify([...teams].sort())
      ticks += 1
      const whole = to !== toldTo || (teams.size > 0 && ticks % wholeEvery === 0)
      toldTo = to
      if (teams.size === 0) return
      const now = new Map<string, WallCall>()
      const changed: SharedCall[] = []
      for (const state of states()) {
        if (!teams.has(state.team)) continue
        const call = shown(state)
        if (call === null) continue
        now.set(call.id, call)
        if (whole || told.get(call.id) !== call) changed.push({ agentId: state.agentId, team: state.team, call })
      }
      const gone = [...told.keys()].filter((id) => !now.has(id))
      told = now
      if (whole || changed.length + gone.length > 0) bus.tell('wall', { node: self, whole, calls: changed, gone })
    },
  }
}
