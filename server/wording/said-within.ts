import { normalise } from './normalise.ts'
import { compilePattern, matchPattern, type Pattern, type WordSets } from './pattern.ts'
import type { SaidWithin } from './rule-types.ts'
import type { Speaker, Turn } from './types.ts'
import { WordingError } from './wording-error.ts'

/** Compiles the patterns of one field; a fault is thrown with the field and its place in the list. */
export function compileAll(sources: readonly string[] | undefined, sets: WordSets, rule: string | null, field: string): Pattern[] {
  return (sources ?? []).map((source, index) => {
    try {
      return compilePattern(source, sets)
    } catch (error) {
      throw error instanceof WordingError ? error.at(rule, `${field}[${index}]`) : error
    }
  })
}

/** A compiled `unless_within`, `after_caller` …; one pattern is enough, in the last `turns` turns of the speaker. */
export interface SaidCondition {
  readonly speaker: Speaker
  readonly turns: number
  readonly any: readonly Pattern[]
}

export function compileSaid(said: SaidWithin | undefined, speaker: Speaker, sets: WordSets, rule: string, field: string): SaidCondition | null {
  return said === undefined ? null : { speaker, turns: said.turns, any: compileAll(said.any, sets, rule, `${field}.any`) }
}

/** True when one of the speaker's last `turns` turns of the history matches. */
export function wasSaid(condition: SaidCondition, history: readonly Turn[]): boolean {
  let left = condition.turns
  for (let index = history.length - 1; index >= 0 && left > 0; index--) {
    const turn = history[index]
    if (turn === undefined || turn.speaker !== condition.speaker) continue
    left -= 1
    const normalised = normalise(turn.text)
    if (condition.any.some((pattern) => matchPattern(pattern, normalised) !== null)) return true
  }
  return false
}

