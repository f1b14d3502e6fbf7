import { gramsOf, segmentsOf, weighted, type Gram, type Segment } from './example-features.ts'
import { chooseThresholds, type Thresholds } from './example-thresholds.ts'
import { trainLogistic, type LogisticModel, type Sample } from './logistic-model.ts'
import { NearestExamples, type Example } from './nearest-examples.ts'
import { normalise, type Normalised } from './normalise.ts'
import type { Pattern } from './pattern.ts'
import { samplesOf } from './pattern-samples.ts'
import type { RuleDefinition } from './rule-types.ts'

/** Two linear models over character n-grams: is this a fault at all, and which rule's examples is it most like. */
export interface ExampleModel {
  readonly faults: LogisticModel
  readonly nearest: NearestExamples
  readonly thresholds: Thresholds
}
/** A rule as the model learns it. */
export interface LearnedRule {
  readonly definition: RuleDefinition
  readonly patterns: readonly Pattern[]
}
/** A segment that is like a rule's examples. `grams`: those that decided, strongest first. */
export interface ExampleHit {
  readonly rule: number
  readonly from: number
  readonly to: number
  readonly likeness: number
  readonly grams: readonly string[]
}

/** Wordings taken from each pattern, so that the model knows its synonyms too. */
const SAMPLES_A_PATTERN = 5
const GRAMS_SHOWN = 4

function sentenceGrams(sentence: string): Gram[] {
  const { units } = normalise(sentence)
  return gramsOf(units, 0, units.length)
}

/**
 * Learns from every rule's patterns, examples and counter-examples and from the harmless sentences. Deterministic; some
 * 10,000 sentences take well under a second. Null when no rule has examples.
 */
export function trainExampleModel(rules: readonly LearnedRule[], harmless: readonly string[]): ExampleModel | null {
  if (!rules.some(({ definition }) => (definition.examples?.length ?? 0) > 0)) return null
  const samples: Sample[] = []
  const made: Sample[] = []
  const examples: Example[] = []
  rules.forEach(({ definition, patterns }, number) => {
    for (const sentence of definition.examples ?? []) {
      const grams = sentenceGrams(sentence)
      samples.push({ grams, target: 1 })
      examples.push({ rule: number, grams })
    }
    for (const wording of patterns.flatMap(({ node }) => samplesOf(node, SAMPLES_A_PATTERN))) {
      const grams = sentenceGrams(wording)
      made.push({ grams, target: 1 })
      if ((definition.examples?.length ?? 0) > 0) examples.push({ rule: number, grams })
    }
    for (const sentence of definition.counter_examples ?? []) samples.push({ grams: sentenceGrams(sentence), target: 0 })
  })
  for (const sentence of harmless) samples.push({ grams: sentenceGrams(sentence), target: 0 })
  const nearest = new NearestExamples(examples)
  return { faults: trainLogistic([...samples, ...made]), nearest, thresholds: chooseThresholds(samples, made, examples, nearest) }
}

/** The segments of a text that the model takes for faults, at most one a segment. */
export function likeExamples(model: ExampleModel, text: Normalised): ExampleHit[] {
  const hits: ExampleHit[] = []
  for (const segment of segmentsOf(text)) {
    const { weights, bias } = model.faults
    if (bias + weighted(weights, text.units, segment.from, segment.to) < model.thresholds.odds) continue
    const grams = gramsOf(text.units, segment.from, segment.to)
    const nearest = model.nearest.nearest(grams)
    if (nearest === null || nearest.likeness < model.thresholds.likeness) continue
    const explanation = explained(model, text, segment, grams)
    if (explanation !== null) hits.push({ ...explanation, ...nearest })
  }
  return hits
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
