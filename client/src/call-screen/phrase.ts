import type { Guidance, PhrasePart, PhraseText } from '../../../server/protocol.ts'

/** A phrase's main sentence and its variants, in the order in which V goes through them. */
export const wordingsOf = ({ phrase, variants }: Guidance): readonly PhraseText[] => (phrase === null ? [] : [phrase, ...variants])

/** How many characters the spoken sentence has; an unknown fact counts as its label. */
export const spokenLength = (parts: readonly PhrasePart[]): number =>
  parts.reduce((sum, part) => sum + ('text' in part ? part.text : (part.value ?? part.label.zh)).length, 0)

/** The parts of a phrase with the offset in characters at which each begins. */
export function placedParts(parts: readonly PhrasePart[]): readonly { readonly part: PhrasePart; readonly start: number }[] {
  return parts.map((part, at) => ({ part, start: spokenLength(parts.slice(0, at)) }))
}

/** How large a sentence is set: what one breath holds stands largest; nothing is smaller than 24 px. */
export function sizeOf(parts: readonly PhrasePart[]): 'large' | 'medium' | 'small' {
  const length = spokenLength(parts)
  if (length <= 66) return 'large'
  return length <= 96 ? 'medium' : 'small'
}

const beforeScenario = new Set(['hotline-opening', 'second-question'])

/** True while the caller's matter is still to be found: at the opening, or when another question comes up. */
export const seeksScenario = ({ place, asks }: Guidance): boolean => asks === null && (place === null || beforeScenario.has(place.flow))

/** What stays the same for as long as the agent should see the same sentence. */
export const placeKey = ({ place, bridge, phrase }: Guidance): string =>
  place === null ? `no place ${phrase === null}` : `${place.flow}/${place.step}/${bridge === null}`
