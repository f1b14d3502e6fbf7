import { normalise } from './normalise.ts'
import { compilePattern, findPattern, findPatterns, type Pattern, type WordSets } from './pattern.ts'
import type { Span } from './types.ts'

/** What is listened for in the caller's speech. */
export interface CueDefinition {
  readonly id: string
  readonly patterns: readonly string[]
  readonly unless?: readonly string[] | undefined
  /** How far the cue raises (or, negative, lowers) the level of anger, −1 to 1. */
  readonly anger?: number | undefined
}
interface CompiledCue {
  readonly id: string
  readonly patterns: readonly Pattern[]
  readonly unless: readonly Pattern[]
  readonly anger: number
}
export type CueSet = readonly CompiledCue[]
/** A cue heard, with the words that gave it. */
export interface HeardCue extends Span {
  readonly cue: string
  readonly match: string
  readonly anger: number
}

/** Compiles cues. Throws a WordingError naming the pattern and the position of its fault. */
export const compileCues = (definitions: readonly CueDefinition[], sets: WordSets = {}): CueSet =>
  definitions.map(({ id, patterns, unless = [], anger = 0 }) => ({
    id,
    patterns: patterns.map((source) => compilePattern(source, sets)),
    unless: unless.map((source) => compilePattern(source, sets)),
    anger,
  }))

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The cues in one caller utterance, in the order of the set, each once. A hit inside an `unless` context does not count. */
export function hearCues(cues: CueSet, text: string): readonly HeardCue[] {
  const normalised = normalise(text)
  return cues.flatMap(({ id, patterns, unless, anger }) => {
    const harmless = unless.flatMap((pattern) => findPattern(pattern, normalised) ?? [])
    for (const pattern of patterns) {
      const span = findPatterns(pattern, normalised).find((each) => !harmless.some((safe) => overlaps(safe, each)))
      if (span !== undefined) return [{ cue: id, match: text.slice(span.start, span.end), anger, ...span }]
    }
    return []
  })
}

/** Share of the anger that is left after a caller turn without a new sign of it. */
const fading = 0.72

/**
 * The level of anger, 0 to 1, after one more caller turn: it fades from turn to turn, each sign of anger closes part of
 * the gap to 1, a sign of relief takes it down.
 */
export function angerAfter(level: number, heard: readonly Pick<HeardCue, 'anger'>[], text: string): number {
  const rising = heard.filter(({ anger }) => anger > 0).reduce((calm, { anger }) => calm * (1 - anger), 1)
  const falling = heard.filter(({ anger }) => anger < 0).reduce((share, { anger }) => share * (1 + anger), 1)
  const shouting = /[!！]|[?？]{2}/u.test(text) ? 0.9 : 1
  const faded = level * (rising === 1 ? fading : 1) * falling
  return Math.min(1, Math.max(0, 1 - (1 - faded) * rising * (rising < 1 ? shouting : 1)))
}
