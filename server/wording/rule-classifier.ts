import { eachGram, FEATURE_COUNT, type NearestRule } from './nearest-rule.ts'
import { normalise } from './normalise.ts'
import { ANYTHING } from './pattern-samples.ts'
import { trainSoftmax, type TrainingRow, unitRow } from './softmax-classifier.ts'

/** What a rule's faults sound like. */
export interface TaughtFaults {
  readonly category: string
  /** Whole sentences. */
  readonly examples: readonly string[]
  /** What its patterns hear, normalised (`patternSamples`). */
  readonly samples: readonly string[]
}

/** Chosen by cross-validation over the examples and on the half of the labelled set for building. */
const EPOCHS = 3
const RATE = 6
/** What a sample of a pattern teaches beside a whole sentence. */
const SAMPLE_WEIGHT = 0.3
/** How much a rule gains from what speaks for its category. */
const CATEGORY_SHARE = 0.3
/** An n-gram of three says nothing of other sentences when one alone has it. */
const FEWEST_SENTENCES = 2
const RARE_SIZE = 2
/** What an n-gram says less than this for or against a rule is left out. */
const LEAST_GAIN = 0.5

interface Sentence {
  readonly grams: Int32Array
  readonly rule: number
  readonly weight: number
}

/**
 * Learns which rule a fault breaks: multinomial logistic regression over character n-grams, for the rules and for their
 * categories. `faults[n]`: those of rule number n; a rule without examples is never the nearest. Deterministic.
 */
export function trainNearest(faults: readonly TaughtFaults[]): NearestRule {
  const { sentences, number, rarity } = readFaults(faults)
  const rules = faults.flatMap(({ examples }, rule) => (examples.length > 0 ? [rule] : []))
  const classOf = new Map(rules.map((rule, label) => [rule, label]))
  const names = [...new Set(rules.map((rule) => faults[rule]?.category ?? ''))]
  const categories = rules.map((rule) => names.indexOf(faults[rule]?.category ?? ''))
  const rows = sentences.map(({ grams, rule, weight }): TrainingRow => ({ ...unitRow(grams.map((feature) => number[feature] ?? -1).filter((feature) => feature >= 0), rarity), label: classOf.get(rule) ?? 0, weight }))
  const byRule = trainSoftmax(rows, rarity.length, rules.length, EPOCHS, RATE, 0)
  const byCategory = trainSoftmax(rows.map((each) => ({ ...each, label: categories[each.label] ?? 0 })), rarity.length, names.length, EPOCHS, RATE, 0)
  const scale = rarity.reduce((sum, each) => sum + each, 0) / Math.max(1, rarity.length)
  const gain = (feature: number, label: number): number =>
    (((byRule.weights[feature * rules.length + label] ?? 0) + CATEGORY_SHARE * (byCategory.weights[feature * names.length + (categories[label] ?? 0)] ?? 0)) * (rarity[feature] ?? 0)) / scale
  return { ...postings(number, rules, gain), known: Uint16Array.from(rules), scores: new Float32Array(faults.length) }
}

/** The n-grams of all sentences that say something of others, numbered, and how rare they are. */
function readFaults(faults: readonly TaughtFaults[]): { sentences: Sentence[]; number: Int32Array; rarity: Float32Array } {
  const sentences: Sentence[] = []
  const users = new Int32Array(FEATURE_COUNT)
  const short = new Uint8Array(FEATURE_COUNT)
  const read = (pieces: readonly ArrayLike<number>[], rule: number, weight: number): void => {
    const grams = new Set<number>()
    for (const units of pieces) {
      eachGram(units, 0, units.length, pieces.length === 1, (feature, size) => {
        if (size <= RARE_SIZE) short[feature] = 1
        grams.add(feature)
      })
    }
    for (const feature of grams) users[feature] = (users[feature] ?? 0) + 1
    sentences.push({ grams: Int32Array.from(grams), rule, weight })
  }
  faults.forEach(({ examples, samples }, rule) => {
    if (examples.length === 0) return
    for (const sentence of new Set(examples)) read([unitsOf(sentence)], rule, 1)
    for (const sample of samples) read(sample.split(ANYTHING).map((piece) => Array.from({ length: piece.length }, (_, at) => piece.charCodeAt(at))), rule, SAMPLE_WEIGHT)
  })
  const number = new Int32Array(FEATURE_COUNT).fill(-1)
  const rarity: number[] = []
  users.forEach((count, feature) => {
    if (count < FEWEST_SENTENCES && (count === 0 || short[feature] === 0)) return
    number[feature] = rarity.length
    rarity.push(Math.sqrt(Math.log(1 + (sentences.length - count + 0.5) / (count + 0.5))))
  })
  return { sentences, number, rarity: Float32Array.from(rarity) }
}

function unitsOf(sentence: string): readonly number[] {
  const { units, length } = normalise(sentence)
  return units.slice(0, length)
}

/** What each n-gram says for and against rules, without what it hardly says. */
function postings(number: Int32Array, known: readonly number[], gain: (feature: number, label: number) => number): Pick<NearestRule, 'starts' | 'rules' | 'gains'> {
  const starts = new Int32Array(FEATURE_COUNT + 1)
  const rules: number[] = []
  const gains: number[] = []
  for (let feature = 0; feature < FEATURE_COUNT; feature++) {
    const at = number[feature] ?? -1
    if (at >= 0) {
      known.forEach((rule, label) => {
        const each = gain(at, label)
        if (Math.abs(each) < LEAST_GAIN) return
        rules.push(rule)
        gains.push(each)
      })
    }
    starts[feature + 1] = rules.length
  }
  return { starts, rules: Uint16Array.from(rules), gains: Float32Array.from(gains) }
}
