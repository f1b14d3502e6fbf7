import { loadLibrary } from '../library/load-library.ts'
import { libraryRoot } from '../library/root.ts'
import { compileRules } from '../wording/compile-rules.ts'
import { labelledSet } from './labelled-set.ts'
import { type Accuracy, measureAccuracy } from './wording-accuracy.ts'
import { type CrossValidation, crossValidate } from './wording-thresholds.ts'
import { benchWordingSpeed, type WordingSpeed } from './wording.ts'

export interface WordingBench {
  readonly rules: number
  readonly compileMs: number
  /** On the half that rules may be built with, and on the half kept for measuring alone. */
  readonly build: readonly Accuracy[]
  readonly measure: readonly Accuracy[]
  readonly thresholds: CrossValidation
  readonly speed: WordingSpeed
}

/** Accuracy of the library's rules on the labelled set, the thresholds that cross-validation would choose, and their speed beside other matchers. */
export function benchWording(): WordingBench {
  const { ruleFiles, wordSets } = loadLibrary(libraryRoot)
  const started = performance.now()
  const rules = compileRules(ruleFiles, wordSets)
  const compileMs = performance.now() - started
  const measured = labelledSet('measure')
  return {
    rules: rules.rules.length,
    compileMs,
    build: measureAccuracy(rules, labelledSet('build')),
    measure: measureAccuracy(rules, measured),
    thresholds: crossValidate(
      rules.rules.map(({ definition }) => definition),
      wordSets.harmless,
    ),
    speed: benchWordingSpeed(rules, wordSets, measured.map(({ text }) => text)),
  }
}
