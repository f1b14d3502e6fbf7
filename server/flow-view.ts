import type { Label } from './call-view.ts'

/** What the page on which the structure of a flow is changed works on. Types only. */

/** A flow as plain data, as its JSON file holds it. */
export interface DraftedFlow {
  readonly id: string
  readonly initial: string
  readonly findOut?: readonly string[]
  readonly steps: Readonly<Record<string, DraftedStep>>
  /** Speaking steps that were renamed or taken out: where calls that stand on them go on. */
  readonly renamed?: Readonly<Record<string, string>>
  /** Reactions that the catalogue does not have, `own:…`. */
  readonly reactions?: Readonly<Record<string, Label>>
}
export type DraftedStep =
  | { readonly kind: 'say'; readonly phrase: string; readonly on: Readonly<Record<string, string>> }
  | { readonly kind: 'ask'; readonly phrase: string; readonly fact: string; readonly next: string; readonly on: Readonly<Record<string, string>> }
  | { readonly kind: 'decide'; readonly paths: readonly DraftedPath[] }
  | { readonly kind: 'switch'; readonly flow: string }
  | { readonly kind: 'end'; readonly outcome: string }
export interface DraftedPath {
  readonly when?: DraftedCondition
  readonly go: string
}
export type DraftedCondition =
  | { readonly fact: string; readonly is: string | number | boolean }
  | { readonly fact: string; readonly unknown: true }
  | { readonly fact: string; readonly atMost: string }
  | { readonly fact: string; readonly atLeast: string }
  | { readonly all: readonly DraftedCondition[] }
  | { readonly any: readonly DraftedCondition[] }
  | { readonly not: DraftedCondition }

/** A sentence that a step may speak. */
export interface SpeakablePhrase {
  readonly ref: string
  readonly label: Label
  readonly text: string
}
/** `GET /api/authoring/drafts/:id/flow`. */
export interface FlowDraftView {
  readonly id: string
  readonly definition: DraftedFlow
  /** In the words that the draft began from; null for a scenario that they do not have. */
  readonly before: DraftedFlow | null
  readonly phrases: readonly SpeakablePhrase[]
  /** How callers say the flow's own reactions. */
  readonly wordings: Readonly<Record<string, readonly string[]>>
}
export interface FlowFact {
  readonly id: string
  readonly label: Label
  readonly kind: 'number' | 'choice' | 'yes-no' | 'text'
  readonly unit: Label | null
  readonly options: readonly { readonly value: string; readonly label: Label }[]
}
/** `GET /api/authoring/drafts/:id/flow-parts`: what a flow can be made of. */
export interface FlowParts {
  readonly flows: readonly { readonly id: string; readonly title: Label; readonly within: Label; readonly scenario: boolean }[]
  readonly reactions: readonly { readonly id: string; readonly label: Label; readonly common: boolean }[]
  readonly facts: readonly FlowFact[]
  readonly figures: readonly { readonly id: string; readonly value: number; readonly unit: string; readonly source: string }[]
  readonly outcomes: readonly { readonly id: string; readonly label: Label }[]
}
