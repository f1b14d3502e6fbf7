import { buildBenchPrograms } from './bench-child.ts'
import { measure, type LiveMeasure } from './live.ts'

/** A long run: whether anything grows. */
export interface Soak {
  readonly calls: number
  readonly minutes: number
  readonly measure: LiveMeasure
  /** MB that the resident memory grew in a minute, by least squares over the windows after the first minute. */
  readonly rssMbPerMinute: number
}

const windowSeconds = 20

/** Runs `calls` calls for so many minutes; calls end and others begin all the while. `told` hears each window. */
export async function soak(calls: number, minutes: number, clients: number, told: (words: string) => void): Promise<Soak> {
  await buildBenchPrograms()
  const rss: number[] = []
  const windows = Math.ceil((minutes * 60) / windowSeconds)
  const measured = await measure('live-server', calls, { warmUpSeconds: 5, windows, seconds: windowSeconds, clients, profile: null }, ({ server, load: { counts } }) => {
    rss.push(server.usage.rssMb)
    told(`${String(rss.length)}/${String(windows)}: ${server.usage.cores.toFixed(2)} cores, ${String(server.usage.rssMb)} MB, lost ${String(counts.lost)}, errors ${String(counts.errors)}`)
  })
  return { calls, minutes, measure: measured, rssMbPerMinute: slope(rss.slice(60 / windowSeconds)) * (60 / windowSeconds) }
}

/** The growth from one figure to the next, by least squares; NaN for fewer than two. */
function slope(figures: readonly number[]): number {
  const middle = (figures.length - 1) / 2
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length
  const { above, below } = figures.reduce(
    (sums, figure, place) => ({ above: sums.above + (place - middle) * (figure - mean), below: sums.below + (place - middle) ** 2 }),
    { above: 0, below: 0 },
  )
  return above / below
}
