import type { Label } from './call-view.ts'

/** What the pages on which words are changed show. Types only. Times are ms since the epoch unless said. */

export type DraftStatus = 'open' | 'review' | 'approved' | 'published' | 'discarded'
export interface DraftSummary {
  readonly id: string
  readonly title: string
  readonly status: DraftStatus
  readonly authorName: string
  readonly createdAt: number
  readonly updatedAt: number
}
export interface LibraryFault {
  readonly file: string
  readonly line: number
  readonly message: string
  /** The message in Chinese. */
  readonly zh: string
  /** The place in a flow that must be looked at. */
  readonly at?: { readonly flow: string; readonly step: string | null }
}
/** One thing of the library that differs, in words; what is not there on one side is null. */
export interface LibraryChangeView {
  readonly kind: 'rule' | 'phrase' | 'cue' | 'scenario' | 'reaction' | 'flow' | 'scorecard' | 'other'
  readonly id: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly title: Label
  readonly fields: readonly { readonly field: string; readonly label: Label; readonly before: Label | null; readonly after: Label | null }[]
  /** Of a flow: what differs in its structure, as sentences. */
  readonly structure?: readonly StructureChange[]
}
export interface StructureChange extends Label {
  readonly step: string | null
  readonly change: 'added' | 'removed' | 'changed'
}
/** A file that differs, as a unified diff. */
export interface FileDiff {
  readonly path: string
  readonly diff: string
}
export interface DraftReview {
  readonly reviewerName: string
  readonly approved: boolean
  readonly note: string
  readonly at: number
  /** It was given on the words as they stand now. */
  readonly stands: boolean
}
export interface BlastSide {
  readonly count: number
  readonly byRule: Readonly<Record<string, number>>
  /** Why findings of each rule differ: the draft changes the rule, or only the model that rules with examples share, or the way of the call; absent in older results. */
  readonly causes?: Readonly<Record<string, 'rule' | 'model' | 'way'>>
  readonly examples: readonly { readonly callId: string; readonly atMs: number; readonly rule: string; readonly severity: string; readonly match: string; readonly utteranceId: string }[]
}
/** What a draft would have changed in stored calls; `atMs`: since the call began. */
export interface BlastView {
  readonly id: string
  readonly status: 'running' | 'done' | 'cancelled' | 'failed'
  readonly looked: number
  readonly total: number
  readonly startedAt: number
  readonly endedAt: number | null
  readonly fault: Label | null
  /** The words have not changed since. */
  readonly stands: boolean
  readonly result: {
    readonly calls: number
    readonly utterances: number
    readonly rerun: number
    readonly sampledFrom: number | null
    readonly gained: BlastSide
    readonly lost: BlastSide
    readonly guidance: { readonly calls: number; readonly examples: readonly { readonly callId: string; readonly atMs: number; readonly before: string | null; readonly after: string | null }[] }
    readonly alarmsPer100: { readonly before: number; readonly after: number }
  } | null
}
/** `GET /api/authoring/drafts/:id`. */
export interface DraftView extends DraftSummary {
  readonly base: string
  readonly version: string
  /** The words in use are not those that the draft began from. */
  readonly behind: boolean
  readonly faults: readonly LibraryFault[]
  readonly changes: readonly LibraryChangeView[]
  readonly diffs: readonly FileDiff[]
  readonly reviews: readonly DraftReview[]
  readonly blast: BlastView | null
  /** It changes something that calls hear, and so must be tried on some before it is approved. */
  readonly heardInCalls: boolean
  /** What this person may do with it now. */
  readonly may: { readonly change: boolean; readonly decide: boolean; readonly publish: boolean }
  /** Why this person cannot approve it now; empty when nothing stands in the way. */
  readonly obstacles: readonly Label[]
}
export type ItemKind = 'phrase' | 'rule' | 'cue' | 'scorecard' | 'scenario'
/** A phrase, a rule, a cue, a scorecard or the head of a scenario in a draft, as the YAML holds it. `before`: in the published words. */
export interface DraftItem {
  readonly kind: ItemKind
  readonly id: string
  readonly path: string
  readonly value: unknown
  readonly before: unknown
}
/** An item that a search found. `within`: its scenario or category. */
export interface FoundItem {
  readonly kind: ItemKind
  readonly id: string
  readonly title: Label
  readonly within: Label | null
  readonly text: string
}
/** What an item of a scorecard can be filled in by. */
export interface ScorecardParts {
  readonly conventions: readonly NamedPart[]
  readonly categories: readonly NamedPart[]
  readonly rules: readonly NamedPart[]
}
export interface NamedPart {
  readonly id: string
  readonly label: Label
}
export interface TriedSentence {
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly match: string; readonly start: number; readonly end: number; readonly why: string; readonly sayInstead: string; readonly basis: string; readonly evidence: readonly string[] }[]
  readonly cues: readonly { readonly id: string; readonly label: Label; readonly match: string }[]
}
/** `POST /api/authoring/drafts/:id/try`. */
export interface TriedView {
  readonly published: TriedSentence
  readonly draft: TriedSentence
}
export interface PublicationView {
  readonly id: string
  readonly version: string
  readonly kind: 'files' | 'draft' | 'rollback'
  readonly draft: string | null
  readonly title: string
  readonly authorName: string
  readonly approverName: string | null
  readonly effectiveAt: number
  readonly createdAt: number
  readonly state: 'in use' | 'past' | 'to come' | 'taken back'
}
