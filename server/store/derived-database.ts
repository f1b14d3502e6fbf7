import { sql } from 'kysely'
import { type Database, dialectOf, openDatabase } from './database.ts'

/** A connection for tables that can be made anew from the journal: a commit need not be on the disk before it counts. Throws like {@link openDatabase}. */
export async function openDerivedDatabase(address: string): Promise<Database> {
  const database = await openDatabase(address, { connections: 1, durable: false })
  if (dialectOf(database) === 'sqlite') await sql`pragma synchronous = normal`.execute(database)
  return database
}
