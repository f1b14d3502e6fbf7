import type { CallOrigin } from '../live/call-events.ts'
import type { EvaluationStatus, ItemAnswer, SamplingKind, Severity, Speaker, Verdict } from '../protocol.ts'

/** Tables of reviews; see migration 0004. Times are ms since the epoch, `at_ms` ms since the call began; 0 and 1 stand for no and yes. */

export interface CallSumRow {
  readonly call_id: string
  readonly entries: number
  readonly closed: number
  readonly agent: string
  readonly agent_id: string | null
  readonly team: string | null
  readonly origin: CallOrigin
  readonly scenario: string | null
  readonly outcome: string | null
  readonly disposition: string | null
  readonly library_version: string
  readonly started_at: number
  readonly ended_at: number
  readonly duration_ms: number
  readonly held_ms: number
  readonly agent_turns: number
  readonly caller_turns: number
  readonly points_due: number
  readonly points_said: number
  readonly conventions_due: number
  readonly conventions_kept: number
  readonly peak_anger: number
  readonly raised: number
  readonly repaired: number
  readonly dismissed: number
  readonly risk: number
}
export interface FindingRow {
  readonly call_id: string
  readonly warning_id: string
  readonly at: number
  readonly at_ms: number
  readonly utterance_id: string
  readonly agent: string
  readonly agent_id: string | null
  readonly team: string | null
  readonly origin: CallOrigin
  readonly scenario: string | null
  readonly flow: string | null
  readonly step: string | null
  readonly rule: string
  readonly category: string
  readonly severity: Severity
  readonly match: string
  readonly match_start: number
  readonly match_end: number
  readonly utterance: string
  readonly say_instead: string
  readonly library_version: string
  readonly state: 'open' | 'repaired' | 'dismissed'
  readonly dismissed_because: string | null
}
export interface UtteranceRow {
  readonly id: number
  readonly call_id: string
  readonly utterance_id: string
  readonly speaker: Speaker
  readonly text: string
  readonly at: number
  readonly at_ms: number
  readonly agent: string
  readonly agent_id: string | null
  readonly team: string | null
  readonly origin: CallOrigin
  readonly scenario: string | null
}
export interface JudgementRow {
  readonly call_id: string
  readonly warning_id: string
  readonly verdict: Verdict
  readonly note: string
  readonly judge_id: string
  readonly judge_name: string
  readonly judged_at: number
}
export interface SavedViewRow {
  readonly id: string
  readonly owner_id: string
  readonly page: string
  readonly name: string
  readonly filter: string
  readonly shared: number
  readonly created_at: number
}
export interface SamplingPlanRow {
  readonly id: string
  readonly name: string
  readonly kind: SamplingKind
  readonly size: number
  readonly days: number
  readonly team: string | null
  readonly scorecard: string
  readonly created_by: string
  readonly created_at: number
}
export interface SampledCallRow {
  readonly plan_id: string
  readonly call_id: string
  readonly drawn_at: number
  readonly because: string
}
export interface CalibrationTableRow {
  readonly id: string
  readonly call_id: string
  readonly scorecard: string
  readonly title: string
  readonly created_by: string
  readonly created_at: number
  readonly closed_at: number | null
}
export interface EvaluationTableRow {
  readonly id: string
  readonly call_id: string
  readonly scorecard: string
  readonly card: string
  readonly plan_id: string | null
  readonly calibration_id: string | null
  readonly evaluator_id: string
  readonly evaluator_name: string
  readonly agent: string
  readonly agent_id: string | null
  readonly team: string | null
  readonly status: EvaluationStatus
  readonly score: number | null
  readonly failed: number
  readonly summary: string
  readonly created_at: number
  readonly published_at: number | null
  readonly due_at: number | null
  readonly acknowledged_at: number | null
}

export interface EvaluationItemRow {
  readonly evaluation_id: string
  readonly item: string
  readonly proposed: ItemAnswer | null
  readonly evidence: string
  readonly answer: ItemAnswer | null
  readonly reason: string
}
export interface DisputeRow {
  readonly evaluation_id: string
  readonly items: string
  readonly reason: string
  readonly raised_at: number
  readonly due_at: number
  readonly reviewer_id: string | null
  readonly reviewer_name: string | null
  readonly ruling: 'upheld' | 'changed' | null
  readonly note: string | null
  readonly score_before: number | null
  readonly settled_at: number | null
}
export interface EvaluationLogRow {
  readonly evaluation_id: string
  readonly number: number
  readonly at: number
  readonly person_id: string
  readonly person_name: string
  readonly action: string
  readonly detail: string
}
export interface QualityTables {
  readonly call_sums: CallSumRow
  readonly findings: FindingRow
  readonly utterances: UtteranceRow
  readonly judgements: JudgementRow
  readonly saved_views: SavedViewRow
  readonly sampling_plans: SamplingPlanRow
  readonly sampled_calls: SampledCallRow
  readonly calibrations: CalibrationTableRow
  readonly evaluations: EvaluationTableRow
  readonly evaluation_items: EvaluationItemRow
  readonly disputes: DisputeRow
  readonly evaluation_log: EvaluationLogRow
}
