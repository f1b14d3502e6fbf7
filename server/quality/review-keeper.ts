import type { Clock } from '../clock.ts'
import type { Library } from '../library/library.ts'
import type { PointCounts } from './call-review.ts'
import type { Reviewer } from './reviewer.ts'

/** Sees to it that ended calls are reviewed soon. */
export interface ReviewKeeper {
  /** Begins to look after calls that ended while nobody looked. */
  readonly start: () => void
  /** A call has ended, or was wrapped up. */
  readonly ended: (callId: string) => void
  /** How many calls have ended and wait for their review; those that the first look after the start will find count too, up to a thousand. */
  readonly behind: () => Promise<number>
  /** What is under way is cut short and made up for after the next start. */
  readonly stop: () => Promise<void>
}
export interface ReviewKeeperTools {
  readonly reviewer: Reviewer
  readonly clock: Clock
  readonly points: () => PointCounts
  /** Calls in the store whose review is missing or old, so many at most. */
  readonly stored: (limit: number) => Promise<readonly string[]>
  readonly failed: (error: unknown) => void
}

/** ms from the start of the server to the first look, which would otherwise compete with the first calls. */
const firstLookMs = 5_000
/** ms from look to look, for calls that came into the store another way. */
const lookEveryMs = 600_000
const mostCounted = 1_000

export function reviewKeeper({ reviewer, clock, points, stored, failed }: ReviewKeeperTools): ReviewKeeper {
  const waiting = new Set<string>()
  const underWay = new Set<string>()
  let look = false
  let looked = false
  let running: Promise<void> | null = null
  let stopped = false
  let stopLooking = (): void => undefined

  const due = (): boolean => !stopped && (look || waiting.size > 0)
  const work = async (): Promise<void> => {
    while (due()) {
      const calls = look ? null : [...waiting]
      look = false
      for (const callId of waiting) underWay.add(callId)
      waiting.clear()
      await reviewer.review({ points: points(), calls }).catch((error: unknown) => stopped || failed(error))
      underWay.clear()
      looked ||= calls === null
    }
    running = null
  }
  const begin = (): void => void (running ??= work())
  const lookNow = (): void => {
    look = true
    begin()
  }
  return {
    start: () => {
      const stopFirst = clock.after(firstLookMs, lookNow)
      const stopOthers = clock.every(lookEveryMs, lookNow)
      stopLooking = () => {
        stopFirst()
        stopOthers()
      }
    },
    ended: (callId) => {
      waiting.add(callId)
      begin()
    },
    behind: async () => new Set([...waiting, ...underWay, ...(looked ? [] : await stored(mostCounted))]).size,
    stop: async () => {
      stopped = true
      stopLooking()
      await reviewer.stop()
      await running
    },
  }
}

/** How many key points each phrase of a library has. */
export const pointCounts = ({ phrases }: Library): PointCounts => Object.fromEntries([...phrases].flatMap(([ref, { points }]) => (points.length === 0 ? [] : [[ref, points.length]])))
