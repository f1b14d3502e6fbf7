import { originalSpan, type Normalised } from './normalise.ts'
import { matchIn } from './pattern-matcher.ts'
import { PatternParser, type WordSets } from './pattern-parser.ts'
import { anchorOf, type Anchor } from './pattern-anchor.ts'
import { canBeEmpty, longestMatch, type PatternNode } from './pattern-tree.ts'
import type { Span } from './types.ts'
import { WordingError } from './wording-error.ts'

export type { WordSets } from './pattern-parser.ts'

/** A compiled pattern. `longest`: the most normalised characters a match spans. */
export interface Pattern {
  readonly source: string
  readonly node: PatternNode
  readonly anchor: Anchor
  readonly longest: number
}
/** A match in normalised positions, end exclusive. */
export interface NormalisedMatch {
  readonly from: number
  readonly to: number
}

/**
 * Compiles a pattern:
 *
 *     不归我们管        these characters (normalised: 1 is 一, 這 is 这, fillers are nothing; 你 also hears 您)
 *     (a|b|c)  (a)?  个? one of; perhaps; perhaps this one character
 *     a..8b             at most 8 characters between, within one sentence
 *     #天               any number: 3天, 三天, 十几天, 几天, 两天半
 *     {部门}            any word of a shared word set
 *     ^a  a$            at the start, at the end of the utterance
 *     <a & b>~12        both, in any order, within 12 characters from the first to the last
 *
 * Throws a WordingError with the position of the fault.
 */
export function compilePattern(source: string, sets: WordSets = {}): Pattern {
  const node = new PatternParser(source, sets).parse()
  const anchor = anchorOf(node)
  if (canBeEmpty(node) || anchor === null) {
    throw new WordingError(`"${source}" has no characters that must be said; add some`, `“${source}”里没有非说不可的字；加上几个`, source, { position: 0 })
  }
  return { source, node, anchor, longest: longestMatch(node) }
}

/** The first match of the pattern in the normalised text from position `from` on, in normalised positions; null when there is none. */
export function matchPattern(pattern: Pattern, normalised: Normalised, from = 0): NormalisedMatch | null {
  const window = pattern.longest + SLICE
  for (let start = from; start < normalised.length; start += SLICE) {
    const match = matchIn(pattern.node, normalised, pattern.longest, start, Math.min(normalised.length, start + window))
    if (match !== null) return match
  }
  return null
}
/** Long texts are searched a slice at a time, so that the position sets stay small. */
const SLICE = 512

/** The first stretch of the original text that the pattern matches, in UTF-16 offsets, or null. Linear in the text. */
export function findPattern(pattern: Pattern, normalised: Normalised): Span | null {
  const match = matchPattern(pattern, normalised)
  return match === null ? null : originalSpan(normalised, match.from, match.to)
}

/** Every match, left to right, none overlapping. */
export function findPatterns(pattern: Pattern, normalised: Normalised): Span[] {
  const spans: Span[] = []
  for (let match = matchPattern(pattern, normalised); match !== null; match = matchPattern(pattern, normalised, match.to)) {
    spans.push(originalSpan(normalised, match.from, match.to))
  }
  return spans
}
