import { DatabaseError, type Pool } from 'pg'
import { hashChain, type Place } from './hash-chain.ts'
import { type Addition, callsOf, type Commit, conflict, type Refusal, unwritten } from './journal-commit.ts'
import { batchInsertion } from './postgres-insertion.ts'
import { isUnreachable, reasonOf, tookTooLong } from './postgres-pool.ts'
import type { ChainedRow, JournalRow } from './tables.ts'

interface StoredHash {
  readonly call_id: string
  readonly seq: number
  readonly hash: string
}

/**
 * Writes a batch with one statement, which is its transaction. Several processes may write to one call: who comes second is refused with 'conflict',
 * and nobody else of the batch with it. A hash proves whose an entry is, so what a lost connection left in doubt is found to be written and not refused.
 */
export function postgresCommit(pool: Pick<Pool, 'query'>): Commit {
  const chain = hashChain()

  const stored = async (places: readonly Place[]): Promise<readonly StoredHash[]> => {
    if (places.length === 0) return []
    const wanted = 'select journal.call_id, journal.seq, journal.hash from unnest($1::text[], $2::bigint[]) as wanted (call_id, seq) join journal on journal.call_id = wanted.call_id and journal.seq = wanted.seq'
    return (await pool.query<StoredHash>(wanted, [places.map(({ callId }) => callId), places.map(({ seq }) => seq)])).rows
  }

  /** The entries with their hashes, and the calls whose journal does not reach to where they go on. */
  const chained = async (entries: readonly JournalRow[]): Promise<{ readonly rows: readonly ChainedRow[]; readonly behind: readonly string[] }> => {
    const unknown = chain.unknown(entries)
    const last = new Map((await stored(unknown)).map(({ call_id: callId, seq, hash }) => [placeKey({ callId, seq }), hash]))
    const rows = chain.chained(entries, (callId, seq) => last.get(placeKey({ callId, seq })) ?? '')
    return { rows, behind: unknown.filter((place) => !last.has(placeKey(place))).map(({ callId }) => callId) }
  }

  /** Of a batch that could not be written: calls in whose places other entries stand, and calls whose entries all stand there already. */
  const collisions = async (rows: readonly ChainedRow[]): Promise<{ readonly taken: ReadonlySet<string>; readonly written: ReadonlySet<string> }> => {
    const there = new Map((await stored(rows.map(({ call_id: callId, seq }) => ({ callId, seq })))).map(({ call_id: callId, seq, hash }) => [placeKey({ callId, seq }), hash]))
    const ours = rows.filter(({ call_id: callId, seq, hash }) => there.get(placeKey({ callId, seq })) === hash)
    const taken = new Set(rows.filter(({ call_id: callId, seq, hash }) => (there.get(placeKey({ callId, seq })) ?? hash) !== hash).map((row) => row.call_id))
    return { taken, written: new Set(ours.map((row) => row.call_id).filter((callId) => !taken.has(callId))) }
  }

  const without = (batch: readonly Addition[], calls: ReadonlySet<string>): readonly Addition[] => batch.filter(({ callId }) => !calls.has(callId))

  const write = async (batch: readonly Addition[], mayRepeat: boolean): Promise<readonly Refusal[]> => {
    if (batch.length === 0) return []
    const entries = batch.flatMap((addition) => addition.entries)
    const { rows, behind } = await chained(entries)
    if (behind.length > 0) {
      chain.forgotten(entries.filter((entry) => behind.includes(entry.call_id)))
      return [...behind.map(conflict), ...(await write(without(batch, new Set(behind)), mayRepeat))]
    }
    try {
      await pool.query(batchInsertion(batch, rows))
      chain.kept(rows)
      return []
    } catch (error) {
      chain.forgotten(entries)
      const { taken, written } = await collisions(rows)
      if (taken.size + written.size > 0) return [...[...taken].map(conflict), ...(await write(without(batch, new Set([...taken, ...written])), mayRepeat))]
      if (mayRepeat && isPassing(error)) return write(batch, false)
      throw error
    }
  }

  return async (batch) => {
    const calls = callsOf(batch)
    try {
      return await write(batch, true)
    } catch (error) {
      if (calls.length === 1 || isPassing(error)) return calls.map((callId) => outOfReach(callId, error))
    }
    // Something in one call is to blame: each by itself, so that it does not take others with it.
    const refused: Refusal[] = []
    for (const callId of calls) {
      const own = batch.filter((addition) => addition.callId === callId)
      refused.push(...(await write(own, true).catch((error: unknown) => [outOfReach(callId, error)])))
    }
    return refused
  }
}

/** The connection was at fault, it took too long, or two transactions stood in each other's way (class 40): the same may go well the next time. */
const isPassing = (error: unknown): boolean => isUnreachable(error) || tookTooLong(error) || (error instanceof DatabaseError && error.code?.startsWith('40') === true)
const outOfReach = (callId: string, error: unknown): Refusal => unwritten(callId, `${reasonOf(error)}; check the database`)
const placeKey = ({ callId, seq }: Place): string => `${String(seq)} ${callId}`
