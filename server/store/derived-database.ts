import { sql } from 'kysely'
import { type Database, openDatabase } from './database.ts'

/** A connection for tables that can be made anew from the journal: a commit need not be on the disk before it counts. Throws like {@link openDatabase}. */
export async function openDerivedDatabase(file: string): Promise<Database> {
  const database = openDatabase(file)
  await sql`pragma synchronous = normal`.execute(database)
  return database
}
