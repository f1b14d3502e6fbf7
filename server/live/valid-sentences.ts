import type { PhraseSentence } from './ports.ts'

/** The first moment of the day of a moment in the server's time zone, ms since the epoch. */
export const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

/** The sentences of a phrase that may be said on a day, given by its first moment; the first of them is the one to show. */
export function sentencesOn(day: number, sentences: readonly PhraseSentence[]): readonly PhraseSentence[] {
  if (sentences.every(({ valid }) => valid === undefined)) return sentences
  return sentences.filter(({ valid }) => valid === undefined || (day >= valid.from && day <= valid.until))
}
