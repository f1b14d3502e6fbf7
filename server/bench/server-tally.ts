import type { TranscriptEvent } from '../protocol.ts'
import type { JournalWriter } from '../store/journal-writer.ts'
import type { Usage } from './child-report.ts'
import { type BucketCounts, latencyHistogram } from './latency-histogram.ts'
import { msSince, steadyMs } from './steady-clock.ts'
import { usageMeter } from './usage-meter.ts'

/** `arrived`: sent → in the server's hands. `handled`: → everything handed to the sockets. `written`: handed to the journal → on disk. */
export type ServerHop = 'arrived' | 'handled' | 'written'
export interface ServerWindow {
  readonly latencies: Readonly<Record<ServerHop, BucketCounts>>
  /** Journal entries written. */
  readonly rows: number
  readonly usage: Usage
}

/** Measures inside the server, from one `window` to the next. */
export function serverTally() {
  const latencies: Readonly<Record<ServerHop, ReturnType<typeof latencyHistogram>>> = {
    arrived: latencyHistogram(),
    handled: latencyHistogram(),
    written: latencyHistogram(),
  }
  const usage = usageMeter()
  let rows = 0
  return {
    handled: ({ confidence = 0 }: TranscriptEvent, arrived: number): void => {
      latencies.arrived.record(msSince(confidence, steadyMs(arrived)))
      latencies.handled.record(performance.now() - arrived)
    },
    /** The journal, timed. */
    journal: (journal: JournalWriter): JournalWriter => ({
      ...journal,
      append: async (addition) => {
        const from = performance.now()
        rows += addition.entries.length
        await journal.append(addition)
        latencies.written.record(performance.now() - from)
      },
    }),
    window: (): ServerWindow => {
      const window = { latencies: { arrived: latencies.arrived.take(), handled: latencies.handled.take(), written: latencies.written.take() }, rows, usage: usage() }
      rows = 0
      return window
    },
    /** Bytes of live objects, after a collection where the process allows it (`--expose-gc`). */
    memory: async (): Promise<number> => {
      globalThis.gc?.()
      // Buffers outside the heap are let go some time after the objects that hold them.
      await new Promise((resolve) => setTimeout(resolve, 500))
      globalThis.gc?.()
      const { heapUsed, external } = process.memoryUsage()
      return heapUsed + external
    },
  }
}
