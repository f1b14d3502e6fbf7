import type { CallRegistry } from '../live/call-registry.ts'
import type { ClientSocket } from '../live/watchers.ts'
import type { Cluster } from './cluster.ts'

export interface DrainTools {
  readonly cluster: Cluster
  readonly registry: CallRegistry
  readonly browsers: () => Iterable<ClientSocket>
}
/** Browsers told to go at a time, and ms until the next. */
const atOnce = 100
const sliceMs = 50
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Takes this node out of the cluster without anybody missing anything: health says so and new calls go to others; then every call is
 * written out and let go, and its browser is told to connect again. What still arrives here is handed on to the calls' new homes.
 */
export async function drain({ cluster, registry, browsers }: DrainTools): Promise<void> {
  await cluster.drain()
  if (cluster.peers.all().length === 0) return
  await wait(cluster.config.drainSeconds * 1_000)
  await Promise.all(registry.sessions().map(({ state: { id } }) => registry.letGo(id, () => cluster.homes.give(id, null))))
  let told = 0
  for (const socket of browsers()) {
    socket.emit('server:leaving')
    // Not by Socket.IO's own goodbye, after which clients do not come back by themselves.
    setImmediate(() => socket.conn.close())
    told += 1
    if (told % atOnce === 0) await wait(sliceMs)
  }
  // What the browsers and recognisers had under way is answered.
  await wait(sliceMs)
}
