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
  const same = (other: Anchor): boolean => other.least === anchor.least && other.most === anchor.most && other.literals.join('\n') === anchor.literals.join('\n')
  const others = requirementsOf(node).filter((each) => each.literals.length <= MOST_LITERALS && !same(each))
  if (others.length < 2) return { anchor, needs: others }
  const ranked = others.map((each) => ({ each, cost: frequency(each) })).sort((a, b) => a.cost - b.cost)
  return { anchor, needs: ranked.slice(0, MOST_NEEDS).map(({ each }) => each) }
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
  /** By literal: the patterns of which it is an anchor. */
  private readonly users: Lists
  /** By requirement: its literals. */
  private readonly groups: Lists
  /** By pattern, three entries a need: requirement, first and last place, from the beginning of the anchor literal. */
  private readonly needs: Lists
  /** What the current text has: first and last beginning of each literal and requirement, true while the stamp is the current one. */
  private readonly literalStamp: Uint32Array
  private readonly literalFirst: Int32Array
  private readonly literalLast: Int32Array
  private readonly groupStamp: Uint32Array
  private readonly groupFirst: Int32Array
  private readonly groupLast: Int32Array
  private stamp = 0

  constructor(patterns: readonly Pattern[]) {
    const literals = new Numbered<string>()
    const groups = new Numbered<number[]>()
    const users: number[][] = []
    const literal = (word: string): number => literals.of(word, () => word)
    const needs = patterns.map((pattern, number) => {
      const { anchor, needs: others } = choose(pattern)
      for (const word of anchor.literals) (users[literal(word)] ??= []).push(number)
      return others.flatMap((need) => [
        groups.of(need.literals.join('\n'), () => need.literals.map(literal)),
        need.least - anchor.most,
        need.most - anchor.least,
      ])
    })
    const words = literals.values
    this.automaton = new AhoCorasick(words.map(unitsOfWord))
    this.lengths = Int32Array.from(words, ({ length }) => length)
    this.users = listsOf(words.map((_, index) => users[index] ?? []))
    this.groups = listsOf(groups.values)
    this.needs = listsOf(needs)
    this.literalStamp = new Uint32Array(words.length)
    this.literalFirst = new Int32Array(words.length)
    this.literalLast = new Int32Array(words.length)
    this.groupStamp = new Uint32Array(groups.values.length)
    this.groupFirst = new Int32Array(groups.values.length)
    this.groupLast = new Int32Array(groups.values.length)
  }

  /** True when there is nothing to look for. */
  get isEmpty(): boolean {
    return this.lengths.length === 0
  }

  /** Fills `candidates` from the first `length` units; returns their number. Linear in the text. */
  scan(units: ArrayLike<number>, length: number): number {
    const hits = this.automaton.scan(units, length)
    return hits === 0 ? 0 : this.filter(hits)
  }

  private filter(count: number): number {
    const { automaton: { hits }, lengths, users, literalStamp, literalFirst, literalLast, candidates } = this
    const stamp = this.nextStamp()
    for (let hit = 0; hit < count * 2; hit += 2) {
      const literal = hits[hit] ?? 0
      const from = (hits[hit + 1] ?? 0) - (lengths[literal] ?? 0)
      if (literalStamp[literal] !== stamp) {
        literalStamp[literal] = stamp
        literalFirst[literal] = from
      }
      literalLast[literal] = from
    }
    let found = 0
    for (let hit = 0; hit < count * 2; hit += 2) {
      const literal = hits[hit] ?? 0
      const last = users.starts[literal + 1] ?? 0
      let user = users.starts[literal] ?? 0
      if (user === last) continue
      const to = hits[hit + 1] ?? 0
      const from = to - (lengths[literal] ?? 0)
      for (; user < last; user++) {
        const pattern = users.items[user] ?? 0
        if (!this.hasNeeds(pattern, from)) continue
        candidates[found] = pattern
        candidates[found + 1] = from
        candidates[found + 2] = to
        found += 3
      }
    }
    return found / 3
  }

  /** Before the stamps run out, all are forgotten. */
  private nextStamp(): number {
    if (this.stamp === 0xffffffff) {
      this.literalStamp.fill(0)
      this.groupStamp.fill(0)
      this.stamp = 0
    }
    return (this.stamp += 1)
  }

  private hasNeeds(pattern: number, from: number): boolean {
    const { needs: { starts, items }, groupFirst, groupLast } = this
    const last = starts[pattern + 1] ?? 0
    for (let need = starts[pattern] ?? 0; need < last; need += 3) {
      const group = items[need] ?? 0
      if (this.groupStamp[group] !== this.stamp) this.lookFor(group)
      if ((groupLast[group] ?? 0) < from + (items[need + 1] ?? 0) || (groupFirst[group] ?? 0) > from + (items[need + 2] ?? 0)) return false
    }
    return true
  }

  /** Where the current text has the first and the last literal of a requirement; nowhere is after the first and before the last place. */
  private lookFor(group: number): void {
    const { groups: { starts, items }, literalStamp, literalFirst, literalLast, stamp } = this
    let first = 0x3fffffff
    let last = -0x3fffffff
    for (let index = starts[group] ?? 0; index < (starts[group + 1] ?? 0); index++) {
      const literal = items[index] ?? 0
      if (literalStamp[literal] !== stamp) continue
      first = Math.min(first, literalFirst[literal] ?? 0)
      last = Math.max(last, literalLast[literal] ?? 0)
    }
    this.groupStamp[group] = stamp
    this.groupFirst[group] = first
    this.groupLast[group] = last
  }
}
