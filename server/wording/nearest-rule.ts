import { buildBm25 } from './bm25.ts'
import { FEATURE_BITS, featureOf, FIRST_HASH, grown, LONGEST_GRAM } from './example-features.ts'
import { normalise } from './normalise.ts'

/**
 * Which rule's examples a sentence is most like: BM25 over character 1- to 3-grams, one document a rule. By hashed n-gram, the
 * rules that have it and what it says for them, end to end: those of `f` are from `starts[f]` to `starts[f + 1]`.
 */
export interface NearestRule {
  readonly starts: Int32Array
  readonly rules: Uint16Array
  readonly gains: Float32Array
  readonly scores: Float32Array
}

const FEATURES = 2 ** FEATURE_BITS

/** `examples[n]`: the examples of rule number n; a rule without any is never the nearest. */
export function indexRules(examples: readonly (readonly string[])[]): NearestRule {
  const index = buildBm25(
    examples.map((sentences) => {
      const counts = new Map<number, number>()
      for (const sentence of sentences) {
        const { units, length } = normalise(sentence)
        eachFeature(units, 0, length, (feature) => counts.set(feature, (counts.get(feature) ?? 0) + 1))
      }
      return counts
    }),
  )
  const starts = new Int32Array(FEATURES + 1)
  for (const [feature, number] of index.terms) starts[feature + 1] = (index.starts[number + 1] ?? 0) - (index.starts[number] ?? 0)
  for (let feature = 0; feature < FEATURES; feature++) starts[feature + 1] = (starts[feature + 1] ?? 0) + (starts[feature] ?? 0)
  const rules = new Uint16Array(index.holders.length)
  const gains = new Float32Array(index.holders.length)
  for (const [feature, number] of index.terms) {
    const from = index.starts[number] ?? 0
    const to = index.starts[number + 1] ?? 0
    rules.set(index.holders.subarray(from, to), starts[feature] ?? 0)
    gains.set(index.gains.subarray(from, to), starts[feature] ?? 0)
  }
  return { starts, rules, gains, scores: new Float32Array(examples.length) }
}

const YOU = '你'.charCodeAt(0)
const POLITE_YOU = '您'.charCodeAt(0)
const seen = new Uint32Array(FEATURES)
let text = 0

/** Every n-gram of a stretch, each once; 您 counts as 你. */
function eachFeature(units: readonly number[], from: number, to: number, use: (feature: number) => void): void {
  text = (text + 1) % 2 ** 32
  for (let start = from; start < to; start++) {
    let hash = FIRST_HASH
    for (let at = start; at < to && at < start + LONGEST_GRAM; at++) {
      const unit = units[at] ?? 0
      hash = grown(hash, unit === POLITE_YOU ? YOU : unit)
      const feature = featureOf(hash)
      if (seen[feature] === text) continue
      seen[feature] = text
      use(feature)
    }
  }
}

/** A rule by its number, and how much of the sentence speaks for it, 0–1 of what speaks for the nearest. */
export interface Near {
  readonly rule: number
  readonly share: number
}

/** The rules nearest to the normalised stretch [from, to), nearest first, at most `most`. */
export function nearestRules({ starts, rules, gains, scores }: NearestRule, units: readonly number[], from: number, to: number, most: number): readonly Near[] {
  scores.fill(0)
  eachFeature(units, from, to, (feature) => {
    const last = starts[feature + 1] ?? 0
    for (let index = starts[feature] ?? 0; index < last; index++) {
      const rule = rules[index] ?? 0
      scores[rule] = (scores[rule] ?? 0) + (gains[index] ?? 0)
    }
  })
  const nearest: number[] = []
  for (let rule = 0; rule < scores.length; rule++) {
    const score = scores[rule] ?? 0
    if (score <= 0 || (nearest.length === most && score <= (scores[nearest[most - 1] ?? 0] ?? 0))) continue
    let place = nearest.length
    while (place > 0 && (scores[nearest[place - 1] ?? 0] ?? 0) < score) place -= 1
    nearest.splice(place, 0, rule)
    if (nearest.length > most) nearest.pop()
  }
  const best = scores[nearest[0] ?? 0] ?? 1
  return nearest.map((rule) => ({ rule, share: (scores[rule] ?? 0) / best }))
}
