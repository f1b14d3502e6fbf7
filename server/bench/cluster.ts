import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { postgresCluster } from '../private-services/postgres-cluster.ts'
import { privateRedis } from '../private-services/redis-server.ts'
import { type BenchChild, benchChild, buildBenchPrograms } from './bench-child.ts'
import { addedUp, percentileOf } from './latency-histogram.ts'
import type { LoadOrder, LoadWindow } from './live-load.ts'
import { type ClientHop, joined } from './load-tally.ts'
import { processSeconds } from './process-time.ts'
import type { ServerWindow } from './server-tally.ts'

export interface ClusterBenchOptions {
  readonly nodes: readonly number[]
  /** Calls at once, over all nodes; one run for each. */
  readonly calls: readonly number[]
  readonly warmUpSeconds: number
  /** Seconds that are measured. */
  readonly seconds: number
}
/** What one shape of the cluster did with the load. Latencies in ms; processor time in cores. */
export interface ClusterBenchRow {
  readonly nodes: number
  /** Every event arrives at another node than its call's home. */
  readonly astray: boolean
  readonly calls: number
  readonly eventsPerSecond: number
  readonly heard: { readonly p50: number; readonly p99: number }
  readonly acknowledged: { readonly p50: number; readonly p99: number }
  /** Of all nodes, of PostgreSQL, of Redis, and of the load. */
  readonly cores: { readonly nodes: number; readonly postgres: number; readonly redis: number; readonly load: number }
  /** Journal entries written, and bytes of each on disk, with its share of the indexes. */
  readonly rowsPerSecond: number
  readonly bytesPerRow: number
  /** ms of processor that the nodes need for an event. */
  readonly msPerEvent: number
  readonly supersededShare: number
  readonly lost: number
  readonly doubled: number
  readonly disordered: number
  readonly errors: number
  readonly faults: readonly string[]
}

const utterances = 100
const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1_000))

/** The same loads on 1 node, on several, and on two nodes with every event sent to the wrong one; all over a private PostgreSQL and Redis. `told` hears how far it is. */
export async function clusterBench(options: ClusterBenchOptions, told: (words: string) => void): Promise<readonly ClusterBenchRow[]> {
  await buildBenchPrograms()
  const rows: ClusterBenchRow[] = []
  for (const calls of options.calls) {
    for (const nodes of options.nodes) {
      told(`${String(calls)} calls, ${String(nodes)} node(s)`)
      rows.push(await measure(nodes, false, calls, options))
    }
  }
  const [fewest] = options.calls
  if (fewest === undefined) return rows
  told(`${String(fewest)} calls, 2 nodes, every event at the wrong one`)
  return [...rows, await measure(2, true, fewest, options)]
}

async function measure(count: number, astray: boolean, calls: number, { warmUpSeconds, seconds }: ClusterBenchOptions): Promise<ClusterBenchRow> {
  const [postgres, redis] = await Promise.all([postgresCluster({ fsync: true }), privateRedis()])
  const children: BenchChild[] = []
  try {
    const config = JSON.stringify({ DATABASE_URL: postgres.address, REDIS_URL: redis.address, DRAIN_SECONDS: '0' })
    const nodes: BenchChild[] = []
    for (let index = 0; index < count; index += 1) nodes.push(await started(children, benchChild(String(index % 2), 'live-server', [config])))
    // Each node has heard of the others.
    await pause(2)
    const loads: BenchChild[] = []
    for (const [index, node] of nodes.entries()) {
      const share = calls / count
      const order: LoadOrder = { address: String(node.ready), name: `n${String(index)}`, calls: Math.round(share), callsPerSecond: share / 3, utterances, ends: true, ...(astray && { ingestAddress: String(nodes[(index + 1) % count]?.ready) }) }
      loads.push(await started(children, benchChild(String((index + 1) % 2), 'live-load', [JSON.stringify(order)])))
    }
    const windows = async (message: 'window' | 'finish'): Promise<{ readonly nodes: readonly ServerWindow[]; readonly loads: readonly LoadWindow[]; readonly postgres: number; readonly redis: number }> => ({
      nodes: await Promise.all(nodes.map((node) => node.ask<ServerWindow>('window'))),
      loads: await Promise.all(loads.map((load) => load.ask<LoadWindow>(message))),
      postgres: processSeconds(Number(readFileSync(join(postgres.folder, 'postmaster.pid'), 'utf8').split('\n')[0])),
      redis: processSeconds(redis.pid()),
    })
    await Promise.all(loads.map((load) => load.ask('begin')))
    await pause(3 + warmUpSeconds)
    const before = await windows('window')
    await pause(seconds)
    const during = await windows('window')
    const after = await windows('finish')
    const seen = joined(during.loads)
    const all = joined([...during.loads, ...after.loads])
    const cores = (windowsOf: readonly { readonly usage: { readonly cores: number } }[]): number => windowsOf.reduce((sum, { usage }) => sum + usage.cores, 0)
    const nodeCores = cores(during.nodes)
    const latency = (hop: ClientHop): { readonly p50: number; readonly p99: number } => {
      const counts = addedUp([seen.latencies[hop]])
      return { p50: percentileOf(counts, 0.5), p99: percentileOf(counts, 0.99) }
    }
    const { lost, doubled, disordered, errors, sent, interims, interimsHeard } = all.counts
    return {
      nodes: count, astray, calls,
      eventsPerSecond: Math.round(seen.counts.sent / seconds),
      heard: latency('heard'),
      acknowledged: latency('acknowledged'),
      cores: { nodes: nodeCores, postgres: (during.postgres - before.postgres) / seconds, redis: (during.redis - before.redis) / seconds, load: cores(during.loads) },
      rowsPerSecond: Math.round(during.nodes.reduce((sum, { rows }) => sum + rows, 0) / seconds),
      bytesPerRow: await bytesPerRow(postgres.address),
      msPerEvent: (nodeCores * seconds * 1_000) / Math.max(seen.counts.sent, 1),
      supersededShare: sent === 0 ? 0 : 1 - Math.min(interimsHeard / Math.max(interims, 1), 1),
      lost, doubled, disordered, errors, faults: all.faults,
    }
  } finally {
    await Promise.all(children.map((child) => child.stop()))
    await redis.remove()
    postgres.remove()
  }
}

async function bytesPerRow(address: string): Promise<number> {
  const client = new Client(address)
  await client.connect()
  const { rows } = await client.query<{ readonly bytes: string }>("select (pg_total_relation_size('journal') / greatest(count(*), 1))::text as bytes from journal")
  await client.end()
  return Number(rows[0]?.bytes ?? 0)
}

async function started(children: BenchChild[], starting: Promise<BenchChild>): Promise<BenchChild> {
  const child = await starting
  children.push(child)
  return child
}
