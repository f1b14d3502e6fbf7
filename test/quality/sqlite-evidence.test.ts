import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyCall } from '../../server/quality/verify.ts'
import { openDatabase, openSqliteDatabase } from '../../server/store/database.ts'
import { migrationsFolder } from '../../server/store/migrations.ts'
import { openStore } from '../../server/store/store.ts'
import type { JournalRow } from '../../server/store/tables.ts'
import { tamper, twoCalls, verify } from '../support/evidence.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunline-evidence-'))
  file = join(folder, 'calls.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a byte changed in the file is found, and the call and the entry are named', async () => {
  await twoCalls(file)
  await tamper(file, (database) => sql`pragma wal_checkpoint(truncate)`.execute(database))
  const bytes = readFileSync(file)
  const at = bytes.lastIndexOf(Buffer.from('这事不归我管","startMs'))
  expect(at).toBeGreaterThan(0)
  bytes.writeUInt8(bytes.readUInt8(at + 2) ^ 1, at + 2)
  writeFileSync(file, bytes)
  const { lines, code } = await verify(file)
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/^c[12]: entry \d+ \(utterance heard\) is not what was written$/u)
  expect(lines[1]).toMatch(/^2 calls, \d+ entries: 1 faults$/u)
  expect(code).toBe(1)
})

test('entries from before the chain prove nothing, and what follows them is chained', async () => {
  const older = join(folder, 'migrations')
  mkdirSync(older)
  for (const name of readdirSync(migrationsFolder)) if (name < '0010') cpSync(join(migrationsFolder, name), join(older, name))
  const before = openSqliteDatabase(file, older)
  const call = { id: 'old', agent: '', agent_id: null, team: null, origin: 'live', caller_number: '', queue: '', status: 'live', scenario: null, started_at: 1, ended_at: null, outcome: null, library_version: 'v' } as const
  await before.insertInto('calls').values(call).execute()
  const entry = (seq: number): JournalRow => ({ call_id: 'old', seq, at: 1, type: 'held', payload: '{}' })
  await before.insertInto('journal').columns(['call_id', 'seq', 'at', 'type', 'payload']).expression((from) => from.selectFrom('calls').select(['id', ({ val }) => val(0).as('seq'), ({ val }) => val(1).as('at'), ({ val }) => val('held').as('type'), ({ val }) => val('{}').as('payload')])).execute()
  await before.destroy()
  const store = await openStore(file)
  await store.journal.append({ callId: 'old', entries: [entry(1), entry(2)], call: null })
  await store.close()
  const database = await openDatabase(file)
  expect(await verifyCall(database, 'old')).toMatchObject({ entries: 3, unproven: 1, faults: [] })
  await database.updateTable('journal').set({ hash: '' }).where('seq', '=', 1).execute()
  expect((await verifyCall(database, 'old')).faults).toMatchObject([{ seq: 1 }, { seq: 2 }])
  await database.destroy()
  expect((await verify(file)).lines.at(-1)).toContain('1 entries are older than the chain')
})
