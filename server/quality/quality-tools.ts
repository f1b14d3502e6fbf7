import type { Library } from '../library/library.ts'
import type { Scorecard } from '../library/scorecards.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { Database } from '../store/database.ts'

/** What the quality routes work with. */
export interface QualityTools {
  readonly database: Database
  /** The same data, for questions that may take long. */
  readonly analysis: Database
  /** The library of today; null where there is none. */
  readonly library: () => Library | null
  readonly engine: LiveEngine
  /** The scorecards of today. */
  readonly scorecards: () => readonly Scorecard[]
  /** How many ended calls wait for their review. */
  readonly behind: () => Promise<number>
  /** ms since the epoch. */
  readonly now: () => number
}
