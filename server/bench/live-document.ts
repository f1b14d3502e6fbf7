import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { canPin } from './bench-child.ts'
import type { LiveBenchOptions, LiveBenchRow } from './live.ts'
import { liveBenchTables } from './live-table.ts'

const document = fileURLToPath(new URL('../../docs/performance.md', import.meta.url))
const from = '<!-- bench live: begin -->'
const to = '<!-- bench live: end -->'

/** Puts the measured part of `docs/performance.md` in place of the last one; the rest is written by hand and stays. Returns the file. Throws when its marks are gone. */
export function writeLiveDocument(rows: readonly LiveBenchRow[], { warmUpSeconds, windows, seconds, clients }: LiveBenchOptions): string {
  const text = readFileSync(document, 'utf8')
  const start = text.indexOf(from)
  const end = text.indexOf(to)
  if (start < 0 || end < start) throw new Error(`${document} lacks the marks "${from}" and "${to}"`)
  const [first] = cpus()
  const made = [
    from,
    '',
    `Measured ${new Date().toISOString().slice(0, 10)}: ${first?.model ?? 'unknown processor'}, ${String(cpus().length)} cores, ${String(Math.round(totalmem() / 2 ** 30))} GiB, Linux ${release()}, Node ${process.versions.node} (V8 ${process.versions.v8}).`,
    `${canPin ? 'The server on one core, the load on another' : 'Processes not pinned'}; ${String(clients)} load process(es); ${String(warmUpSeconds)} s of warm-up after the last call began, then ${String(windows)} windows of ${String(seconds)} s.`,
    '',
    ...liveBenchTables(rows),
    '',
  ]
  writeFileSync(document, text.slice(0, start) + made.join('\n') + text.slice(end))
  return document
}
