import { normalise } from './normalise.ts'
import { compilePattern, findPattern, type Pattern } from './pattern.ts'
import type { Span } from './types.ts'

/** A key point that the agent should make: one of the patterns is enough. */
export interface PointDefinition {
  readonly id: string
  readonly patterns: readonly string[]
}
export interface Point {
  readonly id: string
  readonly patterns: readonly Pattern[]
}
/** A key point heard, with the words that counted. */
export interface HeardPoint extends Span {
  readonly point: string
}

/** Compiles key points. Throws a WordingError naming the pattern and the position of its fault. */
export const compilePoints = (definitions: readonly PointDefinition[]): readonly Point[] =>
  definitions.map(({ id, patterns }) => ({ id, patterns: patterns.map((source) => compilePattern(source)) }))

/** The key points made in one utterance, in any order; the longest wording counts. */
export function hearPoints(points: readonly Point[], text: string): readonly HeardPoint[] {
  const normalised = normalise(text)
  return points.flatMap(({ id, patterns }) => {
    const spans = patterns.flatMap((pattern) => findPattern(pattern, normalised) ?? [])
    const [first, ...rest] = spans
    if (first === undefined) return []
    const best = rest.reduce((longest, each) => (each.end - each.start > longest.end - longest.start ? each : longest), first)
    return [{ point: id, ...best }]
  })
}
