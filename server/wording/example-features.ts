import { SENTENCE_END } from './character-table.ts'
import type { Normalised } from './normalise.ts'

/** Hashed n-grams: 2^17 places, few enough collisions for some 100,000 distinct n-grams. */
export const FEATURE_BITS = 17
const MASK = 2 ** FEATURE_BITS - 1
const EDGE = 2
export const LONGEST_GRAM = 3

/** One n-gram of a segment: `from` and `size` are normalised positions; edges of the segment count as a character. */
export interface Gram {
  readonly feature: number
  readonly from: number
  readonly size: number
}

/** The hash of an n-gram, grown by one unit at a time. */
const FIRST_HASH = 0x811c9dc5
const grown = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193) ^ (hash >>> 13)
const featureOf = (hash: number): number => (Math.imul(hash, 0x9e3779b1) >>> (32 - FEATURE_BITS)) & MASK

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

/** The sum of the weights of the same n-grams, scaled to unit length, without making them: it runs on every clause heard. */
export function weighted(weights: Float64Array, units: readonly number[], from: number, to: number): number {
  let sum = 0
  let count = 0
  for (let start = from - 1; start <= to; start++) {
    let hash = FIRST_HASH
    for (let size = 1; size <= LONGEST_GRAM && start + size <= to + 1; size++) {
      const at = start + size - 1
      const inside = at >= from && at < to
      hash = grown(hash, inside ? (units[at] ?? 0) : EDGE)
      if (size === 1 && !inside) continue
      sum += weights[featureOf(hash)] ?? 0
      count += 1
    }
  }
  return count === 0 ? 0 : sum / Math.sqrt(count)
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

/** The sentences of a text; very long ones in overlapping parts. */
export function chunksOf({ pauses, length }: Normalised): Segment[] {
  const chunks: Segment[] = []
  let from = 0
  for (let position = 1; position <= length; position++) {
    if (position < length && ((pauses[position] ?? 0) & SENTENCE_END) === 0) continue
    if (position - from < SHORTEST && position < length) continue
    if (position - from < SHORTEST && from > 0) break
    for (let start = from; start < position; start += LONGEST_CHUNK / 2) {
      chunks.push({ from: start, to: Math.min(position, start + LONGEST_CHUNK) })
      if (start + LONGEST_CHUNK >= position) break
    }
    from = position
  }
  return chunks
}

/** Cuts a sentence at its pauses; stretches too short join the next, stretches too long are seen through a sliding window. */
export function segmentsOf({ pauses }: Normalised, { from: first, to: last }: Segment): Segment[] {
  const cuts: number[] = []
  for (let position = first + 1; position < last; position++) if ((pauses[position] ?? 0) !== 0) cuts.push(position)
  cuts.push(last)
  const segments: Segment[] = []
  let from = first
  for (const cut of cuts) {
    if (cut - from < SHORTEST && cut !== last) continue
    if (cut - from < SHORTEST && from > first) break
    if (cut - from <= LONGEST) segments.push({ from, to: cut })
    else for (let start = from; start < cut; start += WINDOW / 2) {
      segments.push({ from: start, to: Math.min(cut, start + WINDOW) })
      if (start + WINDOW >= cut) break
    }
    from = cut
  }
  return segments
}
