import { type Concepts, namedConcepts } from './concepts.ts'
import { type CueSet, hearCues } from './cues.ts'
import { nGrams } from './n-grams.ts'
import { type Normalised, normalise, normalisedText } from './normalise.ts'

/** What of a caller's utterance speaks for a scenario: characters and pairs, concepts named, cues heard. */
export interface FeatureSource {
  readonly concepts: Concepts
  readonly cues: CueSet
}
/** A text's terms. Those of one or two characters are themselves; `@` marks concepts, `&` two concepts together, `!` cues. */
export interface Terms {
  readonly normalised: Normalised
  readonly terms: readonly string[]
}

/** Most concepts of one utterance whose pairs are looked at; a longer list says little. */
const mostPaired = 8

/** The distinct terms of one utterance. */
export function termsOf({ concepts, cues }: FeatureSource, text: string): Terms {
  const normalised = normalise(text)
  const plain = normalisedText(normalised).replaceAll('您', '你')
  const named = namedConcepts(concepts, normalised).map(({ concept }) => concept)
  const sorted = named.toSorted().slice(0, mostPaired)
  const pairs = sorted.flatMap((first, index) => sorted.slice(index + 1).map((second) => `&${first}&${second}`))
  const heard = hearCues(cues, text).map(({ cue }) => `!${cue}`)
  return { normalised, terms: [...new Set([...nGrams(plain, 2), ...named.map((concept) => `@${concept}`), ...pairs, ...heard])] }
}
