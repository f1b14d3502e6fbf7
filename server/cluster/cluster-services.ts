import type { Namespace } from 'socket.io'
import type { Caller } from '../identity/identity.ts'
import type { AwayReceiver } from '../ingest/receive.ts'
import { receiver } from '../ingest/receive.ts'
import type { CallRegistry } from '../live/call-registry.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { NodeRequests } from '../live/sockets.ts'
import type { SocketData, Watchers } from '../live/watchers.ts'
import type { Database } from '../store/database.ts'
import { wallCalls } from '../supervision/wall-calls.ts'
import type { CallLine } from '../telephony/call-line.ts'
import type { Listening, OpenLinks } from '../telephony/listening.ts'
import { atHome as newAtHome } from './at-home.ts'
import { awayEvents } from './away-events.ts'
import { browserRelays, type Relayed } from './browser-relay.ts'
import type { Cluster } from './cluster.ts'
import { homeCheck } from './home-check.ts'
import { redisLease } from './lease.ts'
import { redisLegShelf } from './leg-shelf.ts'
import { lineAtHome } from './line-at-home.ts'
import { lineDuty } from './line-duty.ts'
import type { NodeEvents } from './node-protocol.ts'
import { nodeRequests } from './node-requests.ts'
import { serveNodes } from './serve-nodes.ts'
import { type SharedWall, sharedWall } from './wall-share.ts'

export interface ClusterServiceTools {
  readonly registry: CallRegistry
  readonly watchers: Watchers
  readonly engine: LiveEngine
  readonly database: Database
  /** The namespace of the nodes. */
  readonly namespace: Namespace<NodeEvents>
  readonly counted: (what: 'forwarded' | 'taken over') => void
  readonly failed: (error: unknown) => void
}
/** What nodes do for each other. */
export interface ClusterServices {
  readonly away: AwayReceiver
  readonly requests: NodeRequests
  readonly wall: SharedWall & { readonly reach: () => 'all' | 'this node' }
  /** The telephone line, for this node and the others. */
  readonly line: (line: CallLine) => CallLine
  /** Listens to the telephone systems in turn with the other nodes. */
  readonly takingTurns: (open: OpenLinks) => Listening
  /** The person for whom another node opens a browser's socket; null when it is no node that asks. */
  readonly relayed: (key: unknown) => Caller | null
  /** Whether a stored call that is not closed may still be written to by another node. */
  readonly held: (callId: string) => Promise<boolean>
}

/** ms after the loss of a node in which the browsers of its calls choose where they go. */
const choosingMs = 3_000

export function clusterServices(cluster: Cluster, { registry, watchers, engine, database, namespace, counted, failed }: ClusterServiceTools): ClusterServices {
  const { self, homes, peers, bus, directory } = cluster
  const atHome = newAtHome({ homes, peers, inherited: () => counted('taken over') })
  let line: CallLine | null = null
  const shown = wallCalls(engine)
  const wanted = (): ReadonlySet<string | null> => new Set(peers.all().flatMap((peer) => peer.entry().walls))
  const wall = sharedWall({ self, bus, states: () => registry.sessions().map(({ state }) => state), shown, wanted, living: (node) => peers.byId(node) !== undefined })
  const relays = browserRelays({ secret: peers.secret, pass: watchers.pass })
  const own = receiver({ registry, received: () => undefined, failed })
  const linePart = (): CallLine => {
    if (line === null) throw new Error('the telephone line is not there yet')
    return line
  }
  serveNodes(namespace, { registry, watchers, homes, peers, take: own.take, line: linePart, failed })

  bus.on('listed', watchers.listed)
  bus.on('taken', (callId) => {
    if (registry.holds(callId)) void registry.letGo(callId, async () => watchers.moved(callId)).catch(failed)
  })
  bus.on('written', (callId) => {
    if (registry.session(callId)) void registry.reread(callId).catch(failed)
  })
  /** What was at home on a node that has gone, and nobody has asked for, comes to those who are left. */
  const adopt = (): void => void setTimeout(() => void registry.restore().catch(failed), choosingMs).unref()
  const check = homeCheck({ self, directory, peers, registry, watchers })
  cluster.onChange((change) => {
    if (change === 'left') adopt()
    else if (change === 'homes') check().catch(() => undefined)
  })
  return {
    away: awayEvents({ registry, homes, atHome, bus, forwarded: () => counted('forwarded'), failed }),
    requests: nodeRequests({ self, registry, watchers, relays, atHome, database, listing: cluster.listing, engine }),
    wall: { ...wall, reach: () => (directory.reachable() ? 'all' : 'this node') },
    line: (given) => {
      line = given
      return lineAtHome(given, registry, atHome)
    },
    takingTurns: (open) => lineDuty({ self, lease: redisLease(directory, 'telephony', self), bus, open, shelf: redisLegShelf(directory), failed }),
    relayed: (key) => {
      const { secret: given, actor, sessionId, address } = (typeof key === 'object' && key !== null ? key : {}) as Partial<Relayed>
      if (!actor || !peers.trusts(given)) return null
      const caller: Caller & Pick<SocketData, 'address' | 'relayed'> = { actor, sessionId: sessionId ?? null, address: address ?? '', relayed: true }
      return caller
    },
    held: async (callId) => !directory.reachable() || (await homes.find(callId)) !== null,
  }
}
