import type { Label, PhraseText, Severity } from './call-view.ts'

/** What the pages of the scripts library show. Types only. */

/** One step on a scenario's page. `label` is short enough for a node of the graph. */
export interface PageStep {
  readonly id: string
  readonly kind: 'say' | 'ask' | 'decide' | 'switch' | 'end'
  readonly label: Label
  /** The main sentence first, then its variants; none where nobody speaks. */
  readonly sentences: readonly PhraseText[]
  readonly points: readonly Label[]
  readonly tone: Label | null
  /** Where it can lead: the caller's reaction, or the condition of a decision. */
  readonly ways: readonly { readonly id: string; readonly label: Label; readonly to: string }[]
  /** The scenario that a `switch` goes over to. */
  readonly leadsTo: string | null
}
/** `GET /api/library/scenarios/:id`: one flow with its words, as a trainer reads it. */
export interface ScenarioPage {
  readonly id: string
  readonly family: string
  readonly familyLabel: Label
  readonly title: Label
  readonly goal: Label | null
  readonly source: string | null
  readonly note: string | null
  readonly cautions: readonly Label[]
  readonly findOut: readonly Label[]
  readonly initial: string
  readonly steps: readonly PageStep[]
  /** Wording rules that hold in this scenario only. */
  readonly rules: readonly { readonly id: string; readonly name: string; readonly category: string; readonly severity: Severity; readonly why: string; readonly sayInstead: string }[]
  readonly figures: readonly { readonly id: string; readonly value: number; readonly unit: string; readonly source: string }[]
  readonly openings: readonly string[]
  readonly libraryVersion: string
}
