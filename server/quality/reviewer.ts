import type { Database } from '../store/database.ts'
import type { PointCounts } from './call-review.ts'
import { reviewCalls, type ReviewFailure } from './review-calls.ts'

/** Which calls to review. `calls` null: every ended call whose review is missing or older than its journal. */
export interface ReviewOrder {
  readonly points: PointCounts
  readonly calls: readonly string[] | null
}
/** Makes the reviews of ended calls; one order at a time. */
export interface Reviewer {
  /** Resolves to how many calls were reviewed. */
  readonly review: (order: ReviewOrder) => Promise<number>
  readonly stop: () => Promise<void>
}

/** Reviews on this thread, through a connection that is already open: for tools and tests. */
export const localReviewer = (database: Database, failed: (failure: ReviewFailure) => void): Reviewer => ({
  review: (order) => reviewCalls(database, order, failed, () => Promise.resolve()),
  stop: () => Promise.resolve(),
})
