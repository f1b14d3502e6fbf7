import { chunksOf, gramsOf, segmentsOf, type Gram, type Segment } from './example-features.ts'
import type { Judged } from './example-judge.ts'
import { trainLogistic, type LogisticModel } from './logistic-model.ts'
import { type Near, type NearestRule, nearestRules, scoreRules } from './nearest-rule.ts'
import { normalise, normalisedText, type Normalised } from './normalise.ts'
import { trainNearest } from './rule-classifier.ts'
import type { RuleDefinition } from './rule-types.ts'

/** Is this a fault at all, and which rule does it break: linear models over character n-grams. */
export interface ExampleModel {
  readonly faults: LogisticModel
  readonly nearest: NearestRule
  /** Clauses that were given as harmless: no likeness speaks against them. */
  readonly harmless: ReadonlySet<string>
}
/** A stretch that is like the examples of rules, nearest first. `odds`: how surely it is a fault. `grams`: those that decided, strongest first. */
export interface ExampleHit {
  readonly rules: readonly Near[]
  readonly sentence: Segment
  readonly from: number
  readonly to: number
  readonly odds: number
  readonly grams: readonly string[]
}
/**
 * Odds from which likeness to examples counts as a hint and as a warning, and below which a pattern's match is taken for a
 * look-alike. Chosen by cross-validation over the examples; `bench wording` prints what each fold would choose, and what other
 * choices would give.
 */
export const exampleThresholds = { hint: 0, warn: 0.9, lookAlike: -3 } as const

const GRAMS_SHOWN = 4
/** Rules that a likely fault may be given to: where the nearest does not hold here, the next may. */
const RULES_TRIED = 3
/** A sentence shorter than this, in normalised characters, says too little to be judged by likeness. */
const SHORTEST_JUDGED = 6
/** A sentence with a smaller share of Chinese characters is a product name, an address or a code, not speech. */
const LEAST_CHINESE = 0.75

/** The n-grams of a sentence, as the models see them. */
function sentenceGrams(sentence: string): Gram[] {
  const { units, length } = normalise(sentence)
  return gramsOf(units, 0, length)
}

/** Rules with examples that hold everywhere: what is at fault in one scenario alone is harmless in the others. */
const teaches = ({ scope, severity }: RuleDefinition): boolean => scope?.scenarios === undefined && scope?.steps === undefined && severity !== 'hint'

/** A rule's own words for the fault; phrases that depend on where they stand are none. */
const faultsOf = ({ phrases = [], examples = [], position }: RuleDefinition): readonly string[] => (position === undefined ? [...phrases, ...examples] : examples)

/** A sentence that says of itself whether it is a fault. */
export interface LabelledSentence {
  readonly text: string
  readonly target: 0 | 1
}

/** A rule as the models learn it. `samples`: what its patterns hear. */
export interface TaughtRule {
  readonly definition: RuleDefinition
  readonly category: string
  readonly samples: readonly string[]
}

/** What the fault model learns from: examples against counter-examples, sentences to say instead, and the harmless sentences. */
export function labelledSentences(rules: readonly RuleDefinition[], harmless: readonly string[]): LabelledSentence[] {
  const labelled = (target: 0 | 1) => (text: string): LabelledSentence => ({ text, target })
  return [
    ...rules.filter(teaches).flatMap((rule) => faultsOf(rule).map(labelled(1))),
    ...rules.flatMap(({ counter_examples = [], say_instead }) => [...counter_examples, say_instead].map(labelled(0))),
    ...harmless.map(labelled(0)),
  ]
}

/** A linear model of which sentences are faults. Deterministic. */
export const trainFaults = (sentences: readonly LabelledSentence[]): LogisticModel => trainLogistic(sentences.map(({ text, target }) => ({ grams: sentenceGrams(text), target })))

/**
 * Learns from every rule's phrases, patterns, examples and counter-examples and from the harmless sentences. Deterministic.
 * Null when no rule has examples.
 */
export function trainExampleModel(rules: readonly TaughtRule[], harmless: readonly string[]): ExampleModel | null {
  if (!rules.some(({ definition: { examples = [] } }) => examples.length > 0)) return null
  const faults = rules.map(({ definition, category, samples }) => ({ category, samples, examples: definition.scope?.scenarios === undefined ? faultsOf(definition) : [] }))
  const sentences = labelledSentences(rules.map(({ definition }) => definition), harmless)
  return { faults: trainFaults(sentences), nearest: trainNearest(faults), harmless: clausesOf(harmless) }
}

/** The clauses of sentences known to be harmless, normalised. */
function clausesOf(sentences: readonly string[]): ReadonlySet<string> {
  const clauses = new Set<string>()
  const chunks: number[] = []
  const segments: number[] = []
  for (const sentence of sentences) {
    const text = normalise(sentence)
    const plain = normalisedText(text)
    for (let chunk = chunksOf(text, chunks) * 2; chunk > 0; chunk -= 2) {
      const [from = 0, to = 0] = [chunks[chunk - 2], chunks[chunk - 1]]
      clauses.add(plain.slice(from, to))
      for (let segment = segmentsOf(text, from, to, segments) * 2; segment > 0; segment -= 2) clauses.add(plain.slice(segments[segment - 2], segments[segment - 1]))
    }
  }
  return clauses
}

/** What the model makes of one sentence of a text, where it may be a fault. `nearest.scores` then says what speaks for each rule, until the next sentence. */
export function likeExamples(model: ExampleModel, text: Normalised, { odds, clause, sentence }: Judged): ExampleHit | null {
  if (odds < exampleThresholds.hint || !isSpeech(text, sentence) || model.harmless.has(normalisedText(text, clause.from, clause.to))) return null
  const explanation = explained(model, text, clause, gramsOf(text.units, clause.from, clause.to))
  if (explanation === null) return null
  scoreRules(model.nearest, text.units, sentence, clause)
  return { ...explanation, rules: nearestRules(model.nearest, RULES_TRIED), sentence, odds }
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
