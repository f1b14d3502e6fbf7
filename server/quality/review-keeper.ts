import type { Clock } from '../clock.ts'
import type { Library } from '../library/library.ts'
import type { PointCounts } from './call-review.ts'
import type { Reviewer } from './reviewer.ts'

/** Sees to it that ended calls are reviewed soon. */
export interface ReviewKeeper {
  /** Begins to look after calls that ended while nobody looked, imported ones too. */
  readonly start: () => void
  /** Something has ended. */
  readonly ended: () => void
  /** Resolves when no ended call is behind. */
  readonly caughtUp: () => Promise<number>
  readonly stop: () => Promise<void>
}
export interface ReviewKeeperTools {
  readonly reviewer: Reviewer
  readonly clock: Clock
  readonly points: () => PointCounts
  readonly failed: (error: unknown) => void
}

/** ms from the start of the server to the first look, which would otherwise compete with the first calls. */
const firstLookMs = 5_000
/** ms from look to look, for calls that came into the store another way. */
const lookEveryMs = 60_000

export function reviewKeeper({ reviewer, clock, points, failed }: ReviewKeeperTools): ReviewKeeper {
  let stopLooking = (): void => undefined
  const caughtUp = (): Promise<number> => reviewer.catchUp(points())
  const ended = (): void => void caughtUp().catch(failed)
  return {
    start: () => {
      const stopFirst = clock.after(firstLookMs, ended)
      const stopOthers = clock.every(lookEveryMs, ended)
      stopLooking = () => {
        stopFirst()
        stopOthers()
      }
    },
    ended,
    caughtUp,
    stop: () => {
      stopLooking()
      return reviewer.stop()
    },
  }
}

/** How many key points each phrase of a library has. */
export const pointCounts = ({ phrases }: Library): PointCounts => Object.fromEntries([...phrases].flatMap(([ref, { points }]) => (points.length === 0 ? [] : [[ref, points.length]])))
