/**
 * Okapi BM25 (Robertson and Zaragoza, 2009) over bags of weighted terms. The documents that have the term numbered t, and what it
 * says for them, are in `holders` and `gains` from `starts[t]` to `starts[t + 1]`.
 */
export interface Bm25<Term = string> {
  readonly documents: number
  readonly terms: ReadonlyMap<Term, number>
  readonly starts: Int32Array
  readonly holders: Uint16Array
  readonly gains: Float32Array
}

const saturation = 1.2
const lengthShare = 0.6

/** Builds the index. `documents[i]` maps each term to how often, weighted, document i has it; at most 65,535 documents. */
export function buildBm25<Term = string>(documents: readonly ReadonlyMap<Term, number>[]): Bm25<Term> {
  const lengths = documents.map((terms) => {
    let length = 0
    for (const count of terms.values()) length += count
    return length
  })
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length)
  const terms = new Map<Term, number>()
  const users: number[] = []
  for (const document of documents) {
    for (const term of document.keys()) {
      const number = terms.get(term) ?? terms.size
      if (number === terms.size) terms.set(term, number)
      users[number] = (users[number] ?? 0) + 1
    }
  }
  const starts = new Int32Array(users.length + 1)
  users.forEach((count, number) => (starts[number + 1] = (starts[number] ?? 0) + count))
  const holders = new Uint16Array(starts[users.length] ?? 0)
  const gains = new Float32Array(holders.length)
  const filled = starts.slice()
  documents.forEach((document, holder) => {
    const norm = saturation * (1 - lengthShare + (lengthShare * (lengths[holder] ?? 0)) / Math.max(1, average))
    for (const [term, count] of document) {
      const number = terms.get(term) ?? 0
      const used = users[number] ?? 0
      const place = filled[number] ?? 0
      filled[number] = place + 1
      holders[place] = holder
      gains[place] = (Math.log(1 + (documents.length - used + 0.5) / (used + 0.5)) * count * (saturation + 1)) / (count + norm)
    }
  })
  return { documents: documents.length, terms, starts, holders, gains }
}

/** Writes the score of every document for the terms into `output`. */
export function bm25Scores<Term>({ terms, starts, holders, gains }: Bm25<Term>, wanted: Iterable<Term>, output: Float64Array): void {
  output.fill(0)
  for (const term of wanted) {
    const number = terms.get(term)
    if (number === undefined) continue
    const last = starts[number + 1] ?? 0
    for (let place = starts[number] ?? 0; place < last; place++) {
      const holder = holders[place] ?? 0
      output[holder] = (output[holder] ?? 0) + (gains[place] ?? 0)
    }
  }
}
