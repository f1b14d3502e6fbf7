import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { type Client, escapeIdentifier } from 'pg'
import { SunlineError } from '../errors.ts'
import { isPostgres, shownAddress } from '../store/database-address.ts'
import { migratePostgres } from '../store/postgres-migrate.ts'
import { storable } from '../store/postgres-pool.ts'
import { openFile } from '../store/sqlite-file.ts'
import { refuseInUse } from './backup.ts'
import { askPostgres, type CopyFacts, factsOfPostgres } from './copy-facts.ts'

/** What reviews are made of is made anew from the journals by the next start; the index of the search is each database's own. */
const madeAnew = /^(?:call_sums|findings|utterances|utterance_words.*|sqlite_.*)$/u
const rowsAtOnce = 1_000

type Row = Readonly<Record<string, unknown>>

/**
 * Carries everything from an SQLite file into an empty PostgreSQL database, all or nothing; the file stays as it is, but for newer tables. Resolves to what the database holds then.
 * Throws SunlineError 'not found' without the file, 'invalid payload' for a target that is no PostgreSQL address, 'conflict' while a server uses the file or when the target is not empty.
 */
export async function moveToPostgres(file: string, address: string, moved: (table: string, rows: number) => void): Promise<CopyFacts> {
  if (isPostgres(file)) throw new SunlineError('invalid payload', 'DATABASE_URL names a PostgreSQL database already; it must name the SQLite file to be moved')
  if (!isPostgres(address)) throw new SunlineError('invalid payload', `"${address}" is no address of a PostgreSQL database: postgres://user:password@host/database`)
  if (!existsSync(file)) throw new SunlineError('not found', `there is no database ${file}; DATABASE_URL says where it is`)
  refuseInUse(file)
  // Both sides have the tables of this program.
  openFile(file).close()
  await migratePostgres(address)
  const sqlite = new Sqlite(file, { readonly: true })
  try {
    return await askPostgres(address, async (client) => {
      await client.query('begin')
      if ((await factsOfPostgres(client)).calls > 0 || (await counted(client, 'people')) > 0) throw new SunlineError('conflict', `${shownAddress(address)} is not empty; give an empty database`)
      for (const table of tablesInOrder(sqlite)) moved(table, await copyTable(sqlite, client, table))
      await client.query('commit')
      await client.query('analyze')
      return factsOfPostgres(client)
    })
  } finally {
    sqlite.close()
  }
}

/** The tables that are carried over, each after those that it refers to. */
function tablesInOrder(sqlite: Sqlite.Database): readonly string[] {
  const tables = (sqlite.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all() as string[]).filter((name) => !madeAnew.test(name))
  const ordered: string[] = []
  const add = (table: string): void => {
    if (ordered.includes(table)) return
    const needed = sqlite.prepare('select distinct "table" from pragma_foreign_key_list(?)').pluck().all(table) as string[]
    for (const other of needed) if (other !== table) add(other)
    ordered.push(table)
  }
  for (const table of tables) add(table)
  return ordered
}

async function copyTable(sqlite: Sqlite.Database, client: Client, table: string): Promise<number> {
  const columns = sqlite.prepare('select name, type from pragma_table_info(?)').all(table) as { readonly name: string; readonly type: 'TEXT' | 'INTEGER' | 'REAL' }[]
  const types = { TEXT: 'text', INTEGER: 'bigint', REAL: 'double precision' } as const
  const text = `insert into ${escapeIdentifier(table)} (${columns.map(({ name }) => escapeIdentifier(name)).join(', ')}) select * from unnest(${columns.map(({ type }, at) => `$${String(at + 1)}::${types[type]}[]`).join(', ')})`
  const write = async (rows: readonly Row[]): Promise<void> => void (await client.query(text, columns.map(({ name }) => rows.map((row) => storable(row[name])))))
  let batch: Row[] = []
  let copied = 0
  for (const row of sqlite.prepare(`select * from "${table}"`).iterate() as IterableIterator<Row>) {
    batch.push(row)
    copied += 1
    if (batch.length < rowsAtOnce) continue
    await write(batch)
    batch = []
  }
  if (batch.length > 0) await write(batch)
  return copied
}

const counted = async (client: Client, table: string): Promise<number> => Number((await client.query<{ readonly count: string }>(`select count(*) as count from ${escapeIdentifier(table)}`)).rows[0]?.count ?? 0)
