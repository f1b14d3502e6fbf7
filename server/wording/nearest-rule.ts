import { type Bm25, bm25Scores, buildBm25 } from './bm25.ts'
import { nGrams } from './n-grams.ts'
import { normalise, normalisedText } from './normalise.ts'

/** Which rule's examples a sentence is most like: BM25 over character 1- to 3-grams, one document a rule. */
export interface NearestRule {
  readonly index: Bm25
}

const LONGEST = 3
const grams = (text: string): Set<string> => new Set(nGrams(text.replaceAll('您', '你'), LONGEST))

/** `examples[n]`: the examples of rule number n; a rule without any is never the nearest. */
export function indexRules(examples: readonly (readonly string[])[]): NearestRule {
  const documents = examples.map((sentences) => {
    const counts = new Map<string, number>()
    for (const sentence of sentences) for (const gram of grams(normalisedText(normalise(sentence)))) counts.set(gram, (counts.get(gram) ?? 0) + 1)
    return counts
  })
  return { index: buildBm25(documents) }
}

/** The numbers of the rules nearest to a normalised sentence, nearest first, at most `most`. */
export function nearestRules({ index }: NearestRule, sentence: string, most: number): readonly number[] {
  const scores = new Float64Array(index.documents)
  bm25Scores(index, grams(sentence), scores)
  const nearest: number[] = []
  scores.forEach((score, rule) => {
    if (score <= 0) return
    const place = nearest.findIndex((other) => (scores[other] ?? 0) < score)
    if (place >= 0) nearest.splice(place, 0, rule)
    else nearest.push(rule)
    if (nearest.length > most) nearest.pop()
  })
  return nearest
}
