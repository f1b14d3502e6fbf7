import { type BenchChild, benchChild, type BenchServer, buildBenchPrograms } from './bench-child.ts'
import { type Insertion, insertBaseline } from './insert-baseline.ts'
import { addedUp, type BucketCounts, percentileOf } from './latency-histogram.ts'
import type { LoadOrder, LoadWindow } from './live-load.ts'
import { type ClientHop, joined } from './load-tally.ts'
import type { ServerHop, ServerWindow } from './server-tally.ts'

export interface LiveBenchOptions {
  readonly calls: readonly number[]
  readonly warmUpSeconds: number
  readonly windows: number
  /** Seconds of each window. */
  readonly seconds: number
  /** Processes that the load comes from. */
  readonly clients: number
  /** Cores that the server may use, numbers with commas; absent: the first alone. */
  readonly serverCores?: string
  /** The folder that profiles of the product's processor time go to; null: none is taken. */
  readonly profile: string | null
}
/** A figure over the windows of a run: the median window, the least and the most. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}
export interface Latency {
  readonly p50: Spread
  readonly p99: Spread
}
/** One server under one load. Latencies in ms. */
export interface LiveMeasure {
  readonly latencies: Readonly<Record<ClientHop | ServerHop, Latency>>
  readonly eventsPerSecond: number
  readonly rowsPerSecond: number
  /** Interims that a browser was not sent because a newer one took their place, as a share of those sent in. */
  readonly supersededShare: number
  readonly cores: Spread
  readonly loopDelayMs: Spread
  readonly rssMb: number
  /** kB of live objects for each call, its browser's connection included. */
  readonly kbPerCall: number
  /** The worst window of the load's own event loops, ms: what is above it is the server's. */
  readonly clientLoopDelayMs: number
  readonly lost: number
  readonly doubled: number
  readonly disordered: number
  readonly errors: number
  readonly faults: readonly string[]
}
export interface LiveBenchRow {
  readonly calls: number
  readonly relay: LiveMeasure
  readonly insert: Insertion
  readonly sunline: LiveMeasure
  /** The product's latency as a multiple of the bare relay's; `written` against the bare insert. */
  readonly ratio: { readonly p50: number; readonly p99: number; readonly written: number }
}

const hops = ['heard', 'guidance', 'acknowledged', 'clicked', 'arrived', 'handled', 'written'] as const
/** Utterances in a call: five minutes. */
const utterances = 100
/** Calls begun a second at most. */
const beginsPerSecond = 500

/**
 * Measures, for each number of calls, the product beside a bare Socket.IO relay and a bare insert into SQLite at the same rates, one
 * after the other: the servers on the first core, the load on the second. `told` hears how far it is.
 */
export async function liveBench(options: LiveBenchOptions, told: (words: string) => void): Promise<readonly LiveBenchRow[]> {
  const rows: LiveBenchRow[] = []
  await buildBenchPrograms()
  for (const calls of options.calls) {
    told(`${String(calls)} calls: relay`)
    const relay = await measure('relay-server', calls, options)
    told(`${String(calls)} calls: sunline`)
    const sunline = await measure('live-server', calls, options)
    told(`${String(calls)} calls: insert`)
    const insert = await insertBaseline(sunline.rowsPerSecond, options.seconds)
    const of = (hop: 'p50' | 'p99'): number => sunline.latencies.heard[hop].median / relay.latencies.heard[hop].median
    rows.push({ calls, relay, insert, sunline, ratio: { p50: of('p50'), p99: of('p99'), written: sunline.latencies.written.p99.median / insert.p99 } })
  }
  return rows
}

