import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyCall } from '../../server/quality/verify.ts'
import { callStore } from '../../server/store/call-store.ts'
import { openSimpleStore, openStore, type Store } from '../../server/store/store.ts'
import { callOf, entryOf } from '../support/journal-rows.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

describe.each([['of a running server', openStore], ['of a tool', openSimpleStore]])('The journal %s', (_, open) => {
  let folder: string
  let own: TestDatabase
  let store: Store
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sunline-store-'))
    own = await testDatabase(folder)
    store = await open(own.address)
  })
  afterEach(async () => {
    await store.close()
    await own.drop()
    rmSync(folder, { recursive: true })
  })

  test('is readable by another process once it is acknowledged', async () => {
    await store.journal.append({ callId: 'a', call: callOf('a'), entries: [entryOf('a', 0), entryOf('a', 1)] })
    const other = await open(own.address)
    expect(await callStore(other.database).journal('a')).toEqual([entryOf('a', 0), entryOf('a', 1)])
    expect(await callStore(other.database).current(0)).toEqual([callOf('a')])
    await other.close()
  })

  test('refuses a call whose place is taken, and what follows it, not the others of the same commit', async () => {
    await store.journal.append({ callId: 'a', call: callOf('a'), entries: [entryOf('a', 0)] })
    const results = await Promise.allSettled([
      store.journal.append({ callId: 'a', call: null, entries: [entryOf('a', 0, '{"other":1}')] }),
      store.journal.append({ callId: 'b', call: callOf('b'), entries: [entryOf('b', 0)] }),
      store.journal.append({ callId: 'a', call: null, entries: [entryOf('a', 1)] }),
    ])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected'])
    expect(results[0]).toMatchObject({ reason: { code: 'conflict' } })
    expect(await callStore(store.database).journal('a')).toEqual([entryOf('a', 0)])
    expect(await callStore(store.database).journal('b')).toEqual([entryOf('b', 0)])
  })

  test('writes all of a call or nothing: its row is as it was when its entries are refused', async () => {
    await store.journal.append({ callId: 'a', call: callOf('a'), entries: [entryOf('a', 0)] })
    const closed = { ...callOf('a'), status: 'closed', outcome: 'resolved' } as const
    await expect(store.journal.append({ callId: 'a', call: closed, entries: [entryOf('a', 0, '{"other":1}')] })).rejects.toMatchObject({ code: 'conflict' })
    expect(await callStore(store.database).find('a')).toEqual(callOf('a'))
    await store.journal.append({ callId: 'a', call: closed, entries: [entryOf('a', 1)] })
    expect(await callStore(store.database).find('a')).toEqual(closed)
  })

  test('takes several thousand entries in one commit', async () => {
    const entries = Array.from({ length: 7_000 }, (_, seq) => entryOf('a', seq))
    await store.journal.append({ callId: 'a', call: callOf('a'), entries })
    expect(await callStore(store.database).journal('a')).toHaveLength(7_000)
  })

  test('keeps every character: quotation marks, backslashes, braces, characters beyond the first plane', async () => {
    const payload = JSON.stringify({ text: '他说"不行"\\n{a,b}\u0000 NULL 𠮷😀\t' })
    await store.journal.append({ callId: 'a', call: { ...callOf('a'), agent: 'NULL', queue: '{"x"}\\' }, entries: [entryOf('a', 0, payload)] })
    expect(await callStore(store.database).journal('a')).toEqual([entryOf('a', 0, payload)])
    expect(await callStore(store.database).find('a')).toMatchObject({ agent: 'NULL', queue: '{"x"}\\', agent_id: null })
    expect(await verifyCall(store.database, 'a')).toMatchObject({ entries: 1, unproven: 0, faults: [] })
  })

  test('is one chain of hashes when two processes write to a call in turn', async () => {
    const other = await open(own.address)
    await store.journal.append({ callId: 'a', call: callOf('a'), entries: [entryOf('a', 0), entryOf('a', 1)] })
    await other.journal.append({ callId: 'a', call: null, entries: [entryOf('a', 2)] })
    await other.journal.append({ callId: 'a', call: null, entries: [entryOf('a', 3)] })
    await store.journal.append({ callId: 'a', call: null, entries: [entryOf('a', 4), entryOf('a', 5)] })
    await expect(other.journal.append({ callId: 'a', call: null, entries: [entryOf('a', 4, '{"late":1}')] })).rejects.toMatchObject({ code: 'conflict' })
    await other.journal.append({ callId: 'a', call: null, entries: [entryOf('a', 6)] })
    await other.close()
    expect(await verifyCall(store.database, 'a')).toMatchObject({ entries: 7, unproven: 0, faults: [] })
  })
})
