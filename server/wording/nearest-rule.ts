import { EDGE, FEATURE_BITS, featureOf, FIRST_HASH, grown, LONGEST_GRAM, type Segment } from './example-features.ts'

/**
 * Which rule a fault breaks: a linear model over the character 1- to 3-grams of the sentence, its edges included. By hashed n-gram,
 * the rules that it speaks for or against, end to end: those of `f` are from `starts[f]` to `starts[f + 1]`.
 */
export interface NearestRule {
  readonly starts: Int32Array
  readonly rules: Uint16Array
  readonly gains: Float32Array
  /** Numbers of the rules that have examples, ascending. */
  readonly known: Uint16Array
  /** What was last said for each rule by its number: logarithms of odds, but for what all rules share. */
  readonly scores: Float32Array
}

export const FEATURE_COUNT = 2 ** FEATURE_BITS

const YOU = '你'.charCodeAt(0)
const POLITE_YOU = '您'.charCodeAt(0)
const seen = new Uint32Array(FEATURE_COUNT)
let text = 0

/** Every n-gram of a stretch with its size and place, each once; 您 counts as 你. `edges`: the edges of the stretch count as a character. */
export function eachGram(units: ArrayLike<number>, from: number, to: number, edges: boolean, use: (feature: number, size: number, at: number) => void): void {
  text = (text + 1) % 2 ** 32
  const [first, last] = edges ? [from - 1, to] : [from, to - 1]
  for (let start = first; start <= last; start++) {
    let hash = FIRST_HASH
    for (let at = start; at <= last && at < start + LONGEST_GRAM; at++) {
      const unit = at < from || at >= to ? EDGE : (units[at] ?? 0)
      hash = grown(hash, unit === POLITE_YOU ? YOU : unit)
      if (at === start && unit === EDGE) continue
      const feature = featureOf(hash)
      if (seen[feature] === text) continue
      seen[feature] = text
      use(feature, at - start + 1, start)
    }
  }
}

/** A rule by its number, and what speaks for it: the difference of two is the logarithm of how much likelier one is. */
export interface Near {
  readonly rule: number
  readonly score: number
}

/** How much the clause that is most surely a fault counts beside its whole sentence. */
const CLAUSE_SHARE = 0.15

/** Writes into `scores` what a sentence says for each rule, and its worst clause once more; each scaled to unit length, as the sentences learnt from are. */
export function scoreRules({ starts, rules, gains, scores }: NearestRule, units: readonly number[], sentence: Segment, clause: Segment): void {
  scores.fill(0)
  const ofSentence = (1 - CLAUSE_SHARE) * scaleOf(sentence)
  const ofClause = CLAUSE_SHARE * scaleOf(clause)
  eachGram(units, sentence.from, sentence.to, true, (feature, size, at) => {
    const share = at < clause.from - 1 || at + size > clause.to + 1 ? ofSentence : ofSentence + ofClause
    const last = starts[feature + 1] ?? 0
    for (let index = starts[feature] ?? 0; index < last; index++) {
      const rule = rules[index] ?? 0
      scores[rule] = (scores[rule] ?? 0) + share * (gains[index] ?? 0)
    }
  })
}

const scaleOf = ({ from, to }: Segment): number => 1 / Math.sqrt((to - from) * LONGEST_GRAM + 1)

/** The rules nearest to the sentence scored last, nearest first, at most `most`. */
export function nearestRules({ known, scores }: NearestRule, most: number): readonly Near[] {
  const nearest: Near[] = []
  for (const rule of known) {
    const score = scores[rule] ?? 0
    if (nearest.length === most && score <= (nearest[most - 1]?.score ?? 0)) continue
    let place = nearest.length
    while (place > 0 && (nearest[place - 1]?.score ?? 0) < score) place -= 1
    nearest.splice(place, 0, { rule, score })
    if (nearest.length > most) nearest.pop()
  }
  return nearest
}
