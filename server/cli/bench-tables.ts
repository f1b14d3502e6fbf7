import type { Accuracy, Share } from '../bench/wording-accuracy.ts'
import type { CrossValidation, Spread } from '../bench/wording-thresholds.ts'
import type { WordingBench } from '../bench/wording-bench.ts'
import type { Price, WordingSpeed } from '../bench/wording.ts'

const figure = ({ share, low, high, of }: Share): string => `${share.toFixed(3)} (${low.toFixed(2)}–${high.toFixed(2)}, ${String(of)})`.padEnd(26)
const micros = ({ name, median, fastest, slowest }: Price): string =>
  `  ${(median / 1000).toFixed(2).padStart(9)} µs  (${(fastest / 1000).toFixed(2)}–${(slowest / 1000).toFixed(2)})  ${name}`

const accuracyLines = (title: string, rows: readonly Accuracy[]): readonly string[] => [
  '',
  title,
  `  ${'precision (95 %, n)'.padEnd(26)} ${'recall (95 %, n)'.padEnd(26)} F1     of`,
  ...rows.map(({ name, precision, recall, f1 }) => `  ${figure(precision)} ${figure(recall)} ${f1.toFixed(3)}  ${name}`),
]

/** Precision, recall and F1 by severity and category on both halves of the labelled set. */
export const accuracyTables = ({ rules, compileMs, build, measure }: WordingBench): readonly string[] => [
  `${String(rules)} rules, compiled and trained in ${compileMs.toFixed(0)} ms`,
  ...accuracyLines('Labelled set, half for building', build),
  ...accuracyLines('Labelled set, half for measuring only', measure),
]

const ofFolds = ({ mean, low, high }: Spread): string => `${mean.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`.padEnd(24)

/** What the example model's thresholds give on sentences that a fold has not learned from, and which thresholds each fold would choose. */
export const thresholdTables = ({ folds, sentences, rows, choices }: CrossValidation): readonly string[] => [
  '',
  `Thresholds of the example model, ${String(folds)}-fold cross-validation over ${String(sentences)} own sentences: mean (lowest–highest fold)`,
  `  odds  ${'precision'.padEnd(24)} ${'recall'.padEnd(24)}`,
  ...rows.map(({ odds, precision, recall }) => `  ${odds.toFixed(1).padStart(4)}  ${ofFolds(precision)} ${ofFolds(recall)}`),
  ...choices.map(({ name, inForce, chosen, why }) => `  ${name}: ${inForce.toFixed(1)} in force; the folds choose ${chosen.mean.toFixed(1)} (${chosen.low.toFixed(1)} to ${chosen.high.toFixed(1)}): ${why}`),
]

/** The price of an utterance beside other matchers, of the library's rules part by part, and how it grows with hostile texts. */
export const speedTables = ({ scales, library, growth }: WordingSpeed): readonly string[] => [
  ...scales.flatMap(({ rules, compileMs, prices }) => ['', `${String(rules)} plain rules, compiled in ${compileMs.toFixed(0)} ms; an utterance costs`, ...prices.map(micros)]),
  '',
  `The library: ${String(library.rules)} rules, ${String(library.checks)} checks; an utterance costs`,
  ...library.prices.map(micros),
  '',
  'Hostile texts of 5,000 and 20,000 characters (linear: 4 times)',
  ...growth.map(({ text, short, long }) => `  ${short.toFixed(2).padStart(8)} ms ${long.toFixed(2).padStart(8)} ms  ×${(long / short).toFixed(1)}  ${text}`),
]
