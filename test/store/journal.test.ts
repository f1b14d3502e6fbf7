import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callStore } from '../../server/store/call-store.ts'
import { type Database, openDatabase } from '../../server/store/database.ts'
import { openStore } from '../../server/store/store.ts'
import { databaseCommit } from '../../server/store/journal-commit.ts'
import { journalWriter } from '../../server/store/journal-writer.ts'
import type { CallRow, JournalRow } from '../../server/store/tables.ts'

let folder: string
let database: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunline-store-'))
  database = openDatabase(join(folder, 'deep', 'sunline.db'))
})
afterEach(async () => {
  await database.destroy()
  rmSync(folder, { recursive: true })
})

const call = (id: string): CallRow => ({
  id, agent: '李敏', agent_id: null, team: null, origin: 'live', caller_number: '138****2075', queue: 'q', status: 'live', scenario: null, started_at: 1, ended_at: null, outcome: null, library_version: 'v',
})
const entry = (id: string, seq: number): JournalRow => ({ call_id: id, seq, at: 5, type: 'held', payload: '{}' })

test('the database is made with its folder, in WAL with full synchronisation', () => {
  const file = join(folder, 'deep', 'sunline.db')
  expect(existsSync(file)).toBe(true)
  const sqlite = new Sqlite(file, { readonly: true })
  expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(sqlite.prepare('select count(*) from journal').pluck().get()).toBe(0)
  sqlite.close()
})

test('an addition is readable by another connection once it is acknowledged', async () => {
  const writer = journalWriter(databaseCommit(database), { gatherMs: 1 })
  await writer.append({ callId: 'a', call: call('a'), entries: [entry('a', 0), entry('a', 1)] })
  const other = openDatabase(join(folder, 'deep', 'sunline.db'))
  expect(await callStore(other).journal('a')).toEqual([entry('a', 0), entry('a', 1)])
  expect(await callStore(other).current(0)).toEqual([call('a')])
  await other.destroy()
})

test('a conflict refuses that call and what follows it, not the others of the same commit', async () => {
  const writer = journalWriter(databaseCommit(database), { gatherMs: 1 })
  await writer.append({ callId: 'a', call: call('a'), entries: [entry('a', 0)] })
  const results = await Promise.allSettled([
    writer.append({ callId: 'a', call: null, entries: [entry('a', 0)] }),
    writer.append({ callId: 'b', call: call('b'), entries: [entry('b', 0)] }),
    writer.append({ callId: 'a', call: null, entries: [entry('a', 1)] }),
  ])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected'])
  expect(results[0]).toMatchObject({ reason: { code: 'conflict' } })
  expect(await callStore(database).journal('a')).toEqual([entry('a', 0)])
  expect(await callStore(database).journal('b')).toEqual([entry('b', 0)])
})

test('more than the queue holds is refused until it is written', async () => {
  const writer = journalWriter(databaseCommit(database), { gatherMs: 1, mostWaiting: 2 })
  const first = writer.append({ callId: 'a', call: call('a'), entries: [entry('a', 0)] })
  const second = writer.append({ callId: 'a', call: null, entries: [entry('a', 1)] })
  expect(writer.hasRoom()).toBe(false)
  await Promise.all([first, second])
  expect(writer.hasRoom()).toBe(true)
})

test('several thousand entries go into one commit', async () => {
  const writer = journalWriter(databaseCommit(database), { gatherMs: 1 })
  const entries = Array.from({ length: 7_000 }, (_, seq) => entry('a', seq))
  await writer.append({ callId: 'a', call: call('a'), entries })
  expect(await callStore(database).journal('a')).toHaveLength(7_000)
})

test('a file that is no database is named with what to do', () => {
  expect(() => openDatabase(folder)).toThrow(/cannot be opened: .*; check DATABASE_URL and its folder/u)
})

test('a database of a newer version is not touched', async () => {
  const file = join(folder, 'newer.db')
  const sqlite = new Sqlite(file)
  sqlite.pragma('user_version = 99')
  sqlite.close()
  expect(() => openDatabase(file)).toThrow('is at migration 99, this program knows')
})

test('the running server writes on another thread, readable here once acknowledged, and refuses by call', async () => {
  const file = join(folder, 'threaded.db')
  const store = openStore(file)
  await store.journal.append({ callId: 'a', call: call('a'), entries: [entry('a', 0)] })
  expect(await callStore(store.database).journal('a')).toEqual([entry('a', 0)])
  const results = await Promise.allSettled([
    store.journal.append({ callId: 'a', call: null, entries: [entry('a', 0)] }),
    store.journal.append({ callId: 'b', call: call('b'), entries: [entry('b', 0)] }),
  ])
  expect(results).toMatchObject([{ status: 'rejected', reason: { code: 'conflict' } }, { status: 'fulfilled' }])
  await store.close()
})
