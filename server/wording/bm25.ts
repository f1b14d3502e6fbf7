/** Okapi BM25 (Robertson and Zaragoza, 2009) over bags of weighted terms. */
export interface Bm25<Term = string> {
  readonly documents: number
  readonly postings: ReadonlyMap<Term, readonly (readonly [document: number, gain: number])[]>
}

const saturation = 1.2
const lengthShare = 0.6

/** Builds the index. `documents[i]` maps each term to how often, weighted, document i has it. */
export function buildBm25<Term = string>(documents: readonly ReadonlyMap<Term, number>[]): Bm25<Term> {
  const lengths = documents.map((terms) => [...terms.values()].reduce((sum, count) => sum + count, 0))
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length)
  const users = new Map<Term, number>()
  for (const terms of documents) for (const term of terms.keys()) users.set(term, (users.get(term) ?? 0) + 1)
  const postings = new Map<Term, (readonly [number, number])[]>()
  documents.forEach((terms, document) => {
    const norm = saturation * (1 - lengthShare + (lengthShare * (lengths[document] ?? 0)) / Math.max(1, average))
    for (const [term, count] of terms) {
      const used = users.get(term) ?? 0
      const rarity = Math.log(1 + (documents.length - used + 0.5) / (used + 0.5))
      const entry = [document, (rarity * count * (saturation + 1)) / (count + norm)] as const
      const list = postings.get(term)
      if (list === undefined) postings.set(term, [entry])
      else list.push(entry)
    }
  })
  return { documents: documents.length, postings }
}

/** Writes the score of every document for the terms into `output`. */
export function bm25Scores<Term>(index: Bm25<Term>, terms: Iterable<Term>, output: Float64Array): void {
  output.fill(0)
  for (const term of terms) {
    for (const [document, gain] of index.postings.get(term) ?? []) output[document] = (output[document] ?? 0) + gain
  }
}
