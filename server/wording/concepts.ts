import { AhoCorasick, unitsOfWord } from './aho-corasick.ts'
import { type Normalised, normalise, normalisedText } from './normalise.ts'

/** Words that callers use for the same thing: 电脑, 机器, 本子 … */
export type ConceptWords = Readonly<Record<string, readonly string[]>>
/** A lexicon ready to be looked up. */
export interface Concepts {
  readonly automaton: AhoCorasick
  readonly concept: readonly string[]
  readonly lengths: readonly number[]
}
/** A concept named in a text, in normalised positions. */
export interface NamedConcept {
  readonly concept: string
  readonly from: number
  readonly to: number
}

/** Prepares the lexicon. A word may belong to several concepts. */
export function compileConcepts(words: ConceptWords): Concepts {
  const entries = Object.entries(words).flatMap(([concept, all]) => all.map((word) => [concept, normalisedText(normalise(word))] as const))
  return {
    automaton: new AhoCorasick(entries.map(([, word]) => unitsOfWord(word))),
    concept: entries.map(([concept]) => concept),
    lengths: entries.map(([, word]) => word.length),
  }
}

/** Every concept named in the text, each once, at its first word. */
export function namedConcepts({ automaton, concept, lengths }: Concepts, text: Normalised): readonly NamedConcept[] {
  const count = automaton.scan(text.units, text.length)
  const found = new Map<string, NamedConcept>()
  for (let hit = 0; hit < count; hit++) {
    const word = automaton.hits[hit * 2] ?? 0
    const to = automaton.hits[hit * 2 + 1] ?? 0
    const name = concept[word]
    if (name !== undefined && !found.has(name)) found.set(name, { concept: name, from: to - (lengths[word] ?? 0), to })
  }
  return [...found.values()]
}
