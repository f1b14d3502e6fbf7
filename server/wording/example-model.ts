import { chunksOf, gramsOf, segmentsOf, weighted, type Gram, type Segment } from './example-features.ts'
import { trainLogistic, type LogisticModel, type Sample } from './logistic-model.ts'
import { indexRules, type NearestRule, nearestRules } from './nearest-rule.ts'
import { normalise, normalisedText, type Normalised } from './normalise.ts'
import type { RuleDefinition } from './rule-types.ts'

/** Is this a fault at all (a linear model over character n-grams), and which rule's examples is it most like. */
export interface ExampleModel {
  readonly faults: LogisticModel
  readonly nearest: NearestRule
  /** Clauses that were given as harmless: no likeness speaks against them. */
  readonly harmless: ReadonlySet<string>
}
/** A stretch that is like the examples of rules, nearest first. `odds`: how surely it is a fault. `grams`: those that decided, strongest first. */
export interface ExampleHit {
  readonly rules: readonly number[]
  readonly from: number
  readonly to: number
  readonly odds: number
  readonly grams: readonly string[]
}
/** How surely a sentence of a text is a fault, whichever rule's; the segment is its worst clause. */
export interface Judged extends Segment {
  readonly odds: number
  readonly sentence: Segment
}

/**
 * Odds from which likeness to examples counts as a hint and as a warning, and below which a pattern's match is taken for a
 * look-alike. Chosen by cross-validation over the examples; `bench wording` prints what other choices would give.
 */
export const exampleThresholds = { hint: 0, warn: 1.5, lookAlike: -3 } as const

const GRAMS_SHOWN = 4
/** Rules that a likely fault may be given to: where the nearest does not hold here, the next may. */
const RULES_TRIED = 3
/** A clause shorter than this, in normalised characters, says too little to be judged by likeness. */
const SHORTEST_JUDGED = 6
/** A clause with a smaller share of Chinese characters is a product name, an address or a code, not speech. */
const LEAST_CHINESE = 0.75

/** The n-grams of a sentence, as the models see them. */
export function sentenceGrams(sentence: string): Gram[] {
  const { units } = normalise(sentence)
  return gramsOf(units, 0, units.length)
}

/** Rules with examples that hold everywhere: what is at fault in one scenario alone is harmless in the others. */
const teaches = ({ scope, severity }: RuleDefinition): boolean => scope?.scenarios === undefined && scope?.steps === undefined && severity !== 'hint'

/** A rule's own words for the fault; phrases that depend on where they stand are none. */
const faultsOf = ({ phrases = [], examples = [], position }: RuleDefinition): readonly string[] => (position === undefined ? [...phrases, ...examples] : examples)

/** What the fault model learns from: examples against counter-examples, sentences to say instead, and the harmless sentences. */
export function faultSamples(rules: readonly RuleDefinition[], harmless: readonly string[]): Sample[] {
  const sample = (target: 0 | 1) => (sentence: string): Sample => ({ grams: sentenceGrams(sentence), target })
  return [
    ...rules.filter(teaches).flatMap((rule) => faultsOf(rule).map(sample(1))),
    ...rules.flatMap(({ counter_examples = [], say_instead }) => [...counter_examples, say_instead].map(sample(0))),
    ...harmless.map(sample(0)),
  ]
}

/**
 * Learns from every rule's phrases, examples and counter-examples and from the harmless sentences. Deterministic.
 * Null when no rule has examples.
 */
export function trainExampleModel(rules: readonly RuleDefinition[], harmless: readonly string[]): ExampleModel | null {
  if (!rules.some(({ examples = [] }) => examples.length > 0)) return null
  const examples = rules.map((definition) => (definition.scope?.scenarios === undefined ? faultsOf(definition) : []))
  return { faults: trainLogistic(faultSamples(rules, harmless)), nearest: indexRules(examples), harmless: clausesOf(harmless) }
}

/** The clauses of sentences known to be harmless, normalised. */
function clausesOf(sentences: readonly string[]): ReadonlySet<string> {
  return new Set(
    sentences.flatMap((sentence) => {
      const text = normalise(sentence)
      const plain = normalisedText(text)
      return chunksOf(text).flatMap((chunk) => [chunk, ...segmentsOf(text, chunk)].map(({ from, to }) => plain.slice(from, to)))
    }),
  )
}

/**
 * How surely each sentence of a text is a fault: the sentence as a whole and the worst clause of it, added up.
 */
export function judged({ faults: { weights, bias } }: ExampleModel, text: Normalised): Judged[] {
  return chunksOf(text).map((chunk) => {
    const whole = bias + weighted(weights, text.units, chunk.from, chunk.to)
    let worst = { ...chunk, odds: Number.NEGATIVE_INFINITY }
    for (const segment of segmentsOf(text, chunk)) {
      const odds = bias + weighted(weights, text.units, segment.from, segment.to)
      if (odds > worst.odds) worst = { ...segment, odds }
    }
    return { from: worst.from, to: worst.to, odds: whole + worst.odds, sentence: chunk }
  })
}

/** The sentences of a text that the model takes for faults, each with the rules whose examples are nearest. */
export function likeExamples(model: ExampleModel, text: Normalised, judgements: readonly Judged[]): ExampleHit[] {
  if (!judgements.some(({ odds }) => odds >= exampleThresholds.hint)) return []
  const plain = normalisedText(text)
  return judgements.flatMap((judgement): ExampleHit[] => {
    if (judgement.odds < exampleThresholds.hint || !isSpeech(text, judgement)) return []
    if (model.harmless.has(plain.slice(judgement.from, judgement.to))) return []
    const grams = gramsOf(text.units, judgement.from, judgement.to)
    const rules = nearestRules(model.nearest, plain.slice(judgement.sentence.from, judgement.sentence.to), RULES_TRIED)
    const explanation = explained(model, text, judgement, grams)
    return rules.length === 0 || explanation === null ? [] : [{ ...explanation, rules, odds: judgement.odds }]
  })
}

function isSpeech({ units }: Normalised, { from, to }: Segment): boolean {
  let chinese = 0
  for (let at = from; at < to; at++) if ((units[at] ?? 0) >= 0x3400) chinese += 1
  return to - from >= SHORTEST_JUDGED && chinese >= (to - from) * LEAST_CHINESE
}

/** The stretch from the first to the last of the n-grams that weighed most; null when none speaks for a fault. */
function explained({ faults }: ExampleModel, text: Normalised, segment: Segment, grams: readonly Gram[]): Pick<ExampleHit, 'from' | 'to' | 'grams'> | null {
  const strongest = grams
    .filter(({ feature, from, size }) => size > 1 && from >= segment.from && from + size <= segment.to && (faults.weights[feature] ?? 0) > 0)
    .toSorted((a, b) => (faults.weights[b.feature] ?? 0) - (faults.weights[a.feature] ?? 0))
    .slice(0, GRAMS_SHOWN)
  if (strongest.length === 0) return null
  return {
    from: Math.min(...strongest.map((gram) => gram.from)),
    to: Math.max(...strongest.map((gram) => gram.from + gram.size)),
    grams: strongest.map((gram) => String.fromCharCode(...text.units.slice(gram.from, gram.from + gram.size))),
  }
}
