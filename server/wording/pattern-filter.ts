import { AhoCorasick, unitsOfWord } from './aho-corasick.ts'
import { type Anchor, frequency, requirementsOf } from './pattern-anchor.ts'
import type { Pattern } from './pattern.ts'

/** Requirements of a pattern that are checked beside its anchor, rarest first. */
const MOST_NEEDS = 4
/** A requirement of more literals than this is seldom unmet and dear to check. */
const MOST_LITERALS = 120

/** Lists of numbers end to end: list `n` is `items[starts[n]] … items[starts[n + 1] − 1]`. */
interface Lists {
  readonly starts: Int32Array
  readonly items: Int32Array
}

function listsOf(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1)
  lists.forEach((list, index) => void (starts[index + 1] = (starts[index] ?? 0) + list.length))
  return { starts, items: Int32Array.from(lists.flat()) }
}

/** Numbers for strings and for sets of them, in the order of their first use. */
class Numbered<T> {
  readonly values: T[] = []
  private readonly numbers = new Map<string, number>()
  of(key: string, value: () => T): number {
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    this.numbers.set(key, this.values.length)
    return this.values.push(value()) - 1
  }
}

interface Chosen {
  readonly anchor: Anchor
  readonly needs: readonly Anchor[]
}

/** The rarest requirement is the anchor, the next rarest are the needs. */
function choose({ node, anchor }: Pattern): Chosen {
  if (node.kind === 'words') return { anchor, needs: [] }
  const same = (other: Anchor): boolean => other.least === anchor.least && other.most === anchor.most && other.literals.join('\n') === anchor.literals.join('\n')
  const others = requirementsOf(node).filter((each) => each.literals.length <= MOST_LITERALS && !same(each))
  if (others.length < 2) return { anchor, needs: others }
  const ranked = others.map((each) => ({ each, cost: frequency(each) })).sort((a, b) => a.cost - b.cost)
  return { anchor, needs: ranked.slice(0, MOST_NEEDS).map(({ each }) => each) }
}

/** Literal numbers as words of 32 bits: number of the word, bits in it, and so on. */
function masksOf(literals: readonly number[]): number[] {
  const words = new Map<number, number>()
  for (const literal of literals) words.set(literal >> 5, (words.get(literal >> 5) ?? 0) | (1 << (literal & 31)))
  return [...words].flat()
}

/**
 * Tells in one pass over a text which of many patterns can match in it, and where: the anchor literal of the pattern occurs, and
 * everything else that the pattern needs occurs where it would have to. Never misses a match. Allocates nothing while scanning.
 */
export class PatternFilter {
  /** Result of the last scan, three entries a candidate: number of the pattern, where its anchor literal begins and ends. */
  readonly candidates: number[] = []
  private readonly automaton: AhoCorasick
  private readonly lengths: Int32Array
  /** By literal: the patterns of which it is an anchor, four entries each: pattern, first need (−1: none), its first and last place. */
  private readonly users: Lists
  /** By requirement: its literals. */
  private readonly groups: Lists
  /** By requirement, two entries each: a word of `present`, and the bits in it that are its literals. */
  private readonly masks: Lists
  /** By pattern, three entries a need: requirement, first and last place, from the beginning of the anchor literal. */
  private readonly needs: Lists
  /** What the current text has: a bit for each literal. */
  private readonly present: Int32Array
  /** First and last beginning of each literal, valid where its bit is set. */
  private readonly places: Int32Array

