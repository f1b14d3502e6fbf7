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
  /** The phrase that it speaks, as `file/key`; null where nobody speaks. */
  readonly phrase: string | null
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

/** One step and how often stored calls came through it. `shown`, `spoken`: its sentence was put before the agent; a key point of it was heard. */
export interface CoveredStep {
  readonly id: string
  readonly kind: PageStep['kind']
  readonly label: Label
  readonly reached: number
  readonly shown: number
  readonly spoken: number
}
/** A way from step to step. `id` is the reaction; of a decision, whose ways to one step count together, the step it goes to. */
export interface CoveredWay {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: Label
  readonly taken: number
}
export interface CoveredFlow {
  readonly id: string
  readonly title: Label
  /** Empty for interruptions, which have no page. */
  readonly family: string
  readonly familyLabel: Label
  readonly steps: readonly CoveredStep[]
  readonly ways: readonly CoveredWay[]
  readonly reachedSteps: number
  readonly totalSteps: number
  readonly takenWays: number
  readonly totalWays: number
}
/** `GET /api/library/coverage`: how far the stored calls went through the library of today. */
export interface CoverageView {
  readonly calls: number
  readonly flows: readonly CoveredFlow[]
}
/** One wording rule and what became of its warnings in the stored calls. */
export interface RuleCount {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly categoryLabel: Label
  readonly severity: Severity
  readonly why: string
  readonly sayInstead: string
  /** The scenarios it is limited to; empty where it holds in all. */
  readonly scenarios: readonly { readonly id: string; readonly title: Label }[]
  readonly raised: number
  readonly repaired: number
  readonly dismissed: number
  /** Findings that a QA lead has judged, and those of them that were right: the rule's measured precision. */
  readonly judged: number
  readonly right: number
  /** Utterances in which interims showed it, those of them that the recogniser took back in the end, and the interims in all. */
  readonly heardEarly: number
  readonly takenBack: number
  readonly interims: number
}
/** `GET /api/library/rules`. */
export interface RulesView {
  readonly calls: number
  readonly rules: readonly RuleCount[]
}
