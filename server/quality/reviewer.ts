import type { Database } from '../store/database.ts'
import type { PointCounts } from './call-review.ts'
import { reviewBehind, type ReviewFailure } from './review-calls.ts'

/** Keeps the reviews of ended calls up to date. */
export interface Reviewer {
  /** Looks for ended calls whose review is missing or old. Resolves to how many were reviewed when none is behind any more. */
  readonly catchUp: (points: PointCounts) => Promise<number>
  readonly stop: () => Promise<void>
}

/** Reviews on this thread, through a connection that is already open: for tools and tests. */
export function localReviewer(database: Database, failed: (failure: ReviewFailure) => void): Reviewer {
  return oneAtATime((points) => reviewBehind(database, points, failed, () => Promise.resolve()), () => Promise.resolve())
}

/** One run at a time; who asks during a run gets the one after it, which sees what the present one may have missed. */
export function oneAtATime(run: (points: PointCounts) => Promise<number>, stop: () => Promise<void>): Reviewer {
  let running: Promise<number> | null = null
  let next: Promise<number> | null = null
  let stopped = false
  const start = (points: PointCounts): Promise<number> => {
    running = (stopped ? Promise.resolve(0) : run(points)).finally(() => (running = null))
    return running
  }
  return {
    catchUp: (points) => {
      if (running === null) return start(points)
      next ??= running.catch(() => 0).then(() => {
        next = null
        return start(points)
      })
      return next
    },
    stop: async () => {
      stopped = true
      await (next ?? running)?.catch(() => 0)
      await stop()
    },
  }
}
