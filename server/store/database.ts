import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { SunlineError } from '../errors.ts'
import type { Tables } from './tables.ts'
import { workerDialect } from './worker-dialect.ts'

export type Database = Kysely<Tables>

/** Where the numbered migrations of this repository lie. */
export const migrationsFolder = new URL('../../data/migrations', import.meta.url).pathname

/**
 * Opens an SQLite file (made when missing; `:memory:` for tests) and brings it to the newest migration.
 * Every commit is on disk before it returns (WAL, synchronous=FULL).
 * Throws SunlineError 'unavailable' when the file cannot be opened, is not a database, or is newer than this program.
 */
export function openDatabase(file: string, migrations: string = migrationsFolder): Database {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: openFile(file, migrations) }) })
}

/** The same, but queries run in a thread of their own and never hold up this one. Throws like {@link openDatabase}. */
export function openThreadedDatabase(file: string): Database {
  openFile(file).close()
  return new Kysely<Tables>({ dialect: workerDialect(file) })
}

/** The SQLite file itself, for what needs statements of its own. Throws like {@link openDatabase}. */
export function openFile(file: string, migrations: string = migrationsFolder): Sqlite.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    const sqlite = new Sqlite(file)
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('busy_timeout = 2000')
    migrate(sqlite, migrations, file)
    return sqlite
  } catch (error) {
    if (error instanceof SunlineError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new SunlineError('unavailable', `the database ${file} cannot be opened: ${reason}; check DATABASE_URL and its folder`)
  }
}

/** Applies each `NNNN-name.sql` above the file's `user_version`, each in its own transaction. */
function migrate(sqlite: Sqlite.Database, folder: string, file: string): void {
  const done = Number(sqlite.pragma('user_version', { simple: true }))
  const steps = readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/u.test(name))
    .sort()
    .map((name) => ({ name, number: Number(name.slice(0, 4)) }))
  const newest = steps.at(-1)?.number ?? 0
  if (done > newest) {
    throw new SunlineError('unavailable', `the database ${file} is at migration ${String(done)}, this program knows ${String(newest)}; start a newer version`)
  }
  for (const { name, number } of steps.filter((step) => step.number > done)) {
    const script = readFileSync(join(folder, name), 'utf8')
    sqlite.transaction(() => {
      sqlite.exec(script)
      sqlite.pragma(`user_version = ${String(number)}`)
    })()
  }
}
