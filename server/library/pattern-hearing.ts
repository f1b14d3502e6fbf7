import { normalise } from '../wording/normalise.ts'
import { compilePattern, findPattern } from '../wording/pattern.ts'
import { WordingError } from '../wording/wording-error.ts'
import type { Label } from '../protocol.ts'
import type { Hears } from './check-flows.ts'

/** Hears key points with the wording engine's patterns. A faulty pattern hears nothing; {@link patternFault} says why. */
export function patternHearing(): Hears {
  return (patterns, sentence) => {
    const normalised = normalise(sentence)
    return patterns.some((source) => patternFault(source) === null && findPattern(compilePattern(source), normalised) !== null)
  }
}

/** What is wrong with a pattern, as a sentence; null when it compiles. */
export function patternFault(source: string): Label | null {
  try {
    compilePattern(source)
    return null
  } catch (error) {
    if (error instanceof WordingError) return { zh: error.zh, en: error.message }
    throw error
  }
}
