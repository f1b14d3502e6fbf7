import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import type { QueryAnswer, QueryMessage } from './worker-dialect.ts'

/** Prepared statements kept; the texts of queries are few. */
const mostStatements = 500

const { file } = workerData as { readonly file: string }
const database = new Sqlite(file)
database.pragma('synchronous = FULL')
database.pragma('foreign_keys = ON')
database.pragma('busy_timeout = 5000')
const prepared = new Map<string, Sqlite.Statement>()

parentPort?.on('message', (message: QueryMessage) => parentPort?.postMessage(answer(message)))

function answer({ sql, parameters }: QueryMessage): QueryAnswer {
  try {
    const statement = statementFor(sql)
    if (statement.reader) return { rows: statement.all(...parameters), changes: 0, lastId: null }
    const { changes, lastInsertRowid } = statement.run(...parameters)
    return { rows: [], changes, lastId: String(lastInsertRowid) }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) }
  }
}

function statementFor(sql: string): Sqlite.Statement {
  const known = prepared.get(sql)
  if (known) return known
  if (prepared.size >= mostStatements) prepared.clear()
  const statement = database.prepare(sql)
  prepared.set(sql, statement)
  return statement
}
