import { tmpdir } from 'node:os'
import type { Pool, QueryResult } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { postgresCluster } from '../../server/private-services/postgres-cluster.ts'
import { verifyCall } from '../../server/quality/verify.ts'
import { callStore } from '../../server/store/call-store.ts'
import { postgresCommit } from '../../server/store/postgres-commit.ts'
import { postgresPool } from '../../server/store/postgres-pool.ts'
import { openStore, type Store } from '../../server/store/store.ts'
import { callOf, entryOf } from '../support/journal-rows.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

describe('A commit on PostgreSQL', () => {
  let own: TestDatabase
  let store: Store
  beforeEach(async () => {
    own = await testDatabase(tmpdir())
    store = await openStore(own.address)
  })
  afterEach(async () => {
    await store.close()
    await own.drop()
  })

  it('whose answer is lost with the connection is found to be written, and not refused', async () => {
    const pool = postgresPool(own.address, { connections: 1 })
    let lost = 0
    const losing = {
      query: async (...asked: Parameters<Pool['query']>) => {
        const answer = (await pool.query(...asked)) as unknown as QueryResult
        if (answer.command !== 'INSERT' || lost > 0) return answer
        lost += 1
        throw new Error('Connection terminated unexpectedly')
      },
    } as unknown as Pick<Pool, 'query'>
    const commit = postgresCommit(losing)
    expect(await commit([{ callId: 'a', call: callOf('a'), entries: [entryOf('a', 0)] }, { callId: 'b', call: callOf('b'), entries: [entryOf('b', 0)] }])).toEqual([])
    expect(lost).toBe(1)
    expect(await commit([{ callId: 'a', call: null, entries: [entryOf('a', 1)] }])).toEqual([])
    await pool.end()
    expect(await verifyCall(store.database, 'a')).toMatchObject({ entries: 2, faults: [] })
    expect(await callStore(store.database).journal('b')).toEqual([entryOf('b', 0)])
  })

  it('is refused when it would leave a gap: the call is not what the writer thinks', async () => {
    await store.journal.append({ callId: 'a', call: callOf('a'), entries: [entryOf('a', 0)] })
    const results = await Promise.allSettled([
      store.journal.append({ callId: 'a', call: null, entries: [entryOf('a', 5)] }),
      store.journal.append({ callId: 'b', call: callOf('b'), entries: [entryOf('b', 0)] }),
    ])
    expect(results).toMatchObject([{ status: 'rejected', reason: { code: 'conflict' } }, { status: 'fulfilled' }])
    expect(await callStore(store.database).journal('a')).toHaveLength(1)
  })

  it('that only one call of the batch is to blame for does not fail the others', async () => {
    const results = await Promise.allSettled([
      store.journal.append({ callId: 'no-row', call: null, entries: [entryOf('no-row', 0)] }),
      store.journal.append({ callId: 'b', call: callOf('b'), entries: [entryOf('b', 0)] }),
    ])
    expect(results).toMatchObject([{ status: 'rejected', reason: { code: 'unavailable' } }, { status: 'fulfilled' }])
  })

  it('of two processes that write to one call as fast as they can leaves one chain with every acknowledged entry', async () => {
    await store.journal.append({ callId: 'a', call: callOf('a'), entries: [entryOf('a', 0)] })
    const other = await openStore(own.address)
    const acknowledged: string[] = []
    const write = async (name: string, { database, journal }: Store): Promise<void> => {
      for (let number = 0; number < 25; ) {
        const payload = JSON.stringify({ name, number })
        const next = (await callStore(database).journal('a')).length
        try {
          await journal.append({ callId: 'a', call: callOf('a'), entries: [entryOf('a', next, payload)] })
          acknowledged.push(payload)
          number += 1
        } catch (error) {
          expect(error).toMatchObject({ code: 'conflict' })
        }
      }
    }
    await Promise.all([write('one', store), write('other', other)])
    await other.close()
    const stored = (await callStore(store.database).journal('a')).slice(1).map(({ payload }) => payload)
    expect(stored.toSorted()).toEqual(acknowledged.toSorted())
    expect(stored).toHaveLength(50)
    expect(await verifyCall(store.database, 'a')).toMatchObject({ entries: 51, faults: [] })
  })
})

describe('A PostgreSQL that goes away and comes back', () => {
  it('refuses what comes meanwhile, loses nothing that was acknowledged, and goes on', async () => {
    const cluster = await postgresCluster({ fsync: true })
    const store = await openStore(cluster.address)
    try {
      await store.journal.append({ callId: 'a', call: callOf('a'), entries: [entryOf('a', 0)] })
      cluster.stop('immediate')
      await expect(store.journal.append({ callId: 'a', call: null, entries: [entryOf('a', 1)] })).rejects.toMatchObject({ code: 'unavailable' })
      expect(store.journal.healthy()).toBe(false)
      await expect(callStore(store.database).journal('a')).rejects.toMatchObject({ code: 'unavailable' })
      cluster.start()
      await store.journal.append({ callId: 'a', call: null, entries: [entryOf('a', 1)] })
      expect(store.journal.healthy()).toBe(true)
      expect(await verifyCall(store.database, 'a')).toMatchObject({ entries: 2, faults: [] })
    } finally {
      await store.close()
      cluster.remove()
    }
  })
})
