import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Library } from '../library/library.ts'
import { scorecardsWith } from '../library/scorecards.ts'
import type { LiveEngine } from '../live/ports.ts'
import { evaluationRoutes } from '../routes/quality-evaluations.ts'
import { findingRoutes } from '../routes/quality-findings.ts'
import { recordRoutes } from '../routes/quality-records.ts'
import { samplingRoutes } from '../routes/quality-sampling.ts'
import { callsToReview } from '../store/call-reviews.ts'
import { type RuleVerdicts, ruleVerdicts } from '../store/finding-queries.ts'
import type { JournalWriter } from '../store/journal-writer.ts'
import type { Store } from '../store/store.ts'
import { pointCounts, reviewKeeper, type ReviewKeeper } from './review-keeper.ts'
import type { QualityTools } from './quality-tools.ts'
import { reviewedJournal } from './reviewed-journal.ts'

export interface QualityParts {
  readonly store: Store
  readonly engine: LiveEngine
  readonly library: (() => Library) | undefined
  readonly clock: Clock
  readonly logger: FastifyBaseLogger
}
/** Reviews of ended calls and what is asked of them. */
export interface Quality {
  /** The journal to give to live calls. */
  readonly journal: JournalWriter
  readonly keeper: ReviewKeeper
  /** How the findings of each rule were judged. */
  readonly verdicts: () => Promise<readonly RuleVerdicts[]>
  readonly routes: (app: FastifyInstance) => void
}

export function quality({ store, engine, library, clock, logger }: QualityParts): Quality {
  const keeper = reviewKeeper({
    reviewer: store.reviewer(({ callId, reason }) => logger.error({ callId, reason }, 'an ended call could not be reviewed')),
    clock,
    stored: (limit) => callsToReview(store.analysis, limit),
    points: () => (library ? pointCounts(library()) : {}),
    failed: (error) => logger.error({ err: error }, 'ended calls could not be reviewed'),
  })
  const tools: QualityTools = {
    database: store.database,
    analysis: store.analysis,
    library: () => library?.() ?? null,
    engine,
    scorecards: () => scorecardsWith(library?.() ?? null),
    behind: keeper.behind,
    now: clock.now,
  }
  return {
    journal: reviewedJournal(store.journal, keeper.ended),
    keeper,
    verdicts: () => ruleVerdicts(store.analysis),
    routes: (app) => {
      findingRoutes(app, tools)
      evaluationRoutes(app, tools)
      samplingRoutes(app, tools)
      recordRoutes(app, tools)
    },
  }
}
