import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp, restoreFrom } from '../../server/operations/backup.ts'
import { examine } from '../../server/operations/doctor.ts'
import { withoutPassword } from '../../server/operations/postgres-tools.ts'
import { libraryRoot } from '../../server/library/root.ts'
import { verifyCall } from '../../server/quality/verify.ts'
import { openStore, type Store } from '../../server/store/store.ts'
import { callOf, entryOf } from '../support/journal-rows.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

const now = new Date('2026-03-02T01:02:03.004Z')

describe('Backup and restore of a PostgreSQL database', () => {
  let folder: string
  let own: TestDatabase
  let store: Store
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sunline-backup-'))
    own = await testDatabase(folder)
    store = await openStore(own.address)
    await store.journal.append({ callId: 'a', call: callOf('a'), entries: [entryOf('a', 0), entryOf('a', 1)] })
  })
  afterEach(async () => {
    await store.close()
    await own.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('a copy taken while the server writes is put back whole, once and again, and what was there is kept', async () => {
    const copy = join(folder, 'copies', 'one.dump')
    expect(await backUp(own.address, copy)).toMatchObject({ calls: 1, entries: 2, newest: 1 })
    await store.journal.append({ callId: 'b', call: callOf('b'), entries: [entryOf('b', 0)] })
    await store.close()
    const { facts, kept } = await restoreFrom(copy, own.address, now)
    expect(facts).toMatchObject({ calls: 1, entries: 2 })
    expect(kept).toBe('the schema before_20260302010203004')
    store = await openStore(own.address)
    expect(await store.database.selectFrom('calls').select('id').execute()).toEqual([{ id: 'a' }])
    expect(await sql`select id from before_20260302010203004.calls order by id`.execute(store.database)).toMatchObject({ rows: [{ id: 'a' }, { id: 'b' }] })
    await store.journal.append({ callId: 'a', call: null, entries: [entryOf('a', 2)] })
    expect(await verifyCall(store.database, 'a')).toMatchObject({ entries: 3, faults: [] })
    const second = join(folder, 'two.dump')
    expect(await backUp(own.address, second)).toMatchObject({ calls: 1, entries: 3 })
    await store.close()
    expect((await restoreFrom(second, own.address, new Date(now.getTime() + 1))).facts).toMatchObject({ entries: 3 })
    store = await openStore(own.address)
  })

  it('does not restore under a running server, nor what is no copy, nor over a copy that is there', async () => {
    const copy = join(folder, 'one.dump')
    await backUp(own.address, copy)
    await expect(restoreFrom(copy, own.address, now)).rejects.toThrow(/is in use by \d+ connection\(s\) of Sunline; stop every server first/u)
    await expect(backUp(own.address, copy)).rejects.toThrow('exists already; choose another name')
    await expect(restoreFrom(join(folder, 'none.dump'), own.address, now)).rejects.toThrow('there is no copy')
    writeFileSync(join(folder, 'broken.dump'), 'this is no copy')
    await expect(restoreFrom(join(folder, 'broken.dump'), own.address, now)).rejects.toThrow('is not a sound copy of a PostgreSQL database')
    expect(await store.database.selectFrom('calls').select('id').execute()).toEqual([{ id: 'a' }])
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  it('makes no copy of a database without tables', async () => {
    const empty = await testDatabase(folder, { migrated: false })
    await expect(backUp(empty.address, join(folder, 'none.dump'))).rejects.toThrow('there is nothing of this program in')
    expect(existsSync(join(folder, 'none.dump'))).toBe(false)
    await empty.drop()
  })

  it('keeps the password out of the arguments of other programs', () => {
    expect(withoutPassword('postgres://sunline:p%40ss@db.example:5432/sunline?sslmode=verify-full')).toEqual({ address: 'postgres://sunline@db.example:5432/sunline?sslmode=verify-full', password: 'p@ss' })
    expect(withoutPassword('postgres://sunline@db.example/sunline')).toEqual({ address: 'postgres://sunline@db.example/sunline', password: null })
  })

  it('the doctor sees the tables, the settings that acknowledgements rest on, and a server that does not answer', async () => {
    const look = (address: string) => examine({ DATABASE_URL: address, PORT: '0' }, { libraryRoot, clientFolder: folder })
    const found = new Map((await look(own.address)).map((each) => [each.what, each]))
    expect(found.get('database')).toMatchObject({ verdict: 'good', says: expect.stringMatching(/migration \d+, 1 calls, 2 entries$/u) as string })
    // The cluster of the tests does not wait for the disk.
    expect(found.get('PostgreSQL')).toMatchObject({ verdict: 'bad', says: expect.stringContaining('fsync is off') as string })
    expect([...found.keys()]).toEqual(expect.arrayContaining(['connections', 'clock', 'commits']))
    const gone = (await look('postgres://sunline:secret@127.0.0.1:1/none')).find(({ what }) => what === 'database')
    expect(gone?.verdict).toBe('bad')
    expect(gone?.says).toMatch(/postgres:\/\/sunline:\*\*\*@127\.0\.0\.1:1\/none: .*ECONNREFUSED/u)
  })
})
