import { type Normalised, normalise } from './normalise.ts'
import { PatternIndex, type PossiblePatterns } from './pattern-index.ts'
import { compilePattern, findPatterns, type Pattern, type WordSets } from './pattern.ts'
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
/** Cues ready to be heard. `index` tells in one pass which patterns are worth a look at all. */
export interface CueSet {
  readonly cues: readonly CompiledCue[]
  readonly index: PatternIndex
}
/** A cue heard, with the words that gave it. */
export interface HeardCue extends Span {
  readonly cue: string
  readonly match: string
  readonly anger: number
}

/** Compiles cues. Throws a WordingError naming the pattern and the position of its fault. */
export function compileCues(definitions: readonly CueDefinition[], sets: WordSets = {}): CueSet {
  const cues = definitions.map(({ id, patterns, unless = [], anger = 0 }) => ({
    id,
    patterns: patterns.map((source) => compilePattern(source, sets)),
    unless: unless.map((source) => compilePattern(source, sets)),
    anger,
  }))
  return { cues, index: new PatternIndex(cues.flatMap(({ patterns }) => patterns)) }
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The cues in one caller utterance, in the order of the set, each once. A hit inside an `unless` context does not count. */
export function hearCues(set: CueSet, text: string): readonly HeardCue[] {
  const normalised = normalise(text)
  const possible = set.index.possible(normalised)
  if (possible.size === 0) return noCues
  const heard: HeardCue[] = []
  for (const cue of set.cues) {
    const span = cueIn(cue, possible, normalised)
    if (span !== null) heard.push({ cue: cue.id, match: text.slice(span.start, span.end), anger: cue.anger, ...span })
  }
  return heard
}
const noCues: readonly HeardCue[] = []

function cueIn({ patterns, unless }: CompiledCue, possible: PossiblePatterns, normalised: Normalised): Span | null {
  let harmless: readonly Span[] | null = null
  for (const pattern of patterns) {
    if (!possible.has(pattern)) continue
    const spans = findPatterns(pattern, normalised)
    if (spans.length === 0) continue
    harmless ??= unless.flatMap((each) => findPatterns(each, normalised))
    const span = spans.find((each) => !harmless?.some((safe) => overlaps(safe, each)))
    if (span !== undefined) return span
  }
  return null
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
