import type { CallView, Frame, Label, Severity, Utterance, WarningState } from './call-view.ts'

/** What a client sees of stored calls: types only. `…Ms`: ms since the call began; other times are ms since the epoch. */

export type CallSource = 'live' | 'sample' | 'import' | 'drill'
/** A stored call as the list of replays shows it. */
export interface StoredCall {
  readonly id: string
  readonly origin: CallSource
  readonly agent: string
  readonly team: string | null
  readonly callerNumber: string
  readonly queue: string
  readonly scenario: Label | null
  readonly outcome: Label | null
  readonly startedAt: number
  readonly endedAt: number | null
  readonly libraryVersion: string
}
export interface StoredCalls {
  readonly calls: readonly StoredCall[]
  readonly total: number
  readonly pageSize: number
  /** What the filters may be set to. */
  readonly choices: {
    readonly agents: readonly string[]
    readonly teams: readonly { readonly id: string; readonly name: string }[]
    readonly scenarios: readonly { readonly id: string; readonly title: Label }[]
    readonly outcomes: readonly { readonly id: string; readonly title: Label }[]
  }
}
export type ReplayMarkKind = 'guidance' | 'warning' | 'reaction' | 'interruption' | 'silence' | 'hold' | 'missed-point' | 'missed-convention'
/** Something on the time line that one may jump to. `untilMs` null: a moment. */
export interface ReplayMark {
  readonly kind: ReplayMarkKind
  readonly atMs: number
  readonly untilMs: number | null
  readonly title: Label
  readonly detail: Label | null
  /** For warnings: how grave, and how it ended. */
  readonly severity: Severity | null
  readonly fate: WarningState | null
}
/** A final utterance and the moment at which it stood on the screen. */
export interface HeardUtterance {
  readonly heardMs: number
  readonly utterance: Utterance
}
export interface ReplayTimeline {
  readonly call: StoredCall
  readonly durationMs: number
  /** In the order in which they were heard; a later one with the same id takes the place of the earlier. */
  readonly utterances: readonly HeardUtterance[]
  /** The moments at which the screen changed, rising; the first is 0. */
  readonly changes: readonly number[]
  readonly marks: readonly ReplayMark[]
  /** False when the words of the call's own version are not at hand: the sentences are those that were shown, the rest is of another version. */
  readonly ownWords: boolean
}
/** The agent's screen at a moment, without the transcript, which the time line carries. */
export interface ReplayScreen extends Omit<CallView, 'utterances'> {
  readonly atMs: number
}
/** A comment at a moment. `own`: may be deleted by who asks. */
export interface CallComment {
  readonly id: string
  readonly atMs: number
  readonly text: string
  readonly author: string
  readonly createdAt: number
  readonly own: boolean
}
export interface PlaylistSummary {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly createdAt: number
  readonly clips: number
  readonly durationMs: number
  readonly own: boolean
}
export interface Clip {
  readonly id: string
  readonly callId: string
  readonly title: string
  readonly fromMs: number
  readonly toMs: number
}
export interface Playlist extends PlaylistSummary {
  readonly items: readonly Clip[]
}
/** A version of the words that a call can be run against. */
export interface KnownVersion {
  readonly version: string
  readonly label: Label
}
export interface AdviceView {
  readonly scenario: Label | null
  readonly frame: Frame | null
  readonly text: string | null
}
/** A stretch in which two versions advise differently: another step, or other words in the same step. */
export interface PartingView {
  readonly atMs: number
  readonly untilMs: number | null
  readonly kind: 'step' | 'words'
  readonly before: AdviceView
  readonly after: AdviceView
}
export interface WarningChangeView {
  readonly change: 'gained' | 'lost' | 'changed'
  readonly atMs: number
  readonly rule: string
  readonly match: string
  readonly severity: Severity
  readonly sayInstead: string
  /** How it ended; null where it was not raised. */
  readonly before: WarningState | null
  readonly after: WarningState | null
}
/** A stored call beside what another version would have advised. */
export interface CallComparison {
  readonly before: string
  readonly after: string
  readonly partings: readonly PartingView[]
  readonly warnings: readonly WarningChangeView[]
  readonly outcomes: { readonly before: Label | null; readonly after: Label | null }
}
/** Both screens of a comparison at one moment. */
export interface ComparedScreens {
  readonly before: ReplayScreen
  readonly after: ReplayScreen
}
/** What is wrong with a transcript, by the line of its file (from 1). */
export interface ImportFault {
  readonly line: number
  readonly message: Label
}
/** `POST /api/training/import`. A refusal carries `faults: ImportFault[]` beside its message. */
export interface ImportedCall {
  readonly callId: string
  readonly utterances: number
}
