import type { FinalUtterance } from './call-events.ts'

type Places = Map<string, number>

/**
 * By the finals of a call: where each stands. A list made by adding one at the end shares the places of the one before it, which may
 * so know of finals that it does not hold; what it holds, it knows.
 */
const placesOf = new WeakMap<readonly FinalUtterance[], Places>()

/** Where the utterance stands among the finals of its call; −1 when it is not there. Long calls take no longer than short ones. */
export function placeOf(utterances: readonly FinalUtterance[], utteranceId: string): number {
  if (utterances.length === 0) return -1
  const place = knownPlaces(utterances).get(utteranceId)
  if (place === undefined) return -1
  return utterances[place]?.id === utteranceId ? place : utterances.findIndex(({ id }) => id === utteranceId)
}

/** The finals with one more at the end. */
export function withLast(utterances: readonly FinalUtterance[], added: FinalUtterance): readonly FinalUtterance[] {
  const all = [...utterances, added]
  placesOf.set(all, knownPlaces(utterances).set(added.id, utterances.length))
  return all
}

function knownPlaces(utterances: readonly FinalUtterance[]): Places {
  const known = placesOf.get(utterances)
  if (known !== undefined) return known
  const places = new Map(utterances.map(({ id }, place) => [id, place]))
  placesOf.set(utterances, places)
  return places
}
