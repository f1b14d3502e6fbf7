import { normalise } from '../wording/normalise.ts'
import { Judgements } from '../wording/example-judge.ts'
import { exampleThresholds, type LabelledSentence, labelledSentences, trainFaults } from '../wording/example-model.ts'
import type { RuleDefinition } from '../wording/rule-types.ts'

/** What one fold's model gives the sentences it has not seen: odds of faults and of harmless sentences, ascending. */
interface FoldOdds {
  readonly faults: readonly number[]
  readonly harmless: readonly number[]
}
/** Mean over the folds, and the lowest and highest fold. Precision and recall are 0–1. */
export interface Spread {
  readonly mean: number
  readonly low: number
  readonly high: number
}
export interface ThresholdRow {
  readonly odds: number
  readonly precision: Spread
  readonly recall: Spread
}
export interface ThresholdChoice {
  readonly name: string
  /** What is in force, and what each fold by itself would have chosen. */
  readonly inForce: number
  readonly chosen: Spread
  readonly why: string
}
export interface CrossValidation {
  readonly folds: number
  readonly sentences: number
  readonly rows: readonly ThresholdRow[]
  readonly choices: readonly ThresholdChoice[]
}

const FOLDS = 5
const grid = Array.from({ length: 25 }, (_, index) => -6 + index / 2)
/** Precision over our own examples, whose harmless half was written to look like faults, that a hint and a warning must reach. */
const HINT_PRECISION = 0.85
const WARN_PRECISION = 0.9
/** Share of faults that may be lost where likeness overrules a pattern. */
const LOST = 0.05

/** The fold of a sentence: by its text, so that the same sentence in two places is never on both sides. */
function foldOf(text: string): number {
  let hash = 7
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) >>> 0
  return hash % FOLDS
}

function oddsOfFold(sentences: readonly LabelledSentence[], fold: number): FoldOdds {
  const faults = trainFaults(sentences.filter(({ text }) => foldOf(text) !== fold))
  const judgements = new Judgements()
  const odds = (target: 0 | 1): number[] =>
    sentences
      .filter((sentence) => sentence.target === target && foldOf(sentence.text) === fold)
      .map(({ text }) => {
        judgements.judge(faults, normalise(text))
        return judgements.highest
      })
      .sort((a, b) => a - b)
  return { faults: odds(1), harmless: odds(0) }
}

const atLeast = (sorted: readonly number[], odds: number): number => sorted.filter((each) => each >= odds).length
const recallAt = ({ faults }: FoldOdds, odds: number): number => atLeast(faults, odds) / Math.max(1, faults.length)
function precisionAt({ faults, harmless }: FoldOdds, odds: number): number {
  const right = atLeast(faults, odds)
  return right / Math.max(1, right + atLeast(harmless, odds))
}

/** The least odds of the grid from which the precision is reached. */
const leastFor = (fold: FoldOdds, precision: number): number => grid.find((odds) => precisionAt(fold, odds) >= precision) ?? grid.at(-1) ?? 0
/** The highest odds of the grid below which no more than LOST of the faults lie. */
const mostFor = (fold: FoldOdds): number => grid.findLast((odds) => 1 - recallAt(fold, odds) <= LOST) ?? grid[0] ?? 0

const spread = (values: readonly number[]): Spread => ({
  mean: values.reduce((sum, value) => sum + value, 0) / values.length,
  low: Math.min(...values),
  high: Math.max(...values),
})

/**
 * Five-fold cross-validation of the example model over our own examples, counter-examples and harmless sentences: what each
 * threshold would give on sentences not learned from, and the thresholds that every fold would choose.
 */
export function crossValidate(rules: readonly RuleDefinition[], harmless: readonly string[]): CrossValidation {
  const sentences = labelledSentences(rules, harmless)
  const folds = Array.from({ length: FOLDS }, (_, fold) => oddsOfFold(sentences, fold))
  const choice = (name: keyof typeof exampleThresholds, pick: (fold: FoldOdds) => number, why: string): ThresholdChoice => ({
    name,
    inForce: exampleThresholds[name],
    chosen: spread(folds.map(pick)),
    why,
  })
  return {
    folds: FOLDS,
    sentences: sentences.length,
    rows: grid.filter((odds) => odds >= -4 && odds <= 4).map((odds) => ({
      odds,
      precision: spread(folds.map((fold) => precisionAt(fold, odds))),
      recall: spread(folds.map((fold) => recallAt(fold, odds))),
    })),
    choices: [
      choice('hint', (fold) => leastFor(fold, HINT_PRECISION), `precision ${String(HINT_PRECISION)} reached`),
      choice('warn', (fold) => leastFor(fold, WARN_PRECISION), `precision ${String(WARN_PRECISION)} reached`),
      choice('lookAlike', mostFor, `at most ${String(LOST * 100)} % of the faults below`),
    ],
  }
}
