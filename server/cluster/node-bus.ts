import { createAdapter } from '@socket.io/redis-streams-adapter'
import { createClient } from 'redis'
import { type DefaultEventsMap, Server } from 'socket.io'
import type { CallSummary } from '../protocol.ts'
import type { NodeEntry } from './directory.ts'
import type { WallShare } from './wall-share.ts'

/** What nodes tell all others. All of it may be lost: whoever hears nothing finds out another way, later. */
export interface BusEvents {
  /** What has changed on the wall of a node. */
  wall: (share: WallShare) => void
  /** A call has begun or its line in the lists changed, which is on disk, and somebody elsewhere may have it in his list. */
  listed: (call: CallSummary) => void
  /** A node has supervisors of these teams before the list of calls. */
  lists: (node: string, told: Pick<NodeEntry, 'lists' | 'version'>) => void
  /** The journal of a call was written to by a node at which it is not at home. */
  written: (callId: string) => void
  /** A stored call is at home at the node that says so: whoever has it in memory too is out of date. */
  taken: (callId: string) => void
  /** The node that listened to the telephone systems lets go of them. */
  'line free': () => void
  /** The words in use may be others now. */
  published: () => void
  /** What is decided about personal data has changed. */
  'settings changed': () => void
  /** Sessions were ended before their time. */
  'sessions ended': (sessionIds: readonly string[]) => void
}
export type BusEvent = keyof BusEvents
export interface NodeBus {
  /** To all other nodes, when Redis can be reached. */
  readonly tell: <E extends BusEvent>(event: E, ...args: Parameters<BusEvents[E]>) => void
  readonly on: <E extends BusEvent>(event: E, heard: BusEvents[E]) => void
  readonly close: () => Promise<void>
}

/**
 * A Socket.IO server without a network, whose only use is its adapter: server-side messages by way of Redis. The browsers' own namespaces keep
 * the adapter in memory, so that nothing that is said in a call is ever written to Redis.
 */
export function nodeBus(redisUrl: string, reachable: () => boolean): NodeBus {
  const client = createClient({ url: redisUrl, socket: { reconnectStrategy: 300 } })
  client.on('error', () => undefined)
  // The adapter looks away from what becomes of a message; one that is lost with the connection must not end the process.
  const publish = client.publish.bind(client)
  Object.assign(client, {
    publish: (...message: Parameters<typeof publish>) => {
      const sent = publish(...message)
      sent.catch(() => undefined)
      return sent
    },
  })
  void client.connect().catch(() => undefined)
  const server = new Server<DefaultEventsMap, DefaultEventsMap, BusEvents>({ adapter: createAdapter(client, { streamName: 'sunline:bus', channelPrefix: 'sunline:bus' }) })
  const everyone = server.of('/')
  return {
    tell: (event, ...args) => {
      if (reachable()) everyone.serverSideEmit(event, ...(args as never))
    },
    on: (event, heard) => void everyone.on(event, heard as never),
    close: async () => {
      await everyone.adapter.close()
      client.destroy()
    },
  }
}
