import type { Database } from '../store/database.ts'
import { entryHash } from '../store/hash-chain.ts'

/** Something of a call's record that is not as it was written. `seq`: the entry, null where it is about the whole call. */
export interface RecordFault {
  readonly callId: string
  readonly seq: number | null
  readonly message: string
}
/** What a call's journal proves. `unproven`: entries from before entries were chained. */
export interface VerifiedCall {
  readonly callId: string
  readonly entries: number
  readonly unproven: number
  /** The hash of the last entry: who notes it down elsewhere can prove the record later. */
  readonly hash: string
  readonly faults: readonly RecordFault[]
}

/** Follows the chain of one call from its first entry. A call without entries is a fault: what was announced was written. */
export async function verifyCall(database: Database, callId: string): Promise<VerifiedCall> {
  const faults: RecordFault[] = []
  const fault = (seq: number | null, message: string): void => void faults.push({ callId, seq, message })
  try {
    const rows = await database.selectFrom('journal').selectAll().where('call_id', '=', callId).orderBy('seq').execute()
    const before = (await database.selectFrom('journal_before_chain').select('entries').where('call_id', '=', callId).executeTakeFirst())?.entries ?? 0
    const seal = await database.selectFrom('journal_seals').selectAll().where('call_id', '=', callId).executeTakeFirst()
    let last = ''
    let unproven = 0
    for (const [place, row] of rows.entries()) {
      if (row.seq !== place) {
        fault(place, `entry ${String(place)} is missing`)
        break
      }
      if (row.hash === '' && place < before) unproven += 1
      else if (row.hash === '') fault(place, `entry ${String(place)} (${row.type}) has lost its hash`)
      else if (entryHash(last, row) !== row.hash) fault(place, `entry ${String(place)} (${row.type}) is not what was written`)
      last = row.hash
    }
    if (rows.length === 0) fault(null, 'there is no such call, or its journal is empty')
    if (seal && rows.length < seal.entries) fault(rows.length, `the journal ends after ${String(rows.length)} entries; it had ${String(seal.entries)} when the call was reviewed`)
    else if (seal && rows[seal.entries - 1]?.hash !== seal.hash) fault(seal.entries - 1, `entry ${String(seal.entries - 1)} is not the one that was there when the call was reviewed`)
    return { callId, entries: rows.length, unproven, hash: last, faults }
  } catch (error) {
    fault(null, `cannot be read: ${error instanceof Error ? error.message : String(error)}; restore the database from a backup`)
    return { callId, entries: 0, unproven: 0, hash: '', faults }
  }
}

/** Every stored call, one after the other, in the order of their ids. */
export async function* verifyAll(database: Database): AsyncGenerator<VerifiedCall> {
  const atATime = 500
  for (let after = ''; ; ) {
    const calls = await database.selectFrom('calls').select('id').where('id', '>', after).orderBy('id').limit(atATime).execute()
    for (const { id } of calls) yield await verifyCall(database, id)
    const last = calls.at(-1)
    if (last === undefined) return
    after = last.id
  }
}
