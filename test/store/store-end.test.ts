import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSimpleStore, openStore } from '../../server/store/store.ts'
import { callOf, entryOf } from '../support/journal-rows.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

let folder: string
let own: TestDatabase
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunline-end-'))
  own = await testDatabase(folder)
})
afterEach(async () => {
  await own.drop()
  rmSync(folder, { recursive: true })
})

test.each([['in threads', openStore], ['on this thread', openSimpleStore]] as const)('a store %s that is closed answers what was asked before and refuses what is asked later', async (_kind, open) => {
  const { database, journal, close } = await open(own.address)
  const refusal = { code: 'unavailable', message: 'this server is being stopped; send it again' }
  const appended = journal.append({ callId: 'a', call: callOf('a'), entries: [entryOf('a', 0)] })
  const asked = database.selectFrom('calls').select('id').where('id', '=', 'nobody').execute()
  const closed = close()
  await expect(journal.append({ callId: 'b', call: callOf('b'), entries: [entryOf('b', 0)] })).rejects.toMatchObject(refusal)
  await appended
  expect(await asked).toEqual([])
  await closed
  await expect(database.selectFrom('calls').select('id').execute()).rejects.toMatchObject(refusal)
  await expect(database.transaction().execute(async (transaction) => transaction.deleteFrom('calls').execute())).rejects.toMatchObject(refusal)
  const again = await open(own.address)
  expect(await again.database.selectFrom('calls').select('id').execute()).toEqual([{ id: 'a' }])
  await again.close()
})
