/** Counts of latencies in buckets that are 2 % wide, so that those of several processes add up. */
export type BucketCounts = Readonly<Record<string, number>>

const growth = Math.log(1.02)
/** µs below which all is one bucket. */
const leastUs = 10

/** Collects latencies of one window. */
export interface LatencyHistogram {
  /** `ms`: from the sending to the arrival. */
  readonly record: (ms: number) => void
  /** What was recorded since the last time, and starts anew. */
  readonly take: () => BucketCounts
}

export function latencyHistogram(): LatencyHistogram {
  let counts = new Map<number, number>()
  return {
    record: (ms) => {
      const us = ms * 1_000
      const bucket = us <= leastUs ? 0 : Math.ceil(Math.log(us / leastUs) / growth)
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
    },
    take: () => {
      const taken = Object.fromEntries(counts)
      counts = new Map()
      return taken
    },
  }
}

/** The sum of several histograms. */
export function addedUp(all: readonly BucketCounts[]): BucketCounts {
  const sum: Record<string, number> = {}
  for (const counts of all) for (const [bucket, count] of Object.entries(counts)) sum[bucket] = (sum[bucket] ?? 0) + count
  return sum
}

/** How many latencies were recorded. */
export const countOf = (counts: BucketCounts): number => Object.values(counts).reduce((sum, count) => sum + count, 0)

/** The latency in ms that `share` (0–1) of the recorded ones do not exceed, to 2 %; NaN when there are none. */
export function percentileOf(counts: BucketCounts, share: number): number {
  const wanted = countOf(counts) * share
  let seen = 0
  for (const [bucket, count] of Object.entries(counts).sort(([a], [b]) => Number(a) - Number(b))) {
    seen += count
    if (seen >= wanted) return (leastUs * Math.exp(Number(bucket) * growth)) / 1_000
  }
  return Number.NaN
}
