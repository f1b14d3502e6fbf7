import { addedUp, type BucketCounts, latencyHistogram } from './latency-histogram.ts'

const hops = ['heard', 'guidance', 'acknowledged', 'clicked'] as const
const counts = ['sent', 'finals', 'finalsHeard', 'interims', 'interimsHeard', 'guidance', 'warnings', 'clicks', 'lost', 'doubled', 'disordered', 'errors', 'calls'] as const
/** `heard`: event sent → utterance at the browser. `guidance`: final sent → sentence it brought. `acknowledged`: final sent → on disk. `clicked`: key pressed → on disk. */
export type ClientHop = (typeof hops)[number]
/**
 * `lost`: finals that an open browser never got. `doubled`: the same thing twice. `disordered`: a later thing before an earlier one, or a
 * lower `seq`. `errors`: refusals other than of a click on a step that has moved on. `calls`: begun.
 */
export type ClientCount = (typeof counts)[number]

/** What one load process saw in one window. */
export interface ClientWindow {
  readonly latencies: Readonly<Record<ClientHop, BucketCounts>>
  readonly counts: Readonly<Record<ClientCount, number>>
  /** The first few faults, in words. */
  readonly faults: readonly string[]
}
/** Where the calls of a load process count. */
export interface LoadTally {
  readonly time: (hop: ClientHop, ms: number) => void
  readonly count: (what: ClientCount) => void
  readonly fault: (what: 'lost' | 'doubled' | 'disordered' | 'errors', words: string) => void
  /** The window so far; a new one begins. */
  readonly take: () => ClientWindow
}

const mostFaults = 5
const each = <K extends string, T>(keys: readonly K[], make: (key: K) => T): Record<K, T> => Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, T>

export function loadTally(): LoadTally {
  const latencies = each(hops, latencyHistogram)
  let tally = each(counts, () => 0)
  let faults: string[] = []
  const count = (what: ClientCount): void => void (tally[what] += 1)
  return {
    time: (hop, ms) => latencies[hop].record(ms),
    count,
    fault: (what, words) => {
      count(what)
      if (faults.length < mostFaults) faults.push(`${what}: ${words}`)
    },
    take: () => {
      const window = { latencies: each(hops, (hop) => latencies[hop].take()), counts: tally, faults }
      tally = each(counts, () => 0)
      faults = []
      return window
    },
  }
}

/** The windows of several processes as one. */
export function joined(windows: readonly ClientWindow[]): ClientWindow {
  return {
    latencies: each(hops, (hop) => addedUp(windows.map(({ latencies }) => latencies[hop]))),
    counts: each(counts, (what) => windows.reduce((sum, window) => sum + window.counts[what], 0)),
    faults: windows.flatMap(({ faults }) => faults).slice(0, mostFaults),
  }
}
