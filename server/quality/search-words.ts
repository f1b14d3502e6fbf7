/** A text as the search sees it: letters and digits only, in one case and width, and where each stood. */
export interface Folded {
  /** Code points. */
  readonly characters: readonly string[]
  /** Where in the original each character stands. */
  readonly places: readonly Stretch[]
}
/** A stretch of the original text, UTF-16 offsets. */
export interface Stretch {
  readonly start: number
  readonly end: number
}
const spoken = /[\p{L}\p{N}]/u

/** Leaves out what is not spoken, so that a phrase is found across a comma. */
export function foldText(text: string): Folded {
  const characters: string[] = []
  const places: Stretch[] = []
  let at = 0
  for (const original of text) {
    for (const character of original.normalize('NFKC').toLowerCase()) {
      if (!spoken.test(character)) continue
      characters.push(character)
      places.push({ start: at, end: at + original.length })
    }
    at += original.length
  }
  return { characters, places }
}

/** The phrases of a search: what stands between blanks, or between quotation marks. At most 8; the rest is passed over. */
export function phrasesOf(query: string): readonly string[] {
  const parts = query.matchAll(/["“”「]([^"“”」]*)["“”」]|([^\s"“”「」]+)/gu)
  return [...parts].map(([, quoted, bare]) => foldText(quoted ?? bare ?? '').characters.join('')).filter((phrase) => phrase !== '').slice(0, 8)
}

/** Where the phrases stand in a text, in its order, overlapping ones joined. */
export function marksOf(text: string, phrases: readonly string[]): readonly Stretch[] {
  const { characters, places } = foldText(text)
  const found: Stretch[] = []
  for (const phrase of phrases) {
    const wanted = [...phrase]
    for (let at = 0; at + wanted.length <= characters.length; at += 1) {
      if (!wanted.every((character, step) => characters[at + step] === character)) continue
      found.push({ start: places[at]?.start ?? 0, end: places[at + wanted.length - 1]?.end ?? 0 })
    }
  }
  const joined: Stretch[] = []
  for (const next of found.toSorted((one, other) => one.start - other.start)) {
    const previous = joined.at(-1)
    if (previous === undefined || next.start >= previous.end) joined.push(next)
    else joined[joined.length - 1] = { start: previous.start, end: Math.max(previous.end, next.end) }
  }
  return joined
}
