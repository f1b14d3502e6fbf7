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

/** All 1- to 3-grams of the units [from, to), each feature once. */
export function gramsOf(units: readonly number[], from: number, to: number): Gram[] {
  const grams: Gram[] = []
  const seen = new Set<number>()
  for (let start = from - 1; start <= to; start++) {
    let hash = 0x811c9dc5
    for (let size = 1; size <= LONGEST_GRAM && start + size <= to + 1; size++) {
      const at = start + size - 1
      const unit = at < from || at >= to ? EDGE : (units[at] ?? 0)
      hash = Math.imul(hash ^ unit, 0x01000193) ^ (hash >>> 13)
      if (size === 1 && unit === EDGE) continue
      const feature = (Math.imul(hash, 0x9e3779b1) >>> (32 - FEATURE_BITS)) & MASK
      if (seen.has(feature)) continue
      seen.add(feature)
      grams.push({ feature, from: start, size })
    }
  }
  return grams
}

/** A stretch of a text that is judged by itself. */
export interface Segment {
  readonly from: number
  readonly to: number
}
const SHORTEST = 3
const LONGEST = 22
const WINDOW = 18

/** Cuts a text at its pauses; stretches too short join the one before, stretches too long are seen through a sliding window. */
export function segmentsOf({ pauses, length }: Normalised): Segment[] {
  const cuts: number[] = []
  for (let position = 1; position < length; position++) if ((pauses[position] ?? 0) !== 0) cuts.push(position)
  cuts.push(length)
  const segments: Segment[] = []
  let from = 0
  for (const cut of cuts) {
    if (cut - from < SHORTEST && cut !== length) continue
    if (cut - from <= LONGEST) segments.push({ from, to: cut })
    else for (let start = from; start < cut; start += WINDOW / 2) {
      segments.push({ from: start, to: Math.min(cut, start + WINDOW) })
      if (start + WINDOW >= cut) break
    }
    from = cut
  }
  return segments
}
