import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { SunlineError } from '../errors.ts'
import { migrationsAfter, migrationsFolder, migrationsFor } from './migrations.ts'

/**
 * Opens an SQLite file (made when missing; `:memory:` for tests) and brings it to the newest migration.
 * Every commit is on disk before it returns (WAL, synchronous=FULL).
 * Throws SunlineError 'unavailable' when the file cannot be opened, is not a database, or is newer than this program.
 */
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

/** Applies each migration above the file's `user_version`, each in its own transaction. */
function migrate(sqlite: Sqlite.Database, folder: string, file: string): void {
  const done = Number(sqlite.pragma('user_version', { simple: true }))
  for (const { number, scripts } of migrationsAfter(done, migrationsFor('sqlite', folder), file)) {
    sqlite.transaction(() => {
      for (const script of scripts) sqlite.exec(script)
      sqlite.pragma(`user_version = ${String(number)}`)
    })()
  }
}
