const YOU = '你'.charCodeAt(0)
const POLITE_YOU = '您'.charCodeAt(0)
/** Words must be this long for every one of them to have a triple of units at an even place of any text it stands in. */
const SHORTEST = 4
/** Bits for each triple: few other triples then seem to be one of them. */
const BITS_EACH = 32

const folded = (unit: number): number => (unit === POLITE_YOU ? YOU : unit)
const hashOf = (one: number, two: number, three: number): number => {
  const mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b) ^ Math.imul(three, 0xc2b2ae35)
  return mixed ^ (mixed >>> 15)
}

/**
 * Looks at every second triple of units of a text and tells where the first word may begin. Most texts have none of the words, and
 * need no closer look then (after Wu and Manning's block shifts, 1994). 您 is read as 你.
 */
export class WordSkim {
  private readonly bits: Int32Array
  private readonly mask: number

  private constructor(words: readonly ArrayLike<number>[]) {
    const size = 2 ** Math.ceil(Math.log2(words.length * 2 * BITS_EACH))
    this.bits = new Int32Array(size >> 5)
    this.mask = size - 1
    for (const word of words) {
      for (let from = 0; from < 2; from++) {
        const bit = hashOf(folded(word[from] ?? 0), folded(word[from + 1] ?? 0), folded(word[from + 2] ?? 0)) & this.mask
        this.bits[bit >> 5] = (this.bits[bit >> 5] ?? 0) | (1 << (bit & 31))
      }
    }
  }

  /** Null where a word is too short to be found so. */
  static over(words: readonly ArrayLike<number>[]): WordSkim | null {
    return words.length === 0 || words.some(({ length }) => length < SHORTEST) ? null : new WordSkim(words)
  }

  /** A place before which no word begins; −1 where none begins at all. */
  first(text: ArrayLike<number>, length: number): number {
    const { bits, mask } = this
    for (let at = 0; at + 2 < length; at += 2) {
      const bit = hashOf(folded(text[at] ?? 0), folded(text[at + 1] ?? 0), folded(text[at + 2] ?? 0)) & mask
      if (((bits[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0) return at === 0 ? 0 : at - 1
    }
    return -1
  }
}
