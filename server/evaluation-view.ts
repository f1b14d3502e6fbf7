import type { Label } from './call-view.ts'
import type { Named } from './quality-view.ts'

/** What the pages of evaluations show. Types only. Times are ms since the epoch, `atMs` ms since the call began. */

export type ItemAnswer = 'met' | 'partly' | 'missed' | 'not applicable'
export type EvaluationStatus = 'draft' | 'published' | 'acknowledged' | 'disputed' | 'settled'
/** Words of the call that speak for a proposed answer. `atMs` null: not a moment but a count. */
export interface Evidence {
  readonly text: Label
  readonly quote: string | null
  readonly atMs: number | null
}
export interface EvaluatedItem {
  readonly id: string
  readonly label: Label
  readonly guide: Label
  readonly weight: number
  readonly autoFail: boolean
  readonly mayNotApply: boolean
  /** What the engine found, or null where a person must look. */
  readonly proposed: ItemAnswer | null
  readonly evidence: readonly Evidence[]
  readonly answer: ItemAnswer | null
  /** Why the evaluator sees it otherwise than proposed. */
  readonly reason: string
  readonly disputed: boolean
}
/** The whole of an evaluation. `may`: what the person who asked can do with it now. */
export interface EvaluationView {
  readonly id: string
  readonly callId: string
  readonly call: { readonly startedAt: number; readonly durationMs: number; readonly scenario: Label | null }
  readonly agent: Named
  readonly evaluator: Named
  readonly scorecard: { readonly id: string; readonly title: Label; readonly passScore: number }
  readonly status: EvaluationStatus
  /** 0 to 100; null until every item is answered. */
  readonly score: number | null
  /** An item that fails the call was missed. */
  readonly failed: boolean
  readonly passed: boolean | null
  readonly sections: readonly { readonly title: Label; readonly items: readonly EvaluatedItem[] }[]
  readonly summary: string
  readonly calibration: string | null
  readonly publishedAt: number | null
  /** Until when the agent may dispute. */
  readonly dueAt: number | null
  readonly acknowledgedAt: number | null
  readonly dispute: DisputeView | null
  readonly log: readonly { readonly at: number; readonly by: string; readonly action: EvaluationAction; readonly detail: string }[]
  readonly may: { readonly edit: boolean; readonly answer: boolean; readonly settle: boolean }
}
export type EvaluationAction = 'created' | 'published' | 'acknowledged' | 'disputed' | 'settled'
export interface DisputeView {
  readonly items: readonly string[]
  readonly reason: string
  readonly raisedAt: number
  /** Until when a second reviewer must settle it. */
  readonly dueAt: number
  readonly reviewer: string | null
  readonly ruling: 'upheld' | 'changed' | null
  readonly note: string | null
  readonly scoreBefore: number | null
  readonly settledAt: number | null
}
/** A line in a list of evaluations. */
export interface EvaluationRow {
  readonly id: string
  readonly callId: string
  readonly callAt: number
  readonly agent: Named
  readonly evaluator: string
  readonly scorecard: Label
  readonly status: EvaluationStatus
  readonly score: number | null
  readonly passed: boolean | null
  readonly publishedAt: number | null
  readonly dueAt: number | null
  /** Of an open dispute: until when it must be settled. */
  readonly settleBy: number | null
}
export interface ScorecardView {
  readonly id: string
  readonly title: Label
  readonly passScore: number
  readonly items: number
}
export type SamplingKind = 'random' | 'risk' | 'quota'
export interface SamplingPlan {
  readonly id: string
  readonly name: string
  readonly kind: SamplingKind
  /** Calls at each drawing; of a quota, calls an agent. */
  readonly size: number
  readonly days: number
  readonly team: Named | null
  readonly scorecard: string
  /** Calls drawn and not evaluated yet. */
  readonly waiting: number
  readonly drawn: number
}
/** A call that a plan has drawn. */
export interface SampledCall {
  readonly planId: string
  readonly plan: string
  readonly scorecard: string
  readonly callId: string
  readonly callAt: number
  readonly durationMs: number
  readonly agent: Named
  readonly scenario: Label | null
  readonly risk: number
  /** Findings that were not made good. */
  readonly open: number
  readonly because: SamplingKind
}
export interface CalibrationRow {
  readonly id: string
  readonly title: string
  readonly callId: string
  readonly callAt: number
  readonly agent: Named
  readonly scorecard: string
  readonly createdAt: number
  readonly closed: boolean
  readonly evaluators: number
  readonly published: number
  /** The evaluation of the person who asks, if there is one. */
  readonly mine: string | null
}
/** Several evaluators on one call. Others' answers are shown once one's own are published, or when it is closed. */
export interface CalibrationView extends CalibrationRow {
  readonly hidden: boolean
  readonly evaluations: readonly { readonly id: string; readonly evaluator: string; readonly score: number | null }[]
  /** Krippendorff's alpha over the items, ordinal; null with fewer than two evaluators or nothing to disagree on. */
  readonly alpha: number | null
  readonly items: readonly { readonly id: string; readonly label: Label; readonly answers: readonly (ItemAnswer | null)[]; readonly differs: boolean }[]
}
