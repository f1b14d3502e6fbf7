import { WordSkim } from './word-skim.ts'

const YOU = '你'.charCodeAt(0)
const POLITE_YOU = '您'.charCodeAt(0)
const ROOT = 0

const hash = (state: number, unit: number): number => {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

/**
 * Finds all occurrences of many words in one pass (Aho and Corasick, 1975) over 16-bit units, with the transitions in one
 * open-addressing hash table. 您 is read as 你. Time is linear in the text plus the hits.
 */
export class AhoCorasick {
  /** Hits of the last scan: word number and end position (exclusive), two entries a hit. */
  readonly hits: number[] = []
  private readonly mask: number
  /** Transitions, four entries a slot side by side in the cache: from state, unit, to state (0: free), unused. */
  private readonly slots: Int32Array
  /** A bit for every transition there may be: most that are asked for do not exist, and these few bits stay in the cache. */
  private readonly maybe: Int32Array
  private readonly maybeMask: number
  private readonly fromRoot = new Int32Array(65536)
  private readonly fail: Int32Array
  /** The next shorter suffix that is a word, per state; 0 when none. */
  private readonly shorter: Int32Array
  /** First word that ends in a state and the next word with the same letters; −1 ends the chain. */
  private readonly word: Int32Array
  private readonly sameWord: Int32Array
  private readonly skim: WordSkim | null
  private states = 1

  /** Words may repeat and may be empty (an empty word is never found). Numbers of hits are indices into `words`. */
  constructor(words: readonly ArrayLike<number>[]) {
    const units = words.reduce((sum, word) => sum + word.length, 0)
    const size = 2 ** Math.ceil(Math.log2(units * 2 + 16))
    this.mask = size - 1
    this.slots = new Int32Array(size * 4)
    this.maybeMask = size * 8 - 1
    this.maybe = new Int32Array(size / 4)
    this.fail = new Int32Array(units + 1)
    this.shorter = new Int32Array(units + 1)
    this.word = new Int32Array(units + 1).fill(-1)
    this.sameWord = new Int32Array(words.length).fill(-1)
    this.link(this.insertAll(words, units))
    this.skim = WordSkim.over(words)
  }

  /** Where the transition stands in `slots`, or the free place for it. */
  private slot(state: number, unit: number): number {
    const { slots, mask } = this
    let slot = hash(state, unit) & mask
    while (slots[slot * 4 + 2] !== 0 && (slots[slot * 4] !== state || slots[slot * 4 + 1] !== unit)) slot = (slot + 1) & mask
    return slot * 4
  }

  private insertAll(words: readonly ArrayLike<number>[], most: number): { depth: Int32Array; parent: Int32Array; unitOf: Uint16Array } {
    const depth = new Int32Array(most + 1)
    const parent = new Int32Array(most + 1)
    const unitOf = new Uint16Array(most + 1)
    words.forEach((word, number) => {
      let state = ROOT
      for (let index = 0; index < word.length; index++) {
        const raw = word[index] ?? 0
        const unit = raw === POLITE_YOU ? YOU : raw
        const slot = this.slot(state, unit)
        if (this.slots[slot + 2] === 0) {
          const next = this.states++
          this.slots.set([state, unit, next], slot)
          const bit = hash(state, unit) & this.maybeMask
          this.maybe[bit >> 5] = (this.maybe[bit >> 5] ?? 0) | (1 << (bit & 31))
          if (state === ROOT) this.fromRoot[unit] = next
          depth[next] = index + 1
          parent[next] = state
          unitOf[next] = unit
        }
        state = this.slots[slot + 2] ?? ROOT
      }
      if (state === ROOT) return
      this.sameWord[number] = this.word[state] ?? -1
      this.word[state] = number
    })
    return { depth, parent, unitOf }
  }

  /** Fail links, state by state in order of depth. */
  private link({ depth, parent, unitOf }: { depth: Int32Array; parent: Int32Array; unitOf: Uint16Array }): void {
    const order = Array.from({ length: this.states - 1 }, (_, index) => index + 1).sort((a, b) => (depth[a] ?? 0) - (depth[b] ?? 0))
    for (const state of order) {
      if ((depth[state] ?? 0) > 1) this.fail[state] = this.next(this.fail[parent[state] ?? 0] ?? 0, unitOf[state] ?? 0)
      const fail = this.fail[state] ?? 0
      this.shorter[state] = (this.word[fail] ?? -1) >= 0 ? fail : (this.shorter[fail] ?? 0)
    }
  }

  private next(from: number, unit: number): number {
    let state = from
    while (state !== ROOT) {
      const to = this.slots[this.slot(state, unit) + 2] ?? 0
      if (to !== 0) return to
      state = this.fail[state] ?? 0
    }
    return this.fromRoot[unit] ?? 0
  }

  /** Fills `hits` with every word found, in order of its end; returns the number of hits. */
  scan(text: ArrayLike<number>, length = text.length): number {
    const { hits, slots, mask, maybe, maybeMask, fromRoot, fail, word, shorter, sameWord } = this
    let count = 0
    let state = ROOT
    const first = this.skim === null ? 0 : this.skim.first(text, length)
    if (first < 0) return 0
    for (let position = first; position < length; position++) {
      const raw = text[position] ?? 0
      const unit = raw === POLITE_YOU ? YOU : raw
      // The same as `next`, written out: this loop runs over everything that is ever said.
      let to = ROOT
      while (state !== ROOT) {
        const key = hash(state, unit)
        const bit = key & maybeMask
        if (((maybe[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0) {
          let slot = (key & mask) * 4
          while (slots[slot + 2] !== 0 && (slots[slot] !== state || slots[slot + 1] !== unit)) slot = (slot + 4) & (mask * 4 + 3)
          to = slots[slot + 2] ?? ROOT
          if (to !== ROOT) break
        }
        state = fail[state] ?? ROOT
      }
      state = to === ROOT ? (fromRoot[unit] ?? ROOT) : to
      if (state === ROOT) continue
      let ending = (word[state] ?? -1) >= 0 ? state : (shorter[state] ?? 0)
      while (ending !== 0) {
        for (let found = word[ending] ?? -1; found >= 0; found = sameWord[found] ?? -1) {
          hits[count++] = found
          hits[count++] = position + 1
        }
        ending = shorter[ending] ?? 0
      }
    }
    return count / 2
  }
}

/** The UTF-16 units of a string, as the matcher reads them. */
export function unitsOfWord(word: string): number[] {
  return Array.from({ length: word.length }, (_, index) => word.charCodeAt(index))
}
