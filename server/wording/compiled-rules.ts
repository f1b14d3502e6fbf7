import type { ExampleModel } from './example-model.ts'
import type { PatternFilter } from './pattern-filter.ts'
import type { PatternIndex } from './pattern-index.ts'
import type { Pattern } from './pattern.ts'
import type { Basis, HarmlessContext, RuleDefinition } from './rule-types.ts'
import type { SaidCondition } from './said-within.ts'

/** One way in which a rule can be heard. `literal`: the words are the whole check, a hit needs no further look. */
export interface Check {
  readonly rule: CompiledRule
  readonly basis: Basis
  readonly pattern: Pattern
  readonly literal: boolean
  /** For a check by sound: the characters as written, of which a match must still contain most. */
  readonly characters: ReadonlySet<number> | null
}
/** A rule with everything compiled. `number` is its place in the rule set. */
export interface CompiledRule {
  readonly number: number
  readonly definition: RuleDefinition
  readonly category: string
  readonly allow: readonly Pattern[]
  readonly unlessTurn: readonly Pattern[]
  readonly onlyTurn: readonly Pattern[] | null
  readonly despite: ReadonlySet<HarmlessContext>
  readonly unlessSaid: readonly SaidCondition[]
  readonly afterSaid: readonly SaidCondition[]
  /** ms since the epoch. */
  readonly validFrom: number
  readonly validUntil: number
  /** What to say instead where it is not sure that the fault is this rule's: but one of the category's, or of any. */
  readonly whenUnsure: { readonly category: string | null; readonly any: string | null }
  /** What repairs it: the category's patterns, and pairs of characters of each sentence to say instead. */
  readonly repairs: readonly Pattern[]
  readonly contents: readonly ReadonlySet<number>[]
}
/** Checks with what tells which of them are worth a look. */
export interface CheckLayer {
  readonly checks: readonly Check[]
  /** Over the patterns of the checks, in the same order. */
  readonly filter: PatternFilter
}
/** All rules of a library version, ready to check turns. Immutable. */
export interface RuleSet {
  readonly rules: readonly CompiledRule[]
  /** As written, and by sound. */
  readonly words: CheckLayer
  readonly sounds: CheckLayer
  readonly contexts: Readonly<Record<HarmlessContext, { readonly before: readonly Pattern[]; readonly after: readonly Pattern[] }>>
  /** Words before a match after which the examples must agree. */
  readonly doubts: readonly Pattern[]
  /** All patterns that make matches harmless or doubtful: contexts, doubts, `allow`, `unless_turn`, `only_turn`. */
  readonly guards: PatternIndex
  readonly examples: ExampleModel | null
}
