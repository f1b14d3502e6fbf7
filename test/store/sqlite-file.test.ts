import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../server/store/database.ts'
import { databaseCommit } from '../../server/store/journal-commit.ts'
import { journalWriter } from '../../server/store/journal-writer.ts'
import { migrationsFor } from '../../server/store/migrations.ts'
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

test('of two processes that open a new file at the same moment one makes its tables, and both find them', async () => {
  const script = fileURLToPath(new URL('../support/opens-files.ts', import.meta.url))
  const processes = [1, 2].map(() => fork(script, { execArgv: ['--import', 'tsx'] }))
  const ask = async (child: ChildProcess, file: string): Promise<unknown> => {
    const answered = once(child, 'message')
    child.send(file)
    return (await answered as readonly unknown[])[0]
  }
  const newest = migrationsFor('sqlite').at(-1)?.number
  for (let round = 1; round <= 20; round += 1) {
    const file = join(folder, `${String(round)}.db`)
    expect(await Promise.all(processes.map((each) => ask(each, file)))).toEqual([newest, newest])
  }
  for (const each of processes) each.disconnect()
})
