import { tmpdir } from 'node:os'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openMigratedPostgres } from '../../server/store/database.ts'
import { callOf } from '../support/journal-rows.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

describe('A connection to PostgreSQL', () => {
  let own: TestDatabase
  let database: Database
  beforeAll(async () => {
    own = await testDatabase(tmpdir())
    database = openMigratedPostgres(own.address, { connections: 1, longestMs: 500 })
  })
  afterAll(async () => {
    await database.destroy()
    await own.drop()
  })

  it('answers counts, sums and times as numbers', async () => {
    await database.insertInto('calls').values([{ ...callOf('a'), started_at: 1_795_341_245_731 }, { ...callOf('b'), started_at: 1 }]).execute()
    const { rows } = await sql`select count(*) as calls, sum(started_at) as total, max(started_at) as newest, avg(started_at) / 2 as half from calls`.execute(database)
    expect(rows).toEqual([{ calls: 2, total: 1_795_341_245_732, newest: 1_795_341_245_731, half: 448_835_311_433 }])
  })

  it('stores a text with the character NUL, which PostgreSQL has no place for, with a sign in its stead', async () => {
    await database.insertInto('calls').values({ ...callOf('nul'), queue: 'a\0b' }).execute()
    expect(await database.selectFrom('calls').select('id').where('queue', '=', 'a\0b').execute()).toEqual([{ id: 'nul' }])
    expect(await database.selectFrom('calls').select('queue').where('id', '=', 'nul').executeTakeFirst()).toEqual({ queue: 'a\uFFFDb' })
  })

  it('gives a question up that takes too long, says so, and goes on', async () => {
    await expect(sql`select pg_sleep(20)`.execute(database)).rejects.toMatchObject({ code: 'unavailable', message: 'the database took too long over this; ask for less at once' })
    expect(await database.selectFrom('calls').select('id').where('id', '=', 'a').execute()).toEqual([{ id: 'a' }])
  })

  it('that the server ends is replaced by another', async () => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(database).catch((error: unknown) => expect(error).toMatchObject({ code: 'unavailable' }))
    expect(await database.selectFrom('calls').select('id').where('id', '=', 'a').execute()).toEqual([{ id: 'a' }])
  })
})
