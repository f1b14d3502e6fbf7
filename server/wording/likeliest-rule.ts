import type { CompiledRule, RuleSet } from './compiled-rules.ts'
import type { Judgements } from './example-judge.ts'
import { type ExampleHit, type ExampleModel, exampleThresholds, likeExamples } from './example-model.ts'
import type { Near, NearestRule } from './nearest-rule.ts'
import type { Normalised } from './normalise.ts'
import { callAllows, isInScope } from './rule-conditions.ts'
import type { Basis } from './rule-types.ts'
import type { Surroundings } from './surroundings.ts'
import type { Severity, TurnContext } from './types.ts'

/** A match that counts, in normalised positions. */
export interface Hit {
  readonly rule: CompiledRule
  readonly basis: Basis
  readonly severity: Severity
  readonly from: number
  readonly to: number
  readonly evidence: readonly string[]
  /** Other rules that it may as well be, likeliest first. */
  readonly rivals?: readonly CompiledRule[]
}
/** A text and what is known of it. */
interface Heard {
  readonly text: Normalised
  readonly context: TurnContext
  readonly around: Surroundings
}

/** What a rule gains by how its words were heard, in logarithms of odds beside what the examples say for it. */
const gained: Readonly<Record<Basis, number>> = { phrase: 2.5, pattern: 1.5, sound: 0.75, example: 0 }
/** A match whose rule is less likely than the likeliest by this much is no reason of its own: one fault, one reason. */
const FAR_LESS = 2.5
/** A rule that warns is preferred to one that hints, up to this much less likely. */
const NEARLY = 1

/** Nine of ten likenesses that are ahead of all others by this much were given the right rule, and half of those that are not. */
const SURELY_AHEAD = 1

/**
 * Weighs what patterns found against what the examples say, sentence by sentence, where a sentence may be a fault. A rule that
 * the examples find likelier than all that patterns found is added; hits of rules that are far less likely than the likeliest are
 * taken from `found`.
 */
export function weighed(rules: RuleSet, model: ExampleModel, judged: Judgements, heard: Heard, found: readonly Hit[]): readonly Hit[] {
  let hits = found
  for (let index = 0; index < judged.count; index++) {
    const like = likeExamples(model, heard.text, judged.at(index))
    if (like === null) continue
    const { sentence } = like
    const beside = hits.filter(({ severity, from, to }) => severity !== 'hint' && from < sentence.to && sentence.from < to)
    if (like.odds < exampleThresholds.warn) hits = beside.length > 0 ? hits : [...hits, ...hinted(rules, like, heard)]
    else hits = decided(rules, model.nearest, like, heard, hits, beside)
  }
  return hits
}

const hit = (rule: CompiledRule, severity: Severity, { from, to, grams }: ExampleHit, rivals: readonly CompiledRule[]): Hit => ({ rule, basis: 'example', severity, from, to, evidence: grams, rivals })

/** The other rules that are nearly as likely as one. */
function rivalsOf(rules: RuleSet, { rule, score }: Near, holding: readonly Near[]): readonly CompiledRule[] {
  return holding.filter((other) => other.rule !== rule && other.score > score - SURELY_AHEAD).flatMap((other) => rules.rules[other.rule] ?? [])
}

/** A likely fault: a hint by the nearest rule that holds. */
function hinted(rules: RuleSet, like: ExampleHit, { context, around }: Heard): readonly Hit[] {
  const holding = like.rules.filter(({ rule: number }) => {
    const rule = rules.rules[number]
    return rule !== undefined && isInScope(rule, context) && around.leaveStanding(rule, like)
  })
  return holding.slice(0, 1).flatMap((nearest) => {
    const rule = rules.rules[nearest.rule]
    return rule === undefined ? [] : [hit(rule, 'hint', like, rivalsOf(rules, nearest, holding))]
  })
}

/** A sure fault: the likeliest rule, found by a pattern or by likeness alone. What else is said in the turn cannot make the sentence harmless any more, for the model has weighed it. */
function decided(rules: RuleSet, { known, scores }: NearestRule, like: ExampleHit, { context }: Heard, hits: readonly Hit[], beside: readonly Hit[]): readonly Hit[] {
  const holding = like.rules.filter(({ rule: number }) => {
    const rule = rules.rules[number]
    return rule !== undefined && isInScope(rule, context, true) && callAllows(rule, context)
  })
  const nearest = likeliest(rules, holding)
  const judgeable = beside.filter(({ rule }) => known.includes(rule.number))
  const likelihood = ({ rule, basis }: Hit): number => (scores[rule.number] ?? 0) + gained[basis]
  const best = Math.max(...judgeable.map(likelihood))
  const added = judgeable.length === beside.length && nearest !== undefined && nearest.score > best ? nearest : undefined
  const highest = added?.score ?? best
  const kept = hits.filter((each) => !judgeable.includes(each) || likelihood(each) >= highest - FAR_LESS)
  const rule = rules.rules[added?.rule ?? -1]
  if (added === undefined || rule === undefined) return kept
  return [...kept, hit(rule, rule.definition.severity === 'hint' ? 'hint' : (rule.definition.example_severity ?? 'warn'), like, rivalsOf(rules, added, holding))]
}

const likeliest = (rules: RuleSet, holding: readonly Near[]): Near | undefined =>
  holding.find(({ rule, score }) => score >= (holding[0]?.score ?? 0) - NEARLY && rules.rules[rule]?.definition.severity !== 'hint') ?? holding[0]
