import { type ClientBase, DatabaseError, type PoolClient } from 'pg'
import { SunlineError } from '../errors.ts'
import { shownAddress } from './database-address.ts'
import { migrationsAfter, migrationsFolder, migrationsFor } from './migrations.ts'
import { postgresPool, reasonOf } from './postgres-pool.ts'

/** Any number that no other program on the same database takes. */
const migrationLock = 7_236_114_501
/** ms that a change of a table waits for who uses it, since everyone else then waits behind it; ms until it tries again; and how often: longer than the longest report. */
const tableMs = 1_000
const pauseMs = 2_000
const mostTries = 60

/**
 * Brings a PostgreSQL database to the newest migration, each in a transaction of its own; of several nodes that start at once one does it and the others wait.
 * Servers may go on working meanwhile: a change that finds its table in use steps back and tries again.
 * Throws SunlineError 'unavailable' when the database cannot be reached, is newer than this program, or has a table in use for minutes.
 */
export async function migratePostgres(address: string, folder: string = migrationsFolder): Promise<void> {
  const shown = shownAddress(address)
  const all = migrationsFor('postgres', folder)
  const pool = postgresPool(address, { connections: 1 })
  try {
    const client = await pool.connect()
    try {
      for (let left = true; left; ) left = await unlessInUse(() => applyNext(client, (done) => migrationsAfter(done, all, shown)[0] ?? null))
    } finally {
      client.release()
    }
  } catch (error) {
    if (error instanceof SunlineError) throw error
    throw new SunlineError('unavailable', `the database ${shown} cannot be opened: ${reasonOf(error)}; check DATABASE_URL, the server and its rights`)
  } finally {
    await pool.end()
  }
}

type Next = (done: number) => ReturnType<typeof migrationsAfter>[number] | null

/** Applies the next migration, if there is one. Resolves to whether there was. */
async function applyNext(client: PoolClient, next: Next): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
    await client.query('create table if not exists schema_migrations (number bigint primary key, applied_at timestamptz not null default now())')
    const step = next(await appliedMigration(client))
    await client.query(`set local lock_timeout = ${String(tableMs)}`)
    for (const script of step?.scripts ?? []) await client.query(script)
    if (step) await client.query('insert into schema_migrations (number) values ($1)', [step.number])
    await client.query('commit')
    return step !== null
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** Does something again while a table that it needs is in use (55P03: the lock was not to be had in time). */
async function unlessInUse<T>(act: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== '55P03' || tried === mostTries) throw error
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
}

/** The number of the newest migration that a database has; 0 for none. */
export async function appliedMigration(client: Pick<ClientBase, 'query'>): Promise<number> {
  const { rows } = await client.query<{ readonly done: number }>('select coalesce(max(number), 0) as done from schema_migrations')
  return rows[0]?.done ?? 0
}