  constructor(patterns: readonly Pattern[]) {
    const chosen = patterns.map(choose)
    const literals = new Numbered<string>()
    const groups = new Numbered<number[]>()
    // The literals of a requirement are numbered together, so that a few words of bits tell whether one of them is there.
    const needs = chosen.map(({ anchor, needs: others }) =>
      others.map((need) => [groups.of(need.literals.join('\n'), () => need.literals.map((word) => literals.of(word, () => word))), need.least - anchor.most, need.most - anchor.least] as const),
    )
    const users: number[][] = []
    chosen.forEach(({ anchor }, number) => {
      for (const word of anchor.literals) (users[literals.of(word, () => word)] ??= []).push(number, ...(needs[number]?.[0] ?? [-1, 0, 0]))
    })
    const words = literals.values
    this.automaton = new AhoCorasick(words.map(unitsOfWord))
    this.lengths = Int32Array.from(words, ({ length }) => length)
    this.users = listsOf(words.map((_, index) => users[index] ?? []))
    this.groups = listsOf(groups.values)
    this.masks = listsOf(groups.values.map(masksOf))
    this.needs = listsOf(needs.map((all) => all.flat()))
    this.present = new Int32Array((words.length >> 5) + 1)
    this.places = new Int32Array(words.length * 2)
  }

  /** Fills `candidates` from the first `length` units; returns their number. Linear in the text. */
  scan(units: ArrayLike<number>, length: number): number {
    const hits = this.automaton.scan(units, length)
    return hits === 0 ? 0 : this.filter(hits)
  }

  private filter(count: number): number {
    const { automaton: { hits }, lengths, users, present, places, candidates } = this
    present.fill(0)
    for (let hit = 0; hit < count * 2; hit += 2) {
      const literal = hits[hit] ?? 0
      const from = (hits[hit + 1] ?? 0) - (lengths[literal] ?? 0)
      const bit = 1 << (literal & 31)
      const word = present[literal >> 5] ?? 0
      if ((word & bit) === 0) {
        present[literal >> 5] = word | bit
        places[literal * 2] = from
      }
      places[literal * 2 + 1] = from
    }
    let found = 0
    for (let hit = 0; hit < count * 2; hit += 2) {
      const literal = hits[hit] ?? 0
      const last = users.starts[literal + 1] ?? 0
      let user = users.starts[literal] ?? 0
      if (user === last) continue
      const to = hits[hit + 1] ?? 0
      const from = to - (lengths[literal] ?? 0)
      for (; user < last; user += 4) {
        const need = users.items[user + 1] ?? -1
        if (need >= 0 && !this.has(need)) continue
        const pattern = users.items[user] ?? 0
        if (need >= 0 && !this.hasNeeds(pattern, from)) continue
        candidates[found] = pattern
        candidates[found + 1] = from
        candidates[found + 2] = to
        found += 3
      }
    }
    return found / 3
  }

  /** Whether the current text has a literal of the requirement. */
  private has(group: number): boolean {
    const { masks: { starts, items }, present } = this
    const last = starts[group + 1] ?? 0
    for (let index = starts[group] ?? 0; index < last; index += 2) if (((present[items[index] ?? 0] ?? 0) & (items[index + 1] ?? 0)) !== 0) return true
    return false
  }

  /** Whether all that the pattern needs is there, and in its place. */
  private hasNeeds(pattern: number, from: number): boolean {
    const { needs: { starts, items } } = this
    const last = starts[pattern + 1] ?? 0
    for (let need = starts[pattern] ?? 0; need < last; need += 3) if (!this.has(items[need] ?? 0)) return false
    for (let need = starts[pattern] ?? 0; need < last; need += 3) {
      if (!this.hasWithin(items[need] ?? 0, from + (items[need + 1] ?? 0), from + (items[need + 2] ?? 0))) return false
    }
    return true
  }

  /** Whether the first or last place of a literal, or a stretch between the two, lies in [first, last]. */
  private hasWithin(group: number, first: number, last: number): boolean {
    const { groups: { starts, items }, present, places } = this
    for (let index = starts[group] ?? 0; index < (starts[group + 1] ?? 0); index++) {
      const literal = items[index] ?? 0
      if (((present[literal >> 5] ?? 0) & (1 << (literal & 31))) === 0) continue
      if ((places[literal * 2] ?? 0) <= last && (places[literal * 2 + 1] ?? 0) >= first) return true
    }
    return false
  }
}
