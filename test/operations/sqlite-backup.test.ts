import { copyFileSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync, closeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUp, restoreFrom } from '../../server/operations/backup.ts'
import { openStore, type Store } from '../../server/store/store.ts'
import type { CallRow, JournalRow } from '../../server/store/tables.ts'

const call = (id: string): CallRow => ({ id, agent: '李敏', agent_id: null, team: null, origin: 'live', caller_number: '', queue: '', status: 'live', scenario: null, started_at: 1_000, ended_at: null, outcome: null, library_version: 'v' })
const entry = (id: string, seq: number): JournalRow => ({ call_id: id, seq, at: seq, type: 'held', payload: '{}' })
const now = new Date('2026-03-02T01:02:03.004Z')

describe('Backup and restore', () => {
  let folder: string
  let file: string
  let store: Store
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sunline-backup-'))
    file = join(folder, 'sunline.db')
    store = await openStore(file)
    await store.journal.append({ callId: 'a', call: call('a'), entries: [entry('a', 0)] })
  })
  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('a copy taken while the server writes holds one moment, and is put back whole', async () => {
    const copy = join(folder, 'copies', 'one.db')
    expect(await backUp(file, copy)).toMatchObject({ calls: 1, entries: 1, newest: 1_000 })
    await store.journal.append({ callId: 'b', call: call('b'), entries: [entry('b', 0)] })
    await store.close()
    const { facts, kept } = await restoreFrom(copy, file, now)
    expect(facts.calls).toBe(1)
    expect(kept).toBe(`${file}.before-2026-03-02T01-02-03-004Z`)
    store = await openStore(file)
    expect(await store.database.selectFrom('calls').select('id').execute()).toEqual([{ id: 'a' }])
    await store.journal.append({ callId: 'c', call: call('c'), entries: [entry('c', 0)] })
  })

  it('does not restore under a running server, nor over it', async () => {
    const copy = join(folder, 'one.db')
    await backUp(file, copy)
    await expect(restoreFrom(copy, file, now)).rejects.toThrow('is in use; stop the server first')
    expect(await store.database.selectFrom('calls').select('id').execute()).toEqual([{ id: 'a' }])
  })

  it('refuses a copy that exists already, one that is missing, and one that is damaged', async () => {
    const copy = join(folder, 'one.db')
    await backUp(file, copy)
    await expect(backUp(file, copy)).rejects.toThrow('exists already; choose another name')
    await expect(restoreFrom(join(folder, 'none.db'), join(folder, 'other.db'), now)).rejects.toThrow('there is no copy')
    const damaged = join(folder, 'damaged.db')
    copyFileSync(copy, damaged)
    const handle = openSync(damaged, 'r+')
    writeSync(handle, Buffer.alloc(4_000, 7), 0, 4_000, 4_200)
    closeSync(handle)
    await expect(restoreFrom(damaged, join(folder, 'other.db'), now)).rejects.toThrow('is not a sound database')
    expect(existsSync(join(folder, 'other.db'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
  })
})
