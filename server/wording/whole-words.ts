const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
/** UTF-16 units that a widened stretch has at most, so that it can be read at a glance. */
const longest = 8

/** Where the words of a text begin, and its end: UTF-16 offsets. Words as ICU's dictionary divides them (Unicode Standard Annex 29). */
export const wordBreaks = (text: string): Uint32Array => Uint32Array.from([...Array.from(segmenter.segment(text), ({ index }) => index), text.length])

/** The stretch of a text with the words that it begins and ends in the middle of (天又坏 of 今天又坏了 becomes 今天又坏), where that leaves it short. */
export function wholeWords(text: string, breaks: Uint32Array, start: number, end: number): string {
  const from = breaks.findLast((at) => at <= start) ?? start
  const to = breaks.find((at) => at >= end) ?? end
  return to - from > longest ? text.slice(start, end) : text.slice(from, to)
}

/** Without those that another contains, or that came before. */
export const distinct = (words: readonly string[]): readonly string[] => words.filter((word, at) => words.every((other, place) => place === at || !other.includes(word) || (other === word && at < place)))
