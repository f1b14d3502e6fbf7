import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { SunlineError } from '../errors.ts'
import { type Migration, migrationsAfter, migrationsFolder, migrationsFor } from './migrations.ts'

/** ms that a process waits while another brings the file to the newest migration. */
const migratingMs = 60_000
/** ms for which the switch of a new file to WAL is tried, and between two attempts. */
const longestSwitchMs = 5_000
const betweenMs = 10
const pause = new Int32Array(new SharedArrayBuffer(4))

/**
 * Opens an SQLite file (made when missing; `:memory:` for tests) and brings it to the newest migration.
 * Every commit is on disk before it returns (WAL, synchronous=FULL).
 * Throws SunlineError 'unavailable' when the file cannot be opened, is not a database, or is newer than this program.
 */
export function openFile(file: string, migrations: string = migrationsFolder): Sqlite.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    const sqlite = new Sqlite(file, { timeout: migratingMs })
    useWal(sqlite)
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    migrate(sqlite, migrations, file)
    sqlite.pragma('busy_timeout = 2000')
    return sqlite
  } catch (error) {
    if (error instanceof SunlineError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new SunlineError('unavailable', `the database ${file} cannot be opened: ${reason}; check DATABASE_URL and its folder`)
  }
}

/** Turns a new file to WAL. SQLite does not wait for another process that does the same at this moment: it is tried again. Throws what refuses it for too long. */
function useWal(sqlite: Sqlite.Database): void {
  for (const until = performance.now() + longestSwitchMs; ; Atomics.wait(pause, 0, 0, betweenMs)) {
    try {
      return void sqlite.pragma('journal_mode = WAL')
    } catch (error) {
      if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_BUSY') || performance.now() > until) throw error
    }
  }
}

/** Applies each migration above the file's `user_version`, each in its own transaction; of several processes that start at once one does it and the others wait. */
function migrate(sqlite: Sqlite.Database, folder: string, file: string): void {
  const all = migrationsFor('sqlite', folder)
  const missing = (): readonly Migration[] => migrationsAfter(Number(sqlite.pragma('user_version', { simple: true })), all, file)
  const applyNext = sqlite.transaction(() => {
    // Looked at again under the lock: another process may have applied it meanwhile.
    const [step] = missing()
    for (const script of step?.scripts ?? []) sqlite.exec(script)
    if (step) sqlite.pragma(`user_version = ${String(step.number)}`)
  })
  // Who finds nothing to do takes no lock: others may be writing.
  while (missing().length > 0) applyNext.immediate()
}
