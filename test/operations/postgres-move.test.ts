import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoPeople, openDemo } from '../../server/identity/demo.ts'
import { moveToPostgres } from '../../server/operations/move.ts'
import { namesOf } from '../../server/quality/names.ts'
import { search } from '../../server/quality/search.ts'
import { openDatabase } from '../../server/store/database.ts'
import { openSimpleStore } from '../../server/store/store.ts'
import { tamper, twoCalls, verify } from '../support/evidence.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

describe('The move from SQLite to PostgreSQL', () => {
  let folder: string
  let file: string
  let target: TestDatabase
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sunline-move-'))
    file = join(folder, 'calls.db')
    target = await testDatabase(folder, { migrated: false })
    await twoCalls(file)
    await tamper(file, (database) => openDemo(database, demoPeople({ agentName: '李敏', agentNumber: '1001' }), 1))
  })
  afterEach(async () => {
    await target.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('carries calls, people and proofs over; reviews and the search are made anew there', async () => {
    const before = (await verify(file)).lines.at(-1)
    const tables = new Map<string, number>()
    const { calls } = await moveToPostgres(file, target.address, (table, rows) => void tables.set(table, rows))
    expect(calls).toBe(2)
    expect([tables.get('journal_seals'), tables.get('people')]).toEqual([2, demoPeople({ agentName: '李敏', agentNumber: '1001' }).length])
    expect(await verify(target.address)).toEqual({ lines: [before], code: 0 })
    const store = await openSimpleStore(target.address)
    expect(await store.reviewer(() => undefined).review({ points: {}, calls: null })).toBe(2)
    const { found } = await search(store.database, await namesOf(store.database, null), { words: '不归我管' }, null, 10)
    expect(found.map(({ callId }) => callId)).toEqual(['c2', 'c1'])
    await store.close()
  })

  it('refuses a target that is not empty, a file in use, and what is no PostgreSQL', async () => {
    const using = await openDatabase(file)
    await using.selectFrom('calls').select('id').execute()
    await expect(moveToPostgres(file, target.address, () => undefined)).rejects.toThrow('is in use; stop the server first')
    await using.destroy()
    await moveToPostgres(file, target.address, () => undefined)
    await expect(moveToPostgres(file, target.address, () => undefined)).rejects.toThrow('is not empty; give an empty database')
    await expect(moveToPostgres(file, join(folder, 'other.db'), () => undefined)).rejects.toThrow('is no address of a PostgreSQL database')
  })
})
