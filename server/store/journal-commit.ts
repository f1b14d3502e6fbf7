import { SunlineError } from '../errors.ts'
import { JournalConflict } from '../live/homes.ts'
import type { Database } from './database.ts'
import { hashChain } from './hash-chain.ts'
import type { SealedRow } from './privacy-tables.ts'
import type { CallRow, JournalRow } from './tables.ts'
import type { WebhookRow } from './webhook-tables.ts'

/** What one event adds to a call: its entries, and the call's row when the lists must show something new. */
export interface Addition {
  readonly callId: string
  readonly entries: readonly JournalRow[]
  readonly call: CallRow | null
  /** Messages that must go out for it, written with it. */
  readonly outbox?: readonly WebhookRow[]
  /** Entries as they were before masking, encrypted. */
  readonly sealed?: readonly SealedRow[]
}
/** Why a call's additions were not written: 'conflict' when another writer holds its `seq`, else 'unavailable'. */
export interface Refusal {
  readonly callId: string
  readonly code: 'conflict' | 'unavailable'
  readonly message: string
}
/** Writes additions in their order, all of a call or none. Resolves when they are on disk, to the calls that were refused. */
export type Commit = (batch: readonly Addition[]) => Promise<readonly Refusal[]>

/** Writes through a connection of this thread to an SQLite file. */
export const databaseCommit = (database: Database): Commit => committing((batch) => write(database, batch))

/** One transaction for all, by `write`; when that fails, one for each call, so that a faulty call does not take others with it. */
export function committing(write: (batch: readonly Addition[]) => Promise<void>): Commit {
  const commit: Commit = async (batch) => {
    try {
      await write(batch)
      return []
    } catch (error) {
      const [callId, ...others] = callsOf(batch)
      if (callId === undefined) return []
      if (others.length === 0) return [refusal(callId, error)]
      const refused: Refusal[] = []
      for (const id of [callId, ...others]) refused.push(...(await commit(batch.filter((addition) => addition.callId === id))))
      return refused
    }
  }
  return commit
}

/** What a refusal means to the person who caused it. */
export const asError = ({ code, message }: Refusal): SunlineError => (code === 'conflict' ? new JournalConflict(message) : new SunlineError(code, message))

/** SQLite takes at most 32,766 bound values in one statement; an entry has six. */
const entriesPerStatement = 2_000

async function write(database: Database, batch: readonly Addition[]): Promise<void> {
  const calls = new Map(batch.flatMap(({ call }) => (call ? [[call.id, call]] : [])))
  const added = batch.flatMap((addition) => addition.entries)
  const last = await lastHashes(database, added)
  const entries = hashChain().chained(added, (callId, seq) => last.get(`${String(seq)} ${callId}`) ?? '')
  await database.transaction().execute(async (transaction) => {
    for (const call of calls.values()) {
      const { id: _, ...changes } = call
      await transaction.insertInto('calls').values(call).onConflict((on) => on.column('id').doUpdateSet(changes)).execute()
    }
    for (let from = 0; from < entries.length; from += entriesPerStatement) {
      await transaction.insertInto('journal').values(entries.slice(from, from + entriesPerStatement)).execute()
    }
    for (const original of batch.flatMap(({ sealed = [] }) => sealed)) await transaction.insertInto('sealed_entries').values(original).execute()
    for (const message of batch.flatMap(({ outbox = [] }) => outbox)) await transaction.insertInto('webhook_outbox').values(message).onConflict((on) => on.doNothing()).execute()
  })
}

/** The hash of the entry before the first that is added to each call. */
async function lastHashes(database: Database, added: readonly JournalRow[]): Promise<ReadonlyMap<string, string>> {
  const first = new Map<string, number>()
  for (const { call_id: callId, seq } of added) if (!first.has(callId)) first.set(callId, seq)
  const hashes = new Map<string, string>()
  for (const [callId, seq] of first) {
    const row = await database.selectFrom('journal').select('hash').where('call_id', '=', callId).where('seq', '=', seq - 1).executeTakeFirst()
    if (row) hashes.set(`${String(seq - 1)} ${callId}`, row.hash)
  }
  return hashes
}

function refusal(callId: string, error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error)
  return reason.includes('UNIQUE constraint') ? conflict(callId) : unwritten(callId, `${reason}; check the space and the folder of the database`)
}

export const conflict = (callId: string): Refusal => ({ callId, code: 'conflict', message: 'another process has written to this call; it is read anew from the journal' })
export const unwritten = (callId: string, reason: string): Refusal => ({ callId, code: 'unavailable', message: `the call could not be written to disk: ${reason}` })
/** The calls of a batch, each once. */
export const callsOf = (batch: readonly Addition[]): readonly string[] => [...new Set(batch.map(({ callId }) => callId))]
