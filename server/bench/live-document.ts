import { canPin } from './bench-child.ts'
import type { LiveBenchOptions, LiveBenchRow } from './live.ts'
import { liveBenchTables } from './live-table.ts'
import { machine, writeMarked } from './marked-document.ts'

/** Puts what was measured into `docs/performance.md`, each choice of cores in a place of its own; the rest is written by hand and stays. Returns the file. Throws when the place is gone. */
export function writeLiveDocument(rows: readonly LiveBenchRow[], { warmUpSeconds, windows, seconds, clients, serverCores = '0' }: LiveBenchOptions): string {
  const place = serverCores.includes(',') ? `The server on the cores ${serverCores}, the load on core 1` : 'The server on one core, the load on another'
  return writeMarked('performance.md', serverCores.includes(',') ? 'bench live on several cores' : 'bench live', [
    machine(),
    `${canPin ? place : 'Processes not pinned'}; ${String(clients)} load process(es); ${String(warmUpSeconds)} s of warm-up after the last call began, then ${String(windows)} windows of ${String(seconds)} s.`,
    '',
    ...liveBenchTables(rows),
  ])
}
