import { randomBytes } from 'node:crypto'
import type { FastifyBaseLogger } from 'fastify'
import type { Audience } from '../live/audience.ts'
import type { Homes } from '../live/homes.ts'
import type { Watchers } from '../live/watchers.ts'
import { type CallHomes, callHomes } from './call-homes.ts'
import type { ClusterConfig } from './cluster-config.ts'
import { aliveMs, type Directory, redisDirectory } from './directory.ts'
import { type NodeBus, nodeBus } from './node-bus.ts'
import { type Peers, peers as newPeers } from './peers.ts'

export interface ClusterTools {
  readonly config: ClusterConfig
  readonly watchers: Watchers
  readonly calls: () => number
  /** Resolves when what happened to a call so far is on disk. */
  readonly saved: (callId: string) => Promise<void>
  /** The teams whose wall is watched here. */
  readonly walls: () => readonly (string | null)[]
  readonly logger: FastifyBaseLogger
}
/** This node among others: who lives, where calls are at home, and the ways to tell the others something. */
export interface Cluster {
  readonly self: string
  readonly config: ClusterConfig
  readonly directory: Directory
  readonly peers: Peers
  readonly homes: CallHomes
  readonly bus: NodeBus
  /** The homes as the registry of calls needs them. */
  readonly forRegistry: Homes
  /** The same audience; agents and supervisors who are connected to another node hear of their calls there. */
  readonly audience: (audience: Audience) => Audience
  /** A supervisor of this team has the list of calls before him here. */
  readonly listing: (team: string | null) => void
  readonly draining: () => boolean
  readonly drain: () => Promise<void>
  /** Called when other nodes have come or gone, and when this one may have missed which calls they took: at once when it was not seen, and every few seconds. */
  readonly onChange: (heard: (change: 'joined' | 'left' | 'homes') => void) => void
  /** Shows this node, which others reach at `address`, to them. Resolves when it knows of them, or when Redis does not answer. */
  readonly join: (address: string) => Promise<void>
  readonly leave: () => Promise<void>
}

/** ms between signs of life: four are lost before a node counts as dead. */
const beatMs = 1_000
/** Signs of life between two looks at the homes of this node's calls. */
const beatsPerLook = 5

/** Begins to look for the other nodes. Nothing here throws while Redis is away: the node goes on alone until it is back. */
export function newCluster({ config, watchers, calls, saved, walls, logger }: ClusterTools): Cluster {
  const self = randomBytes(6).toString('hex')
  let address = ''
  let draining = false
  /** As the others know them. */
  let lists: readonly (string | null)[] = []
  let version = 0
  let beating: NodeJS.Timeout | undefined
  const listeners: Parameters<Cluster['onChange']>[0][] = []
  const tell = (change: Parameters<typeof listeners[number]>[0]): void => listeners.forEach((heard) => heard(change))

  const directory = redisDirectory(config.redisUrl, self, (reason) => {
    if (reason === null) logger.info('Redis answers: this node is one of the cluster')
    else logger.warn({ reason }, 'Redis is away: this node goes on with its own calls; the wall shows this node only')
    if (reason === null) setImmediate(() => tell('homes'))
  })
  const peers = newPeers({
    directory,
    own: () => ({ id: self, address, calls: calls(), draining, walls: walls(), lists: (lists = watchers.listedTeams()), version: (version += 1) }),
    changed: (joined, left) => {
      logger.info({ joined: joined.map((peer) => peer.address), left: left.map((peer) => peer.address) }, 'other nodes have come or gone')
      if (joined.length > 0) tell('joined')
      if (left.length > 0) tell('left')
    },
  })
  const isHere = (agentId: string, callId: string): boolean => watchers.lists(agentId) || [...watchers.at(callId)].some(({ data }) => data.actor.id === agentId)
  const homes = callHomes({ self, directory, peers, draining: () => draining, now: () => performance.now() })
  const bus = nodeBus(config.redisUrl, directory.reachable)
  bus.on('lists', (node, told) => {
    const peer = peers.byId(node)
    peer?.saw({ ...peer.entry(), ...told })
  })
  return {
    self, config, directory, peers, homes, bus,
    forRegistry: { claim: homes.claim, took: (callId) => bus.tell('taken', callId), left: (callId) => void homes.give(callId, null), moved: watchers.moved },
    audience: (audience) => ({
      ...audience,
      listed: (call) => {
        audience.listed(call)
        const others = peers.all()
        const asked = others.length > 0 && ((call.agentId !== null && !isHere(call.agentId, call.id)) || others.some((peer) => peer.entry().lists.includes(call.team)))
        // Told once it is on disk, where the list is read again; what is shown now is written in the same turn.
        if (asked) setImmediate(() => void saved(call.id).then(() => bus.tell('listed', call), () => undefined))
      },
    }),
    listing: (team) => {
      if (lists.includes(team)) return
      lists = watchers.listedTeams()
      bus.tell('lists', self, { lists, version: (version += 1) })
    },
    draining: () => draining,
    drain: async () => {
      draining = true
      await peers.beat()
    },
    onChange: (heard) => void listeners.push(heard),
    join: async (reached) => {
      address = config.nodeAddress ?? reached
      await peers.beat()
      let last = performance.now()
      let beats = 0
      beating = setInterval(() => {
        homes.sweep()
        const stoodStill = performance.now() - last > aliveMs
        last = performance.now()
        beats += 1
        const look = stoodStill || beats % beatsPerLook === 0
        void peers.beat().then(() => look && tell('homes'))
      }, beatMs)
    },
    leave: async () => {
      clearInterval(beating)
      await peers.close()
      await directory.leave().catch(() => undefined)
      await bus.close()
      directory.close()
    },
  }
}
