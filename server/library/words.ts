import type { Label } from '../protocol.ts'
import type { Validity } from './validity.ts'

/** A key point of a phrase: heard when one of its patterns is found in the agent's speech. */
export interface MustSay {
  readonly point: string
  readonly en: string
  readonly any: readonly string[]
}
export interface Variant {
  readonly style: 'calmer' | 'shorter'
  readonly say: string
  readonly en: string
  /** Absent: always. */
  readonly valid?: Validity
}
/** One thing to say, as the YAML holds it. `{fact}` and `{policy.id}` are placeholders. */
export interface Phrase {
  readonly say: string
  readonly en: string
  /** Of the main sentence; absent: always. */
  readonly valid?: Validity
  readonly variants: readonly Variant[]
  readonly must_say: readonly MustSay[]
  readonly tone?: Label
}
/** The words of one scenario, of the interruptions, or of the shared passages. */
export interface WordsFile {
  readonly id: string
  readonly family?: string
  readonly title: Label
  readonly goal?: Label
  readonly source?: string
  readonly note_today?: string
  readonly cautions?: readonly Label[]
  readonly openings?: readonly string[]
  readonly phrases: Readonly<Record<string, Phrase>>
  readonly reactions?: Readonly<Record<string, readonly string[]>>
}
export interface ReactionsFile {
  readonly id: 'reactions'
  readonly reactions: Readonly<Record<string, readonly string[]>>
}
/** What simulated callers say for each reaction, by temperament, and for each option of a fact. */
export interface CallerLinesFile {
  readonly reactions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  readonly facts?: Readonly<Record<string, { readonly options?: Readonly<Record<string, readonly string[]>> }>>
}
/** A cue in the caller's speech. */
export interface CueFile {
  readonly id: string
  readonly label: Label
  readonly hint: Label
  readonly scenario?: string
  readonly reaction?: string
  readonly anger?: number
  readonly patterns: readonly string[]
  readonly unless?: readonly string[]
  readonly examples: readonly string[]
  readonly counter_examples?: readonly string[]
}
export interface DispositionsFile {
  readonly id: 'dispositions'
  readonly dispositions: readonly { readonly id: string; readonly label: Label; readonly outcomes: readonly string[] }[]
}
/** Words that callers use for the same thing, and what speaks for no scenario. */
export interface ConceptsFile {
  readonly id: 'concepts'
  readonly concepts: Readonly<Record<string, readonly string[]>>
  readonly small_talk: readonly string[]
}
