/** What a client sees of a call: types only. Times are ms since the epoch unless said; positions are UTF-16 offsets. */

export interface Label {
  readonly zh: string
  readonly en: string
}
export type Speaker = 'agent' | 'caller'
export type Severity = 'block' | 'warn' | 'hint'

/** How a stretch of an utterance is marked on screen. */
export type MarkKind = 'point' | 'forbidden' | 'cue' | 'fact'
export interface Mark {
  readonly kind: MarkKind
  readonly start: number
  readonly end: number
  /** What the mark stands for: key point, rule, cue or fact id. */
  readonly of: string
  readonly severity?: Severity
}
export interface Utterance {
  readonly id: string
  readonly speaker: Speaker
  readonly text: string
  readonly final: boolean
  readonly startMs: number
  readonly endMs: number
  readonly marks: readonly Mark[]
}

/** A phrase cut at its placeholders: plain text, or a fact with its value (null: still to be filled in by the agent). */
export type PhrasePart = { readonly text: string } | { readonly fact: string; readonly label: Label; readonly value: string | null }
export interface PhraseText {
  readonly style: 'main' | 'calmer' | 'shorter'
  readonly parts: readonly PhrasePart[]
  readonly en: string
}
export interface KeyPoint {
  readonly id: string
  readonly label: Label
  readonly said: boolean
  /** The words that counted, or null when ticked by hand or not at all. */
  readonly heard: string | null
}
export interface ReactionOption {
  readonly id: string
  readonly label: Label
  /** The caller's words that suggest it just now. */
  readonly heard: string | null
}
/** A fact as shown and edited. `origin`: who said so. */
export interface FactView {
  readonly id: string
  readonly label: Label
  readonly kind: 'number' | 'choice' | 'yes-no' | 'text'
  readonly unit: Label | null
  readonly options: readonly { readonly value: string; readonly label: Label }[]
  readonly value: string | number | boolean | null
  readonly shown: Label | null
  readonly origin: 'heard' | 'agent' | 'system' | null
}
export interface Frame {
  readonly flow: string
  readonly step: string
  readonly returns?: true
}
export interface StepPlace {
  readonly scenario: Label
  readonly flow: string
  readonly step: string
  /** 1-based place of the step among the speaking steps of its flow. */
  readonly number: number
  readonly total: number
  readonly interruption: boolean
}
/** The one thing to say now, whole, never a delta. `seq` must be sent back with every reaction to it. */
export interface Guidance {
  readonly seq: number
  readonly place: StepPlace | null
  readonly phrase: PhraseText | null
  readonly variants: readonly PhraseText[]
  readonly bridge: PhraseText | null
  readonly tone: Label | null
  readonly points: readonly KeyPoint[]
  readonly reactions: readonly ReactionOption[]
  readonly asks: FactView | null
  readonly cautions: readonly Label[]
  readonly note: string | null
  /** Why this sentence: what moved the dialogue here. */
  readonly because: Label
  readonly source: string | null
  readonly stack: readonly Frame[]
  readonly finished: boolean
}
export type WarningState = 'provisional' | 'firm' | 'retracted' | 'repaired' | 'dismissed'
export interface Warning {
  readonly id: string
  readonly utteranceId: string
  readonly rule: string
  readonly category: string
  readonly severity: Severity
  readonly state: WarningState
  readonly match: string
  readonly start: number
  readonly end: number
  readonly why: string
  readonly sayInstead: string
  readonly atMs: number
  readonly dismissedBecause: string | null
}
/** What stands at the top edge: at most one warning, the rest counted. */
export interface WarningBoard {
  readonly current: Warning | null
  readonly open: number
  readonly repaired: number
  readonly all: readonly Warning[]
}
export interface Cue {
  readonly id: string
  readonly label: Label
  readonly hint: Label
  readonly utteranceId: string
  readonly match: string
  readonly atMs: number
}
export interface Suggestion {
  readonly scenario: string
  readonly title: Label
  readonly score: number
  readonly words: readonly string[]
}
/** A reminder of a convention of every call, e.g. the ticket number has not been given yet. */
export interface Reminder {
  readonly id: string
  readonly label: Label
}
export type CallStatus = 'live' | 'held' | 'wrap-up' | 'closed'
export interface CallSummary {
  readonly id: string
  readonly status: CallStatus
  readonly startedAt: number
  readonly endedAt: number | null
  readonly agent: string
  /** The person and the team whose call it is; null when the telephone system named nobody known. */
  readonly agentId: string | null
  readonly team: string | null
  readonly callerNumber: string
  readonly queue: string
  readonly scenario: Label | null
  readonly lastHeardAt: number | null
}
/** A supervisor's written line to the agent, at most one. `seenAt`: when the agent acknowledged it, else null. */
export interface Whisper {
  readonly id: string
  readonly text: string
  readonly from: string
  readonly at: number
  readonly seenAt: number | null
}
export interface CallView extends CallSummary {
  readonly utterances: readonly Utterance[]
  readonly guidance: Guidance
  readonly warnings: WarningBoard
  readonly cues: readonly Cue[]
  readonly facts: readonly FactView[]
  readonly suggestions: readonly Suggestion[]
  readonly reminders: readonly Reminder[]
  /** Anger 0–1 over the call, one point for each caller turn. */
  readonly anger: readonly { readonly atMs: number; readonly level: number }[]
  readonly heldSince: number | null
  readonly libraryVersion: string
  readonly notice: Label | null
  readonly whisper: Whisper | null
  /** The speaking steps that the call has passed through, oldest first, the present one last. */
  readonly passed: readonly Frame[]
}
/** A convention of every call and whether the agent kept it, with the words that counted. `atMs`: since the call began. */
export interface ConventionResult {
  readonly id: string
  readonly group: 'opening' | 'closing' | 'hold' | 'promise' | 'request' | 'complaint' | 'never'
  readonly label: Label
  readonly severity: 'must' | 'should'
  readonly status: 'kept' | 'missed' | 'not applicable'
  readonly match: string | null
  readonly utteranceId: string | null
  readonly atMs: number | null
}
export interface Disposition {
  readonly id: string
  readonly label: Label
}
/** What the wrap-up form starts from. */
export interface WrapupDraft {
  readonly scenario: Label | null
  readonly outcome: string | null
  readonly facts: readonly FactView[]
  readonly steps: readonly { readonly scenario: Label; readonly step: string; readonly atMs: number }[]
  readonly promises: readonly { readonly text: string; readonly atMs: number }[]
  readonly warnings: readonly Warning[]
  readonly conventions: readonly ConventionResult[]
  readonly suggestedDisposition: string | null
  readonly dispositions: readonly Disposition[]
  readonly summary: string
}
