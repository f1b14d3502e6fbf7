import { chunksOf, EDGE, featureOf, FIRST_HASH, grown, segmentsOf, type Segment } from './example-features.ts'
import type { LogisticModel } from './logistic-model.ts'
import type { Normalised } from './normalise.ts'

/**
 * How surely a sentence of a text is a fault, whichever rule's. The more sentences a text has, the surer each must be (less the
 * logarithm of their number). `clause`: the worst clause of it.
 */
export interface Judged {
  readonly odds: number
  readonly clause: Segment
  readonly sentence: Segment
}

/** The longest text that is judged, in normalised units. */
export const LONGEST_JUDGED = 2000

const START_EDGE = grown(FIRST_HASH, EDGE)
/** Sums of the weights of all n-grams of one to three units that begin before a place, and the hashes of those that begin there. */
const sums = [1, 2, 3].map(() => new Float64Array(LONGEST_JUDGED + 1)) as [Float64Array, Float64Array, Float64Array]
const hashes = [1, 2].map(() => new Int32Array(LONGEST_JUDGED)) as [Int32Array, Int32Array]
const chunks: number[] = []
const segments: number[] = []

/** How surely each sentence of the last text judged is a fault: the sentence as a whole and its worst clause, added up. Storage is used again and again. */
export class Judgements {
  count = 0
  /** How surely the likeliest fault is one. */
  highest = Number.NEGATIVE_INFINITY
  private readonly odds: number[] = []
  /** Four entries a sentence: its beginning and end, and those of its worst clause. */
  private readonly places: number[] = []

  at(index: number): Judged {
    const [from = 0, to = 0, first = 0, last = 0] = this.places.slice(index * 4, index * 4 + 4)
    return { odds: (this.odds[index] ?? 0) - Math.log(this.count), sentence: { from, to }, clause: { from: first, to: last } }
  }

  /** True when the sentence in which the place `to` lies, its end included, was given less than `odds`. */
  isBelow(odds: number, to: number): boolean {
    for (let index = 0; index < this.count; index++) {
      if ((this.places[index * 4] ?? 0) < to && to <= (this.places[index * 4 + 1] ?? 0) && (this.odds[index] ?? 0) < odds) return true
    }
    return false
  }

  /** Nothing is said of any sentence. */
  clear(): void {
    this.count = 0
    this.highest = Number.NEGATIVE_INFINITY
  }

  /** Judges every sentence; a text longer than LONGEST_JUDGED is not judged. Allocates nothing, linear in the text. */
  judge({ weights, bias }: LogisticModel, text: Normalised): void {
    this.clear()
    if (text.length > LONGEST_JUDGED) return
    sumUp(weights, text)
    const count = chunksOf(text, chunks)
    for (let chunk = 0; chunk < count; chunk++) {
      const from = chunks[chunk * 2] ?? 0
      const to = chunks[chunk * 2 + 1] ?? 0
      let worst = Number.NEGATIVE_INFINITY
      let place = 0
      const parts = segmentsOf(text, from, to, segments)
      for (let part = 0; part < parts; part++) {
        const odds = weighted(weights, text, segments[part * 2] ?? 0, segments[part * 2 + 1] ?? 0)
        if (odds <= worst) continue
        worst = odds
        place = part * 2
      }
      const odds = bias * 2 + worst + weighted(weights, text, from, to)
      this.odds[chunk] = odds
      this.places[chunk * 4] = from
      this.places[chunk * 4 + 1] = to
      this.places[chunk * 4 + 2] = segments[place] ?? 0
      this.places[chunk * 4 + 3] = segments[place + 1] ?? 0
      this.highest = Math.max(this.highest, odds)
    }
    this.count = count
    if (count > 1) this.highest -= Math.log(count)
  }
}

function sumUp(weights: Float32Array, { units, length }: Normalised): void {
  const [one, two, three] = sums
  for (let at = 0; at < length; at++) {
    const single = grown(FIRST_HASH, units[at] ?? 0)
    const pair = grown(single, units[at + 1] ?? 0)
    hashes[0][at] = single
    hashes[1][at] = pair
    one[at + 1] = (one[at] ?? 0) + (weights[featureOf(single)] ?? 0)
    two[at + 1] = (two[at] ?? 0) + (weights[featureOf(pair)] ?? 0)
    three[at + 1] = (three[at] ?? 0) + (weights[featureOf(grown(pair, units[at + 2] ?? 0))] ?? 0)
  }
}

const weightOf = (weights: Float32Array, hash: number): number => weights[featureOf(hash)] ?? 0

/** The sum of the weights of the n-grams of a stretch, its edges counted as a character, scaled to unit length. */
function weighted(weights: Float32Array, { units }: Normalised, from: number, to: number): number {
  const [one, two, three] = sums
  const length = to - from
  const first = grown(START_EDGE, units[from] ?? 0)
  let sum = (one[to] ?? 0) - (one[from] ?? 0) + weightOf(weights, first) + weightOf(weights, grown(hashes[0][to - 1] ?? 0, EDGE))
  if (length === 1) return (sum + weightOf(weights, grown(first, EDGE))) / 2
  sum += (two[to - 1] ?? 0) - (two[from] ?? 0) + weightOf(weights, grown(first, units[from + 1] ?? 0)) + weightOf(weights, grown(hashes[1][to - 2] ?? 0, EDGE))
  if (length > 2) sum += (three[to - 2] ?? 0) - (three[from] ?? 0)
  return sum / Math.sqrt(length * 3 + 1)
}
