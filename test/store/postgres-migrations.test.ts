import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase, openSqliteDatabase } from '../../server/store/database.ts'
import { migrationsFolder, migrationsFor } from '../../server/store/migrations.ts'
import { migratePostgres } from '../../server/store/postgres-migrate.ts'
import { callOf } from '../support/journal-rows.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly nullable: boolean
  /** Its place in the primary key, from 1; 0: it is not in it. */
  readonly key: number
}
/** The words of the search and the list of migrations are each database's own. */
const own = (table: string): boolean => !table.startsWith('utterance_words') && table !== 'schema_migrations'
const inOrder = (columns: readonly Column[]): readonly Column[] => columns.filter(({ table }) => own(table)).toSorted((one, other) => `${one.table} ${one.column}`.localeCompare(`${other.table} ${other.column}`))

async function ofSqlite(database: Database): Promise<readonly Column[]> {
  const { rows } = await sql<{ table: string; column: string; type: string; required: number; key: number }>`
    select m.name as "table", c.name as "column", c.type as type, c."notnull" as required, c.pk as key from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'`.execute(database)
  const types: Readonly<Record<string, string>> = { TEXT: 'text', INTEGER: 'bigint', REAL: 'double precision' }
  return rows.map(({ required, type, key, ...row }) => ({ ...row, type: types[type] ?? type, nullable: required === 0 && key === 0, key }))
}
async function ofPostgres(database: Database): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    select c.table_name as "table", c.column_name as "column", c.data_type as type, c.is_nullable = 'YES' as nullable, coalesce(k.ordinal_position, 0) as key
    from information_schema.columns c
    left join information_schema.table_constraints t on t.table_name = c.table_name and t.table_schema = c.table_schema and t.constraint_type = 'PRIMARY KEY'
    left join information_schema.key_column_usage k on k.constraint_name = t.constraint_name and k.table_schema = t.table_schema and k.column_name = c.column_name
    where c.table_schema = 'public'`.execute(database)
  return rows
}
/** Indexes by name with the columns that they begin with; those of keys are named by each database itself. */
async function indexes(database: Database, query: ReturnType<typeof sql<{ readonly name: string }>>): Promise<readonly string[]> {
  return (await query.execute(database)).rows.map(({ name }) => name).filter((name) => !/^sqlite_|_pkey$|_key$|^utterance_words/u.test(name)).toSorted()
}

describe('Migrations on PostgreSQL', () => {
  let fresh: TestDatabase
  beforeAll(async () => {
    fresh = await testDatabase(tmpdir(), { migrated: false })
  })
  afterAll(() => fresh.drop())

  it('bring two nodes that start at once to the tables and columns that SQLite has', async () => {
    const [one, other] = await Promise.all([openDatabase(fresh.address), openDatabase(fresh.address)])
    const sqlite = openSqliteDatabase(':memory:')
    const columns = await ofPostgres(one)
    expect(inOrder(columns)).toEqual(inOrder(await ofSqlite(sqlite)))
    expect(columns.length).toBeGreaterThan(200)
    expect(await indexes(one, sql`select indexname as name from pg_indexes where schemaname = 'public'`)).toEqual(await indexes(sqlite, sql`select name from sqlite_master where type = 'index'`))
    const applied = await sql<{ readonly number: number }>`select number from schema_migrations order by number`.execute(other)
    expect(applied.rows.map(({ number }) => number)).toEqual(migrationsFor('sqlite').map(({ number }) => number))
    await Promise.all([one.destroy(), other.destroy(), sqlite.destroy()])
  })

  it('step back while a table is in use, so that nobody waits behind them, and come through when it is free', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sunline-migrations-'))
    cpSync(migrationsFolder, folder, { recursive: true })
    writeFileSync(join(folder, '0098-more.sql'), 'alter table calls add column more text;\n')
    const own = await testDatabase(tmpdir())
    const [report, live] = [await openDatabase(own.address), await openDatabase(own.address)]
    let migrating: Promise<void> = Promise.resolve()
    await report.transaction().execute(async (transaction) => {
      await transaction.selectFrom('calls').selectAll().execute()
      migrating = migratePostgres(own.address, folder)
      const waits = sql<{ readonly count: number }>`select count(*) as count from pg_locks where not granted`
      while ((await waits.execute(live)).rows[0]?.count === 0) await live.selectFrom('people').select('id').execute()
      await live.insertInto('calls').values(callOf('meanwhile')).execute()
    })
    await migrating
    expect((await sql`select id, more from calls`.execute(live)).rows).toEqual([{ id: 'meanwhile', more: null }])
    await Promise.all([report.destroy(), live.destroy()])
    await own.drop()
    rmSync(folder, { recursive: true })
  })

  it('leave a database of a newer program alone, and say where a server is that does not answer, without its password', async () => {
    const database = await openDatabase(fresh.address)
    await sql`insert into schema_migrations (number) values (99)`.execute(database)
    await database.destroy()
    await expect(openDatabase(fresh.address)).rejects.toThrow('is at migration 99, this program knows')
    await expect(openDatabase('postgres://sunline:very-secret@127.0.0.1:1/none')).rejects.toThrow(/^the database postgres:\/\/sunline:\*\*\*@127\.0\.0\.1:1\/none cannot be opened: .*ECONNREFUSED.*; check DATABASE_URL/u)
  })
})
