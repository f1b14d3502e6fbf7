import type { Label } from './call-view.ts'
import type { DrillSummary } from './drill-view.ts'
import type { Named } from './quality-view.ts'

/** What the pages of progress show. Types only. Times are ms since the epoch, shares 0–1. */

/** What stands between a trainee and the floor. */
export type ReadinessLack = 'score' | 'exam' | 'wording'

/** One trainee, judged by the scenarios of the courses given to him, by all scenarios when there are none. See docs/training.md. */
export interface TraineeProgress {
  readonly person: Named
  readonly team: Named | null
  /** Drills that were brought to an end or given up. */
  readonly drills: number
  readonly lastDrillAt: number | null
  readonly mastered: number
  readonly scenarios: number
  readonly branchesPassed: number
  readonly branches: number
  /** Share of the latest drills that left no forbidden phrase standing; null before the first. */
  readonly clean: number | null
  /** Mean total of the latest exams, 0–100; null before the first. */
  readonly examMean: number | null
  /** 0–100. */
  readonly readiness: number
  readonly lacks: readonly ReadinessLack[]
}
/** Faults by category and week. `calls`: drills, or calls on the line, in each week. */
export interface FaultSeries {
  readonly calls: readonly number[]
  readonly categories: readonly { readonly label: Label; readonly counts: readonly number[] }[]
}
export interface FaultsOverTime {
  /** Beginnings of the weeks. */
  readonly weeks: readonly number[]
  readonly drills: FaultSeries
  readonly live: FaultSeries
}
/** `GET /api/training/progress`: trainees, the least ready first. `teams`: those that may be chosen. */
export interface ProgressView {
  readonly team: string | null
  readonly teams: readonly Named[]
  readonly trainees: readonly TraineeProgress[]
  readonly faults: FaultsOverTime
}
export interface ScenarioProgress {
  readonly scenario: string
  readonly title: Label
  readonly familyLabel: Label
  /** Asked of the trainee by a course, or all are. */
  readonly wanted: boolean
  readonly mastered: boolean
  /** Total of the latest drill without the script in sight. */
  readonly lastTotal: number | null
  readonly branchesPassed: number
  readonly branches: number
  /** The chance that it would be passed today; null when it was never practised. */
  readonly recall: number | null
  readonly dueAt: number | null
}
/** `GET /api/training/progress/:person`. */
export interface TraineeProgressView {
  readonly trainee: TraineeProgress
  readonly scenarios: readonly ScenarioProgress[]
  readonly faults: FaultsOverTime
  /** Newest first. */
  readonly drills: readonly DrillSummary[]
}
