import { type Kysely, PostgresAdapter, PostgresDialect, SqliteDialect } from 'kysely'
import { ClosableDatabase } from './closable-database.ts'
import { isPostgres } from './database-address.ts'
import type { DialectName } from './migrations.ts'
import { migratePostgres } from './postgres-migrate.ts'
import { kyselyPool, type PoolUse, postgresPool } from './postgres-pool.ts'
import { openFile } from './sqlite-file.ts'
import type { Tables } from './tables.ts'
import { workerDialect } from './worker-dialect.ts'

export type Database = Kysely<Tables>

/** For a tool: queries come one after another. */
const fewConnections: PoolUse = { connections: 2 }

/**
 * Opens the database that an address names, a path of an SQLite file or `postgres://…`, and brings it to the newest migration.
 * Throws SunlineError 'unavailable' when it cannot be opened, is not a database, or is newer than this program.
 */
export async function openDatabase(address: string, use: PoolUse = fewConnections): Promise<Database> {
  if (!isPostgres(address)) return openSqliteDatabase(address)
  await migratePostgres(address)
  return openMigratedPostgres(address, use)
}

/** A PostgreSQL database that is known to have the newest migration. */
export const openMigratedPostgres = (address: string, use: PoolUse): Database => new ClosableDatabase<Tables>(new PostgresDialect({ pool: kyselyPool(postgresPool(address, use), address) }))

/** An SQLite file, read and written on this thread. Throws like {@link openDatabase}. */
export const openSqliteDatabase = (file: string, migrations?: string): Database => new ClosableDatabase<Tables>(new SqliteDialect({ database: openFile(file, migrations) }))

/** The same, but queries run in a thread of their own and never hold up this one. Throws like {@link openDatabase}. */
export function openThreadedDatabase(file: string): Database {
  openFile(file).close()
  return new ClosableDatabase<Tables>(workerDialect(file))
}

/** Which database answers, for the few questions that each is asked in its own words. */
export const dialectOf = (database: Database): DialectName => (database.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite')
