import type Sqlite from 'better-sqlite3'
import { hashChain } from './hash-chain.ts'
import { type Addition, type Commit, committing } from './journal-commit.ts'
import type { ChainedRow } from './tables.ts'

/** Commits through a connection of its own with statements prepared once: what is written is the same as by `databaseCommit`. */
export function sqliteCommit(sqlite: Sqlite.Database): Commit {
  const statements = new Map<string, Sqlite.Statement>()
  const insert = (table: string, row: object, onConflict: (columns: readonly string[]) => string): void => {
    const columns = Object.keys(row)
    const sql = `insert into ${table} (${columns.join(', ')}) values (${columns.map((column) => `@${column}`).join(', ')}) ${onConflict(columns)}`
    const statement = statements.get(sql) ?? sqlite.prepare(sql)
    statements.set(sql, statement)
    statement.run(row)
  }
  const chain = hashChain()
  const stored = sqlite.prepare('select hash from journal where call_id = ? and seq = ?').pluck()
  const lastHash = (callId: string, seq: number): string => (stored.get(callId, seq) as string | undefined) ?? ''
  const write = sqlite.transaction((batch: readonly Addition[], entries: readonly ChainedRow[]) => {
    for (const { call } of batch) if (call) insert('calls', call, renewed)
    for (const entry of entries) insert('journal', entry, () => '')
    for (const { sealed = [] } of batch) for (const original of sealed) insert('sealed_entries', original, () => '')
    for (const { outbox = [] } of batch) for (const message of outbox) insert('webhook_outbox', message, () => 'on conflict do nothing')
  })
  // The lock is taken at the start: a transaction that turns from reading to writing is refused without waiting.
  return committing(async (batch) => {
    const added = batch.flatMap(({ entries }) => entries)
    try {
      const rows = chain.chained(added, lastHash)
      write.immediate(batch, rows)
      chain.kept(rows)
    } catch (error) {
      chain.forgotten(added)
      throw error
    }
  })
}

const renewed = (columns: readonly string[]): string =>
  `on conflict (id) do update set ${columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`).join(', ')}`
