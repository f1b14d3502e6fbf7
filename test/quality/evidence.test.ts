import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { verifyCommand } from '../../server/cli/verify.ts'
import { verifyCall } from '../../server/quality/verify.ts'
import { type Database, openDatabase, openSqliteDatabase } from '../../server/store/database.ts'
import { migrationsFolder } from '../../server/store/migrations.ts'
import { openSimpleStore, openStore } from '../../server/store/store.ts'
import type { JournalRow } from '../../server/store/tables.ts'
import { fakeEngine } from '../support/fake-engine.ts'
import { playPastCalls } from '../support/past-calls.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sunline-evidence-'))
  file = join(folder, 'calls.db')
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const said = ['您好', '修了3次了', '这事不归我管', '那找谁']
/** Two calls, committed as the running server does. */
async function twoCalls(open: typeof openStore = openStore): Promise<void> {
  const store = await open(file)
  const turns = said.map((text, number) => ({ at: number * 3_000, speaker: number % 2 === 0 ? ('agent' as const) : ('caller' as const), text }))
  const agent = { agent: '李敏', agentId: null, team: null }
  await playPastCalls(store, fakeEngine, [{ id: 'c1', startedAt: 1_000_000, agent, turns }, { id: 'c2', startedAt: 2_000_000, agent, turns }])
  const reviewer = store.reviewer(() => undefined)
  await reviewer.review({ points: {}, calls: null })
  await reviewer.stop()
  await store.close()
}
/** What `sunline verify` prints, and its exit code. */
async function verify(...args: readonly string[]): Promise<{ readonly lines: readonly string[]; readonly code: number }> {
  vi.stubEnv('DATABASE_URL', file)
  const lines: string[] = []
  const code = await verifyCommand.run(args, { print: (line) => void lines.push(line), fail: (line) => void lines.push(line) })
  return { lines, code }
}
async function change(by: (database: Database) => Promise<unknown>): Promise<void> {
  const database = await openDatabase(file)
  await by(database)
  await database.destroy()
}

test.each([['by the thread that commits', openStore], ['by a tool', openSimpleStore]])('a journal written %s proves itself', async (_, open) => {
  await twoCalls(open)
  const { lines, code } = await verify()
  expect(lines.at(-1)).toMatch(/^2 calls, \d+ entries: untouched$/u)
  expect(code).toBe(0)
})

test('a byte changed in the file is found, and the call and the entry are named', async () => {
  await twoCalls()
  await change((database) => sql`pragma wal_checkpoint(truncate)`.execute(database))
  const bytes = readFileSync(file)
  const at = bytes.lastIndexOf(Buffer.from('这事不归我管","startMs'))
  expect(at).toBeGreaterThan(0)
  bytes.writeUInt8(bytes.readUInt8(at + 2) ^ 1, at + 2)
  writeFileSync(file, bytes)
  const { lines, code } = await verify()
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/^c[12]: entry \d+ \(utterance heard\) is not what was written$/u)
  expect(lines[1]).toMatch(/^2 calls, \d+ entries: 1 faults$/u)
  expect(code).toBe(1)
})

test('an entry taken out of the middle, or its hash, is found', async () => {
  await twoCalls()
  await change((database) => database.deleteFrom('journal').where('call_id', '=', 'c1').where('seq', '=', 2).execute())
  await change((database) => database.updateTable('journal').set({ hash: '' }).where('call_id', '=', 'c2').where('seq', '=', 3).execute())
  const { lines } = await verify()
  expect(lines[0]).toBe('c1: entry 2 is missing')
  expect(lines[2]).toMatch(/^c2: entry 3 \(.+\) has lost its hash$/u)
})

test('an end cut off after the review is found', async () => {
  await twoCalls()
  await change((database) => database.deleteFrom('journal').where('call_id', '=', 'c2').where('seq', '>', 4).execute())
  const { lines, code } = await verify('c2')
  expect(lines[0]).toMatch(/^c2: the journal ends after 5 entries; it had \d+ when the call was reviewed$/u)
  expect(code).toBe(1)
})

test('a hash made anew for a changed entry does not fit the next', async () => {
  await twoCalls()
  const { entryHash } = await import('../../server/store/hash-chain.ts')
  await change(async (database) => {
    const rows = await database.selectFrom('journal').selectAll().where('call_id', '=', 'c1').orderBy('seq').execute()
    const [first, second] = rows
    if (!first || !second) throw new Error('the call has no entries')
    const forged = { ...second, payload: second.payload.replace('您好', '你好') }
    await database.updateTable('journal').set({ payload: forged.payload, hash: entryHash(first.hash, { ...forged, payload: `${forged.payload} ` }) }).where('call_id', '=', 'c1').where('seq', '=', 1).execute()
  })
  expect((await verify('c1')).lines.slice(0, 2).map((line) => line.slice(0, 12))).toEqual(['c1: entry 1 ', 'c1: entry 2 '])
})

test('a call that went on after a restart is one chain', async () => {
  await twoCalls()
  const rows = await (async () => {
    const database = await openDatabase(file)
    const all = await database.selectFrom('journal').selectAll().where('call_id', '=', 'c1').orderBy('seq').execute()
    await database.destroy()
    return all
  })()
  const store = await openStore(file)
  const entry: JournalRow = { call_id: 'c1', seq: rows.length, at: 9, type: 'wrapped up', payload: '{"disposition":"solved","notes":""}' }
  await store.journal.append({ callId: 'c1', entries: [entry], call: null })
  await store.close()
  expect((await verify('c1')).code).toBe(0)
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
  expect((await verify()).lines.at(-1)).toContain('1 entries are older than the chain')
})
