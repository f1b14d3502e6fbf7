import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../server/store/database.ts'
import { databaseCommit } from '../../server/store/journal-commit.ts'
import { journalWriter } from '../../server/store/journal-writer.ts'
import { callOf, entryOf } from '../support/journal-rows.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunline-file-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the database is made with its folder, in WAL with full synchronisation', async () => {
  const file = join(folder, 'deep', 'sunline.db')
  const database = await openDatabase(file)
  expect(existsSync(file)).toBe(true)
  const sqlite = new Sqlite(file, { readonly: true })
  expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(sqlite.prepare('select count(*) from journal').pluck().get()).toBe(0)
  sqlite.close()
  await database.destroy()
})

test('more than the queue holds is refused until it is written', async () => {
  const database = await openDatabase(join(folder, 'sunline.db'))
  const writer = journalWriter(databaseCommit(database), { gatherMs: 1, mostWaiting: 2 })
  const first = writer.append({ callId: 'a', call: callOf('a'), entries: [entryOf('a', 0)] })
  const second = writer.append({ callId: 'a', call: null, entries: [entryOf('a', 1)] })
  expect(writer.hasRoom()).toBe(false)
  await Promise.all([first, second])
  expect(writer.hasRoom()).toBe(true)
  await database.destroy()
})

test('a file that is no database is named with what to do', async () => {
  await expect(openDatabase(folder)).rejects.toThrow(/cannot be opened: .*; check DATABASE_URL and its folder/u)
})

test('a database of a newer version is not touched', async () => {
  const file = join(folder, 'newer.db')
  const sqlite = new Sqlite(file)
  sqlite.pragma('user_version = 99')
  sqlite.close()
  await expect(openDatabase(file)).rejects.toThrow('is at migration 99, this program knows')
})
