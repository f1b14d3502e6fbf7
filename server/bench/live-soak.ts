import { buildBenchPrograms } from './bench-child.ts'
import { measure, type LiveMeasure } from './live.ts'

/** A long run: whether anything grows. */
export interface Soak {
  readonly calls: number
  readonly minutes: number
  readonly measure: LiveMeasure
  /** MB of resident memory at the end of each window. */
  readonly rssMb: readonly number[]
  /** MB of live objects at the end of each minute, after a collection. */
  readonly heapMb: readonly number[]
  /** MB that the live objects grew in a minute, by least squares, once calls of every age are on the line; NaN for a run too short to tell. */
  readonly heapMbPerMinute: number
  /** The same for the resident memory. */
  readonly rssMbPerMinute: number
}

const windowSeconds = 20
const windowsPerMinute = 60 / windowSeconds
/** Minutes of a call: all calls of the load begin together and of different lengths, so that until then what they hold grows with their age. */
const callMinutes = 5

/** Runs `calls` calls for so many minutes; calls end and others begin all the while. `serverCores`: those that the server may use, numbers with commas. `told` hears each window. */
export async function soak(calls: number, minutes: number, clients: number, serverCores: string, told: (words: string) => void): Promise<Soak> {
  await buildBenchPrograms()
  const rssMb: number[] = []
  const heapMb: number[] = []
  const windows = Math.ceil(minutes * windowsPerMinute)
  const measured = await measure('live-server', calls, { warmUpSeconds: 5, windows, seconds: windowSeconds, clients, serverCores, profile: null }, async ({ server, load: { counts } }, memory) => {
    rssMb.push(server.usage.rssMb)
    if (rssMb.length % windowsPerMinute === 0) heapMb.push(Math.round((await memory()) / 2 ** 20))
    told(`${String(rssMb.length)}/${String(windows)}: ${server.usage.cores.toFixed(2)} cores, ${String(server.usage.rssMb)} MB, of live objects ${String(heapMb.at(-1) ?? '–')} MB, lost ${String(counts.lost)}, doubled ${String(counts.doubled)}, errors ${String(counts.errors)}`)
  })
  return {
    calls, minutes, measure: measured, rssMb, heapMb,
    heapMbPerMinute: slope(heapMb.slice(callMinutes)),
    rssMbPerMinute: slope(rssMb.slice(callMinutes * windowsPerMinute)) * windowsPerMinute,
  }
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
