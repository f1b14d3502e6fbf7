import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { SunlineError } from '../errors.ts'
import { isPostgres } from '../store/database-address.ts'
import type { CopyFacts } from './copy-facts.ts'
import { backUpPostgres, restorePostgres } from './postgres-backup.ts'

/** What `restore` did: what the database holds now, and where what was there before is kept. */
export interface Restored {
  readonly facts: CopyFacts
  readonly kept: string | null
}

/** Copies the database of an address while the server runs. Throws like {@link backUpFile} and {@link backUpPostgres}. */
export const backUp = (address: string, target: string): Promise<CopyFacts> => (isPostgres(address) ? backUpPostgres(address, target) : backUpFile(address, target))

/** Puts a copy in the place of the database of an address. Throws like {@link restoreFile} and {@link restorePostgres}. */
export const restoreFrom = async (copy: string, address: string, now: Date): Promise<Restored> => (isPostgres(address) ? restorePostgres(copy, address, now) : restoreFile(copy, address, now))

/**
 * Copies an SQLite file while the server runs: one moment of it, whole. The copy is checked before it takes its name.
 * Throws SunlineError 'not found' without a database, 'conflict' when the target exists, 'unavailable' when the copy is not sound.
 */
export async function backUpFile(databaseFile: string, target: string): Promise<CopyFacts> {
  if (!existsSync(databaseFile)) throw new SunlineError('not found', `there is no database ${databaseFile}; DATABASE_URL says where it is`)
  if (existsSync(target)) throw new SunlineError('conflict', `${target} exists already; choose another name`)
  mkdirSync(dirname(target), { recursive: true })
  const unfinished = `${target}.unfinished`
  const database = new Sqlite(databaseFile, { readonly: true })
  try {
    await database.backup(unfinished)
    const facts = factsOf(unfinished)
    for (const left of [`${unfinished}-wal`, `${unfinished}-shm`]) rmSync(left, { force: true })
    renameSync(unfinished, target)
    return facts
  } finally {
    database.close()
    rmSync(unfinished, { force: true })
  }
}

/**
 * Puts a copy in the place of the database, which must not be in use; the one that was there is kept beside it, under the name returned.
 * Throws SunlineError 'not found' without a copy, 'unavailable' when it is not sound, 'conflict' while a server uses the database.
 */
export function restoreFile(copy: string, databaseFile: string, now: Date): Restored {
  if (!existsSync(copy)) throw new SunlineError('not found', `there is no copy ${copy}`)
  const facts = factsOf(copy)
  const kept = existsSync(databaseFile) ? `${databaseFile}.before-${now.toISOString().replaceAll(/[:.]/gu, '-')}` : null
  if (kept !== null) {
    refuseInUse(databaseFile)
    renameSync(databaseFile, kept)
  }
  for (const left of [`${databaseFile}-wal`, `${databaseFile}-shm`]) rmSync(left, { force: true })
  mkdirSync(dirname(databaseFile), { recursive: true })
  const source = new Sqlite(copy, { readonly: true })
  try {
    source.prepare('vacuum into ?').run(databaseFile)
  } finally {
    source.close()
  }
  return { facts, kept }
}

/** What a database file holds, once it is known to be sound. Throws SunlineError 'unavailable' with what SQLite says. */
export function factsOf(file: string): CopyFacts {
  try {
    const database = new Sqlite(file, { readonly: true })
    try {
      const verdict = String(database.pragma('integrity_check', { simple: true }))
      if (verdict !== 'ok') throw new Error(verdict)
      const one = <T>(sql: string): T => database.prepare(sql).pluck().get() as T
      return {
        migration: Number(database.pragma('user_version', { simple: true })),
        calls: one('select count(*) from calls'),
        entries: one('select count(*) from journal'),
        newest: one('select max(started_at) from calls'),
      }
    } finally {
      database.close()
    }
  } catch (error) {
    throw new SunlineError('unavailable', `${file} is not a sound database of this program: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Throws SunlineError 'conflict' while a server uses an SQLite file: it holds it in WAL mode, and taking it out of that mode needs it alone. */
export function refuseInUse(databaseFile: string): void {
  const database = new Sqlite(databaseFile)
  try {
    database.pragma('busy_timeout = 0')
    database.pragma('journal_mode = DELETE')
  } catch {
    throw new SunlineError('conflict', `${databaseFile} is in use; stop the server first`)
  } finally {
    database.close()
  }
}
