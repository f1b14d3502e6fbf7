import { journalEntry } from '../live/journal-rows.ts'
import { callsToReview, keepReview } from '../store/call-reviews.ts'
import type { Database } from '../store/database.ts'
import { type PointCounts, reviewCall } from './call-review.ts'
import type { ReviewOrder } from './reviewer.ts'
import { foldText } from './search-words.ts'

/** A call that could not be reviewed, and why; its journal stays as it is. */
export interface ReviewFailure {
  readonly callId: string
  readonly reason: string
}

/** Reads the journal of one call that has ended and keeps its review; again and again with the same result. Throws when the journal is damaged. */
export async function reviewStored(database: Database, callId: string, points: PointCounts): Promise<void> {
  const rows = await database.selectFrom('journal').selectAll().where('call_id', '=', callId).orderBy('seq').execute()
  const { sums, findings, utterances } = reviewCall(rows.map(journalEntry), points)
  await keepReview(database, { sums, findings, utterances: utterances.map((row) => ({ row, characters: foldText(row.text).characters })), lastHash: rows.at(-1)?.hash ?? '', reviewedAt: Date.now() })
}

/** Calls looked up at a time. */
const batch = 200

/**
 * Reviews the calls that are asked for, or every one that is behind, oldest first, with a `pause` between calls so that live commits come
 * through. A damaged call is reported once and passed over. Resolves to how many were reviewed.
 */
export async function reviewCalls(database: Database, { points, calls }: ReviewOrder, failed: (failure: ReviewFailure) => void, pause: () => Promise<void>): Promise<number> {
  const damaged = new Set<string>()
  let reviewed = 0
  const review = async (callId: string): Promise<void> => {
    try {
      await reviewStored(database, callId, points)
      reviewed += 1
    } catch (error) {
      damaged.add(callId)
      failed({ callId, reason: error instanceof Error ? error.message : String(error) })
    }
    await pause()
  }
  if (calls !== null) {
    for (const callId of calls) await review(callId)
    return reviewed
  }
  for (;;) {
    const behind = (await callsToReview(database, batch + damaged.size)).filter((id) => !damaged.has(id))
    if (behind.length === 0) return reviewed
    for (const callId of behind) await review(callId)
  }
}