/** Runs one server under `calls` calls and looks at it window by window. `seen` hears of each and may ask the server for the bytes of its live objects. */
export async function measure(program: BenchServer, calls: number, options: Omit<LiveBenchOptions, 'calls'>, seen: (window: Seen, memory: () => Promise<number>) => Promise<void> | void = () => undefined): Promise<LiveMeasure> {
  const server = await benchChild(options.serverCores ?? '0', program, [], program === 'relay-server' ? null : options.profile)
  const loads: BenchChild[] = []
  try {
    const rampSeconds = rampOf(calls)
    const order = (index: number): LoadOrder => ({
      address: String(server.ready),
      name: `p${String(index)}`,
      calls: Math.ceil(calls / options.clients),
      callsPerSecond: calls / options.clients / rampSeconds,
      utterances,
      ends: program !== 'relay-server',
    })
    for (let index = 0; index < options.clients; index += 1) loads.push(await benchChild('1', 'live-load', [JSON.stringify(order(index))]))
    const idle = await server.ask<number>('memory')
    await Promise.all(loads.map((load) => load.ask('begin')))
    await pause(rampSeconds + options.warmUpSeconds)
    await look(server, loads, 'window')
    const windows: Seen[] = []
    for (let window = 0; window < options.windows; window += 1) {
      await pause(options.seconds)
      const seenNow = await look(server, loads, 'window')
      windows.push(seenNow)
      await seen(seenNow, () => server.ask<number>('memory'))
    }
    const kbPerCall = ((await server.ask<number>('memory')) - idle) / calls / 1_024
    return summed(windows, await look(server, loads, 'finish'), kbPerCall, options.seconds)
  } finally {
    await Promise.all([...loads, server].map((child) => child.stop()))
  }
}

/** Whole utterances, so that the finals of all calls are spread evenly. */
const rampOf = (calls: number): number => Math.max(3, Math.ceil(calls / beginsPerSecond / 3) * 3)
const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1_000))

/** One window of all processes. */
export interface Seen {
  readonly server: ServerWindow
  readonly load: ReturnType<typeof joined>
  readonly clientLoopDelayMs: number
}
async function look(server: BenchChild, loads: readonly BenchChild[], message: 'window' | 'finish'): Promise<Seen> {
  const [at, ...parts] = await Promise.all([server.ask<ServerWindow>('window'), ...loads.map((load) => load.ask<LoadWindow>(message))])
  return { server: at, load: joined(parts), clientLoopDelayMs: Math.max(...parts.map(({ usage }) => usage.loopDelayMs)) }
}

function summed(windows: readonly Seen[], last: Seen, kbPerCall: number, seconds: number): LiveMeasure {
  const all = joined([...windows, last].map(({ load }) => load)).counts
  const measured = joined(windows.map(({ load }) => load)).counts
  const spent = windows.length * seconds
  const latencies = Object.fromEntries(hops.map((hop) => [hop, latencyOf(windows.map((window) => bucketsOf(window, hop)))])) as LiveMeasure['latencies']
  return {
    latencies,
    eventsPerSecond: Math.round(measured.sent / spent),
    rowsPerSecond: Math.round(windows.reduce((sum, { server }) => sum + server.rows, 0) / spent),
    supersededShare: 1 - Math.min(all.interimsHeard / all.interims, 1),
    cores: spread(windows.map(({ server }) => server.usage.cores)),
    loopDelayMs: spread(windows.map(({ server }) => server.usage.loopDelayMs)),
    rssMb: Math.max(...windows.map(({ server }) => server.usage.rssMb)),
    kbPerCall,
    clientLoopDelayMs: Math.max(...windows.map((window) => window.clientLoopDelayMs)),
    lost: all.lost,
    doubled: all.doubled,
    disordered: all.disordered,
    errors: all.errors,
    faults: [...windows, last].flatMap(({ load }) => load.faults).slice(0, 5),
  }
}

function bucketsOf({ load, server }: Seen, hop: ClientHop | ServerHop): BucketCounts {
  return hop === 'arrived' || hop === 'handled' || hop === 'written' ? server.latencies[hop] : load.latencies[hop]
}

function latencyOf(windows: readonly BucketCounts[]): Latency {
  // Rare things are too few in one window for a percentile of their own.
  const rare = addedUp(windows)
  const of = (share: number): Spread => spread(windows.map((counts) => percentileOf(Object.keys(counts).length === 0 ? rare : counts, share)))
  return { p50: of(0.5), p99: of(0.99) }
}

function spread(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((a, b) => a - b)
  return { median: sorted[sorted.length >> 1] ?? Number.NaN, least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN }
}
