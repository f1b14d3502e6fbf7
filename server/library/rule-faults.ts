import { compileRules } from '../wording/compile-rules.ts'
import type { WordSetFile } from '../wording/rule-types.ts'
import { WordingError } from '../wording/wording-error.ts'
import type { Fault } from './fault.ts'
import type { RuleSource } from './rule-examples.ts'
import { lineOf, type YamlFile } from './yaml-file.ts'

/** Faults of the wording rules beyond their schema, each with its line: of every file alone, or else of the files together. */
export function ruleFaults(rules: readonly RuleSource[], sets: readonly YamlFile[], wordSets: WordSetFile): readonly Fault[] {
  const together = compileFault(rules, sets, wordSets)
  if (together.length === 0) return []
  const alone = rules.flatMap((source) => compileFault([source], sets, wordSets))
  return alone.length > 0 ? alone : together
}

function compileFault(sources: readonly RuleSource[], sets: readonly YamlFile[], wordSets: WordSetFile): readonly Fault[] {
  try {
    compileRules(sources.map(({ rules }) => rules), wordSets, null)
    return []
  } catch (error) {
    if (!(error instanceof WordingError)) throw error
    return [place(error, sources, sets)]
  }
}

function place(error: WordingError, sources: readonly RuleSource[], sets: readonly YamlFile[]): Fault {
  for (const source of sources) {
    const index = source.rules.rules.findLastIndex(({ id }) => id === error.rule)
    if (index < 0) continue
    const path = ['rules', index, ...(error.field === null ? [] : error.field.split('.'))]
    return { file: source.file, line: lineOf(source, path), message: error.message, zh: error.zh }
  }
  const [source = sets[0]] = sources.length === 1 ? sources : sets
  return { file: source?.file ?? 'wording', line: 1, message: error.message, zh: error.zh }
}
