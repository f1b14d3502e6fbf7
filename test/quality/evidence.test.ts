import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { entryHash } from '../../server/store/hash-chain.ts'
import { openSimpleStore, openStore } from '../../server/store/store.ts'
import type { JournalRow } from '../../server/store/tables.ts'
import { tamper, twoCalls, verify } from '../support/evidence.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

let folder: string
let own: TestDatabase
let address: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunline-evidence-'))
  own = await testDatabase(folder)
  address = own.address
})
afterEach(async () => {
  await own.drop()
  rmSync(folder, { recursive: true, force: true })
})

test.each([['by the thread that commits', openStore], ['by a tool', openSimpleStore]])('a journal written %s proves itself', async (_, open) => {
  await twoCalls(address, open)
  const { lines, code } = await verify(address)
  expect(lines.at(-1)).toMatch(/^2 calls, \d+ entries: untouched$/u)
  expect(code).toBe(0)
})

test('an entry taken out of the middle, or its hash, is found', async () => {
  await twoCalls(address)
  await tamper(address, (database) => database.deleteFrom('journal').where('call_id', '=', 'c1').where('seq', '=', 2).execute())
  await tamper(address, (database) => database.updateTable('journal').set({ hash: '' }).where('call_id', '=', 'c2').where('seq', '=', 3).execute())
  const { lines } = await verify(address)
  expect(lines[0]).toBe('c1: entry 2 is missing')
  expect(lines[2]).toMatch(/^c2: entry 3 \(.+\) has lost its hash$/u)
})

test('an end cut off after the review is found', async () => {
  await twoCalls(address)
  await tamper(address, (database) => database.deleteFrom('journal').where('call_id', '=', 'c2').where('seq', '>', 4).execute())
  const { lines, code } = await verify(address, 'c2')
  expect(lines[0]).toMatch(/^c2: the journal ends after 5 entries; it had \d+ when the call was reviewed$/u)
  expect(code).toBe(1)
})

test('a hash made anew for a changed entry does not fit the next', async () => {
  await twoCalls(address)
  await tamper(address, async (database) => {
    const rows = await database.selectFrom('journal').selectAll().where('call_id', '=', 'c1').orderBy('seq').execute()
    const [first, second] = rows
    if (!first || !second) throw new Error('the call has no entries')
    const forged = { ...second, payload: second.payload.replace('您好', '你好') }
    await database.updateTable('journal').set({ payload: forged.payload, hash: entryHash(first.hash, { ...forged, payload: `${forged.payload} ` }) }).where('call_id', '=', 'c1').where('seq', '=', 1).execute()
  })
  expect((await verify(address, 'c1')).lines.slice(0, 2).map((line) => line.slice(0, 12))).toEqual(['c1: entry 1 ', 'c1: entry 2 '])
})

test('a call that went on after a restart is one chain', async () => {
  await twoCalls(address)
  const rows = await tamper(address, (database) => database.selectFrom('journal').selectAll().where('call_id', '=', 'c1').orderBy('seq').execute())
  const store = await openStore(address)
  const entry: JournalRow = { call_id: 'c1', seq: rows.length, at: 9, type: 'wrapped up', payload: '{"disposition":"solved","notes":""}' }
  await store.journal.append({ callId: 'c1', entries: [entry], call: null })
  await store.close()
  expect((await verify(address, 'c1')).code).toBe(0)
})
