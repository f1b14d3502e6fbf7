import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openThreadedDatabase } from '../../server/store/database.ts'
import type { CallRow } from '../../server/store/tables.ts'

const row = (id: string): CallRow => ({
  id, agent: '李敏', agent_id: null, team: null, origin: 'live', caller_number: '', queue: '', status: 'live', scenario: null, started_at: 1, ended_at: null, outcome: null, library_version: 'v',
})

describe('A database in a thread of its own', () => {
  let folder: string
  let database: Database
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sunline-threaded-'))
    database = openThreadedDatabase(join(folder, 'a.db'))
  })
  afterEach(async () => {
    await database.destroy()
    rmSync(folder, { recursive: true, force: true })
  })

  it('writes and reads', async () => {
    await database.insertInto('calls').values(row('c1')).execute()
    expect(await database.selectFrom('calls').select(['id', 'agent', 'ended_at']).execute()).toEqual([{ id: 'c1', agent: '李敏', ended_at: null }])
  })

  it('keeps transactions apart and takes a failed one back', async () => {
    const failing = database.transaction().execute(async (transaction) => {
      await transaction.insertInto('calls').values(row('c2')).execute()
      throw new Error('changed my mind')
    })
    const other = database.transaction().execute(async (transaction) => transaction.insertInto('calls').values(row('c3')).execute())
    await expect(failing).rejects.toThrow('changed my mind')
    await other
    expect(await database.selectFrom('calls').select('id').execute()).toEqual([{ id: 'c3' }])
  })

  it('answers a faulty query with what is wrong and goes on', async () => {
    await database.insertInto('calls').values(row('c4')).execute()
    await expect(database.insertInto('calls').values(row('c4')).execute()).rejects.toThrow('UNIQUE constraint failed: calls.id')
    expect(await database.selectFrom('calls').select('id').execute()).toEqual([{ id: 'c4' }])
  })
})
