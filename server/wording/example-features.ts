import { SENTENCE_END } from './character-table.ts'
import type { Normalised } from './normalise.ts'

/** Hashed n-grams: 2^18 places, few enough collisions for some 200,000 distinct n-grams. */
export const FEATURE_BITS = 18
const MASK = 2 ** FEATURE_BITS - 1
/** Stands for the edge of a segment. */
export const EDGE = 2
export const LONGEST_GRAM = 3

/** One n-gram of a segment: `from` and `size` are normalised positions; edges of the segment count as a character. */
export interface Gram {
  readonly feature: number
  readonly from: number
  readonly size: number
}

/** The hash of an n-gram, grown by one unit at a time. */
export const FIRST_HASH = 0x811c9dc5
export const grown = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193) ^ (hash >>> 13)
export const featureOf = (hash: number): number => (Math.imul(hash, 0x9e3779b1) >>> (32 - FEATURE_BITS)) & MASK

/** All 1- to 3-grams of the units [from, to). */
export function gramsOf(units: readonly number[], from: number, to: number): Gram[] {
  const grams: Gram[] = []
  for (let start = from - 1; start <= to; start++) {
    let hash = FIRST_HASH
    for (let size = 1; size <= LONGEST_GRAM && start + size <= to + 1; size++) {
      const at = start + size - 1
      hash = grown(hash, at < from || at >= to ? EDGE : (units[at] ?? 0))
      if (size > 1 || (at >= from && at < to)) grams.push({ feature: featureOf(hash), from: start, size })
    }
  }
  return grams
}

/** A stretch of a text that is judged by itself. */
export interface Segment {
  readonly from: number
  readonly to: number
}
const SHORTEST = 4
const LONGEST = 22
const WINDOW = 18

/** A sentence longer than this is judged in parts. */
const LONGEST_CHUNK = 60

/** The sentences of a text, very long ones in overlapping parts, as pairs of places written into `into`; returns the number of pairs. */
export function chunksOf({ pauses, length }: Normalised, into: number[]): number {
  let count = 0
  let from = 0
  for (let position = 1; position <= length; position++) {
    if (position < length && ((pauses[position] ?? 0) & SENTENCE_END) === 0) continue
    if (position - from < SHORTEST && position < length) continue
    if (position - from < SHORTEST && from > 0) break
    count = windows(from, position, position - from <= LONGEST_CHUNK ? position - from : LONGEST_CHUNK, into, count)
    from = position
  }
  return count
}

/** Cuts a sentence at its pauses; stretches too short join the next, stretches too long are seen through a sliding window. Writes as `chunksOf`. */
export function segmentsOf({ pauses }: Normalised, first: number, last: number, into: number[]): number {
  let count = 0
  let from = first
  for (let position = first + 1; position <= last; position++) {
    if (position < last && (pauses[position] ?? 0) === 0) continue
    if (position - from < SHORTEST && position !== last) continue
    if (position - from < SHORTEST && from > first) break
    count = windows(from, position, position - from <= LONGEST ? position - from : WINDOW, into, count)
    from = position
  }
  return count
}

/** Stretches of `size` that overlap by half and cover [from, to). */
function windows(from: number, to: number, size: number, into: number[], before: number): number {
  let count = before
  for (let start = from; start < to; start += size / 2) {
    into[count * 2] = start
    into[count * 2 + 1] = Math.min(to, start + size)
    count += 1
    if (start + size >= to) break
  }
  return count
}
