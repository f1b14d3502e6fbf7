import { sql } from 'kysely'
import type { Database } from './database.ts'
import type { CallSumRow, FindingRow } from './quality-tables.ts'
import { type IndexedUtterance, utteranceIndex } from './utterance-index.ts'

/** What is kept of a call for reviews. */
export interface KeptReview {
  readonly sums: CallSumRow
  readonly findings: readonly FindingRow[]
  readonly utterances: readonly IndexedUtterance[]
  /** The hash of the last entry that the review was made from. */
  readonly lastHash: string
  /** ms since the epoch. */
  readonly reviewedAt: number
}

/** Findings in one statement: SQLite takes at most 32,766 bound values, a finding has 23. */
const findingsPerStatement = 500

/** Puts a call's review in place of an earlier one, in one transaction. */
export async function keepReview(database: Database, { sums, findings, utterances, lastHash, reviewedAt }: KeptReview): Promise<void> {
  const { call_id: callId, ...changes } = sums
  await database.transaction().execute(async (transaction) => {
    await transaction.insertInto('call_sums').values(sums).onConflict((on) => on.column('call_id').doUpdateSet(changes)).execute()
    await transaction.deleteFrom('findings').where('call_id', '=', callId).execute()
    for (let from = 0; from < findings.length; from += findingsPerStatement) {
      await transaction.insertInto('findings').values(findings.slice(from, from + findingsPerStatement)).execute()
    }
    await utteranceIndex(database).replace(transaction, callId, utterances)
    // A seal only grows: a journal that became shorter, or another, must not be sealed anew.
    const seal = { entries: sums.entries, hash: lastHash, sealed_at: reviewedAt }
    await transaction
      .insertInto('journal_seals')
      .values({ call_id: callId, ...seal })
      .onConflict((on) => on.column('call_id').doUpdateSet(seal).where('journal_seals.entries', '<', sums.entries))
      .execute()
  })
}

/** Calls that have ended and whose review is missing or older than their journal, oldest first. */
export async function callsToReview(database: Database, limit: number): Promise<readonly string[]> {
  const behind = await sql<{ readonly id: string }>`
    select calls.id from calls left join call_sums on call_sums.call_id = calls.id
    where calls.status in ('wrap-up', 'closed')
      and (call_sums.call_id is null or call_sums.entries <= (select max(seq) from journal where journal.call_id = calls.id))
    order by calls.started_at limit cast(${limit} as bigint)`.execute(database)
  return behind.rows.map(({ id }) => id)
}
