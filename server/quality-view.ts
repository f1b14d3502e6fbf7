import type { Label, Severity, Speaker } from './call-view.ts'

/** What the quality pages show: findings, trends, search. Types only. Times are ms since the epoch, `atMs` ms since the call began. */

export type FindingState = 'open' | 'repaired' | 'dismissed'
export type Verdict = 'right' | 'false alarm' | 'coaching'
export type CallOriginName = 'live' | 'sample' | 'import' | 'drill'
/** A person or a team by id and name. */
export interface Named {
  readonly id: string
  readonly name: string
}
export interface Judgement {
  readonly verdict: Verdict
  readonly note: string
  readonly by: string
  readonly at: number
}
/** One warning of a stored call. */
export interface FindingView {
  readonly callId: string
  readonly warningId: string
  readonly at: number
  readonly atMs: number
  readonly agent: Named
  readonly team: Named | null
  readonly origin: CallOriginName
  readonly scenario: { readonly id: string; readonly title: Label } | null
  /** Where in the words the agent stood. */
  readonly step: { readonly id: string; readonly label: Label } | null
  readonly rule: { readonly id: string; readonly name: string }
  readonly category: { readonly id: string; readonly label: Label }
  readonly severity: Severity
  /** What was said; the forbidden words stand from `start` to `end`. */
  readonly utterance: string
  readonly start: number
  readonly end: number
  readonly sayInstead: string
  readonly libraryVersion: string
  readonly state: FindingState
  readonly dismissedBecause: string | null
  readonly judgement: Judgement | null
}
/** Which findings, calls or utterances; what is absent does not narrow. `to` is included. */
export interface QualityFilter {
  readonly from?: number
  readonly to?: number
  readonly agent?: string
  readonly team?: string
  readonly scenario?: string
  readonly rule?: string
  readonly category?: string
  readonly severity?: Severity
  readonly state?: FindingState
  readonly verdict?: Verdict | 'none'
  readonly origin?: CallOriginName
  readonly speaker?: Speaker
  /** Words: of findings, within what was said; of a search, what is looked for. */
  readonly words?: string
}
/** `GET /api/quality/findings`. `next`: send as `before` for the rest; null at the end. */
export interface FindingsView {
  readonly total: number
  readonly findings: readonly FindingView[]
  readonly next: string | null
}
/** `GET /api/quality/choices`: what the filters offer. */
export interface QualityChoices {
  readonly agents: readonly Named[]
  readonly teams: readonly Named[]
  readonly scenarios: readonly { readonly id: string; readonly title: Label }[]
  readonly rules: readonly { readonly id: string; readonly name: string; readonly category: string }[]
  readonly categories: readonly { readonly id: string; readonly label: Label }[]
  /** Calls that have ended and are not looked through yet. */
  readonly behind: number
}
/** `GET /api/quality/views`: filters kept under a name. */
export interface SavedView {
  readonly id: string
  readonly name: string
  readonly filter: QualityFilter
  readonly shared: boolean
  readonly mine: boolean
}

export type TrendGroup = 'agent' | 'team' | 'scenario' | 'rule' | 'version'
/** What calls add up to. Rates are 0 to 1, null where there is nothing to divide by. */
export interface TrendFigures {
  readonly calls: number
  readonly findings: number
  readonly per100: number | null
  readonly repairRate: number | null
  /** Of the findings that were judged. */
  readonly falseAlarmRate: number | null
  readonly judged: number
  /** Key points said of those that were due. */
  readonly adherence: number | null
  /** Conventions of every call kept of those that were due. */
  readonly conventions: number | null
  /** ms, mean. */
  readonly handlingMs: number | null
  /** How many calls had each outcome, by the ids of `TrendsView.outcomes`; '' where a call had none. */
  readonly outcomes: Readonly<Record<string, number>>
}
/** `GET /api/quality/trends`. `buckets`: their beginnings; `figures` of a group lie beside them. */
export interface TrendsView {
  readonly bucket: 'day' | 'week'
  readonly outcomes: Readonly<Record<string, Label>>
  readonly buckets: readonly number[]
  readonly all: TrendFigures
  readonly series: readonly TrendFigures[]
  readonly groups: readonly { readonly id: string; readonly label: Label; readonly all: TrendFigures; readonly series: readonly TrendFigures[] }[]
}

/** One utterance found. `marks`: where the words stand. */
export interface FoundUtterance {
  readonly id: number
  readonly callId: string
  readonly speaker: Speaker
  readonly text: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
  readonly at: number
  readonly atMs: number
  readonly agent: Named
  readonly team: Named | null
  readonly origin: CallOriginName
  readonly scenario: { readonly id: string; readonly title: Label } | null
}
/** `GET /api/quality/search`. `tookMs`: how long the index worked. */
export interface SearchView {
  readonly found: readonly FoundUtterance[]
  readonly next: number | null
  readonly tookMs: number
}
