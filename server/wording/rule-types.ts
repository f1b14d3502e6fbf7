import type { Severity, Speaker } from './types.ts'

/** One file of `scripts-library/wording`: the rules of a category, as written in YAML (`scripts-library/schema/wording.schema.json`). */
export interface RuleFile {
  readonly category: string
  readonly en: string
  readonly covers: string
  readonly owner?: string
  readonly repairs?: readonly string[]
  /** What to say instead where it is not sure which of the rules was broken. */
  readonly when_unsure?: string
  readonly rules: readonly RuleDefinition[]
}

/** Where in the turn the words must stand. */
export type RulePosition = 'whole-turn' | 'turn-start' | 'turn-end' | 'call-start' | 'tag-question'
/** Contexts in which the same words are harmless; a rule may declare that it holds despite them. */
export type HarmlessContext = 'quotation' | 'negation' | 'question'
export type Phase = 'opening' | 'scenario' | 'closing'
export type FactCondition = { readonly fact: string } & (
  | { readonly is: 'known' | 'unknown' | string | number | boolean }
  | { readonly not: string | number | boolean }
  | { readonly at_least: number }
  | { readonly at_most: number }
)
/** Something said lately. One of the patterns is enough, in the last `turns` turns of one speaker. */
export interface SaidWithin {
  readonly turns: number
  readonly any: readonly string[]
}

export interface RuleDefinition {
  readonly id: string
  readonly name: string
  readonly severity: Severity
  readonly why: string
  /** May contain `{fact}` placeholders. */
  readonly say_instead: string
  readonly phrases?: readonly string[]
  readonly patterns?: readonly string[]
  /** Also heard when the recogniser writes other characters of the same sound. Default true. */
  readonly sound_alike?: boolean
  readonly examples?: readonly string[]
  readonly counter_examples?: readonly string[]
  /** Severity of hits of the example model. Default `hint`. */
  readonly example_severity?: 'hint' | 'warn'
  /** A match that one of these overlaps is harmless. */
  readonly allow?: readonly string[]
  readonly position?: RulePosition
  /** Harmless when the turn does any of this: names of `turns` in word-sets.yaml, or patterns. */
  readonly unless_turn?: readonly string[]
  /** Only when the turn does any of this. */
  readonly only_turn?: readonly string[]
  readonly despite?: readonly HarmlessContext[]
  /** Only while the caller is still speaking. */
  readonly while_caller_speaks?: boolean
  readonly scope?: {
    readonly speaker?: Speaker
    readonly scenarios?: readonly string[]
    readonly steps?: readonly string[]
    readonly phases?: readonly Phase[]
    readonly teams?: readonly string[]
  }
  /** All must hold. */
  readonly when?: readonly FactCondition[]
  readonly unless_within?: SaidWithin
  readonly unless_caller?: SaidWithin
  readonly after_agent?: SaidWithin
  readonly after_caller?: SaidWithin
  /** Dates `YYYY-MM-DD`, both included, in the server's time zone. */
  readonly valid?: { readonly from?: string; readonly until?: string }
  readonly owner?: string
  readonly source?: string
}

/** `scripts-library/wording/word-sets.yaml`. All lists hold patterns. */
export interface WordSetFile {
  readonly sets: Readonly<Record<string, readonly string[]>>
  /** Named things a turn can do: `names time`, `gives reason` … for `unless_turn` and `only_turn`. */
  readonly turns: Readonly<Record<string, readonly string[]>>
  /** Words just before or after a match that make it harmless. */
  readonly contexts: Readonly<Record<HarmlessContext, { readonly before: readonly string[]; readonly after: readonly string[] }>>
  /** Words before a match that make it doubtful: it counts only where the examples take the sentence for a fault too. */
  readonly doubts?: readonly string[]
  /** What to say instead where not even the category of a fault is sure. */
  readonly when_unsure?: string
  /** Sentences without fault that every rule's examples are told apart from. */
  readonly harmless: readonly string[]
}

/** One file of `scripts-library/wording-examples`: more examples for the rules of a category, so that the rules stay readable. */
export interface ExampleFile {
  readonly category: string
  readonly rules: Readonly<Record<string, { readonly examples: readonly string[]; readonly counter_examples: readonly string[] }>>
  /** Sentences without fault that belong to no rule. */
  readonly harmless?: readonly string[]
}

/** How a finding came about: the words themselves, a pattern, the same sound in other characters, or likeness to examples. */
export type Basis = 'phrase' | 'pattern' | 'sound' | 'example'
export interface Finding {
  readonly rule: string
  readonly category: string
  readonly severity: Severity
  /** `text.slice(start, end)`; UTF-16 offsets. */
  readonly match: string
  readonly start: number
  readonly end: number
  readonly why: string
  readonly sayInstead: string
  readonly basis: Basis
  /** The phrase or pattern that matched, or the n-grams that decided. */
  readonly evidence: readonly string[]
}
