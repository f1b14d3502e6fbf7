import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { latencyHistogram, percentileOf } from './latency-histogram.ts'

/** A bare insert: one row, one commit, on disk. ms. */
export interface Insertion {
  readonly rowsPerSecond: number
  readonly p50: number
  readonly p99: number
}

/** Inserts `rowsPerSecond` rows like the journal's for so many seconds, each with a commit of its own (WAL, synchronous=FULL). */
export async function insertBaseline(rowsPerSecond: number, seconds: number): Promise<Insertion> {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-insert-'))
  const database = new Sqlite(join(folder, 'insert.db'))
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.exec('create table journal (call_id text not null, seq integer not null, at integer not null, type text not null, payload text not null, primary key (call_id, seq)) strict, without rowid')
    const insert = database.prepare('insert into journal values (?, ?, ?, ?, ?)')
    const payload = JSON.stringify({ utterance: { id: 'u1', speaker: 'caller', text: '你们这台机器都修了三次了今天又开不了机我不修了给我换一台', startMs: 0, endMs: 3_000, marks: [] } })
    const latency = latencyHistogram()
    const start = performance.now()
    let rows = 0
    while (performance.now() - start < seconds * 1_000) {
      for (const due = ((performance.now() - start) / 1_000) * rowsPerSecond; rows < due; rows += 1) {
        const from = performance.now()
        insert.run(`call-${String(rows % 1_000)}`, rows, 0, 'utterance heard', payload)
        latency.record(performance.now() - from)
      }
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    const counts = latency.take()
    return { rowsPerSecond, p50: percentileOf(counts, 0.5), p99: percentileOf(counts, 0.99) }
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
