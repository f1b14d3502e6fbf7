import { isDigit, isScale } from './chinese-numerals.ts'
import { SENTENCE_END } from './character-table.ts'
import type { Normalised } from './normalise.ts'
import { LONGEST_NUMBER, type PatternNode } from './pattern-tree.ts'
import { branchOf, endsWord } from './word-trie.ts'

const YOU = '你'.charCodeAt(0)
const POLITE_YOU = '您'.charCodeAt(0)
const vague = new Set([...'几多半好'].map((character) => character.charCodeAt(0)))
const FEW = '几'.charCodeAt(0)
const HALF = '半'.charCodeAt(0)

/** A set of positions without duplicates. Reused between calls: matching allocates nothing. */
class Positions {
  list = new Int32Array(64)
  count = 0
  private stamps = new Uint32Array(64)
  private stamp = 1

  clear(): void {
    this.count = 0
    this.stamp += 1
  }
  add(position: number): void {
    if (position >= this.stamps.length) this.grow(position * 2)
    if (this.stamps[position] === this.stamp) return
    this.stamps[position] = this.stamp
    this.list[this.count++] = position
  }
  private grow(size: number): void {
    const stamps = new Uint32Array(size)
    stamps.set(this.stamps)
    this.stamps = stamps
    const list = new Int32Array(size)
    list.set(this.list)
    this.list = list
  }
}

const pool: Positions[] = []
let borrowed = 0
function borrow(): Positions {
  let positions = pool[borrowed]
  if (positions === undefined) {
    positions = new Positions()
    pool.push(positions)
  }
  borrowed += 1
  positions.clear()
  return positions
}

/**
 * Extends every position of `from` by the node and adds the results to `to`. Position sets instead of backtracking: the work is
 * at most pattern size × text length, whatever the text.
 */
function step(node: PatternNode, text: Normalised, from: Positions, to: Positions, limit: number): void {
  switch (node.kind) {
    case 'words':
      for (let index = 0; index < from.count; index++) stepWords(node, text, from.list[index] ?? 0, to, limit)
      return
    case 'number':
      for (let index = 0; index < from.count; index++) stepNumber(text, from.list[index] ?? 0, to, limit)
      return
    case 'gap':
      for (let index = 0; index < from.count; index++) stepGap(text, from.list[index] ?? 0, node.most, to, limit)
      return
    case 'start':
      for (let index = 0; index < from.count; index++) if (from.list[index] === 0) to.add(0)
      return
    case 'end':
      for (let index = 0; index < from.count; index++) if (from.list[index] === text.length) to.add(text.length)
      return
    case 'optional':
      for (let index = 0; index < from.count; index++) to.add(from.list[index] ?? 0)
      return step(node.of, text, from, to, limit)
    case 'choice':
      for (const option of node.options) step(option, text, from, to, limit)
      return
    case 'sequence':
      return stepSequence(node.parts, text, from, to, limit)
    case 'unordered':
      for (let index = 0; index < from.count; index++) {
        const start = from.list[index] ?? 0
        stepUnordered(node.parts, text, start, to, Math.min(limit, start + node.within))
      }
  }
}

function stepSequence(parts: readonly PatternNode[], text: Normalised, from: Positions, to: Positions, limit: number): void {
  const mark = borrowed
  let current = from
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    if (part === undefined) break
    const next = index === parts.length - 1 ? to : borrow()
    step(part, text, current, next, limit)
    if (next !== to && next.count === 0) break
    current = next
  }
  borrowed = mark
}

function stepWords(node: Extract<PatternNode, { kind: 'words' }>, text: Normalised, start: number, to: Positions, limit: number): void {
  const { trie } = node
  let place = 0
  for (let position = start; position < limit; position++) {
    const unit = text.units[position] ?? 0
    let next = branchOf(trie, place, unit)
    // A pattern written with 你 also hears 您; one written with 您 means only that.
    if (next < 0 && unit === POLITE_YOU) next = branchOf(trie, place, YOU)
    if (next < 0) return
    if (endsWord(trie, next)) to.add(position + 1)
    place = next
  }
}

/** Digits, 几, 十几, 几百, 3多, 2个半 …: every prefix that is a number counts. */
function stepNumber(text: Normalised, start: number, to: Positions, limit: number): void {
  const before = text.units[start - 1] ?? 0
  if (isDigit(before) && isDigit(text.units[start] ?? 0)) return
  const most = Math.min(limit, start + LONGEST_NUMBER)
  let position = start
  while (position < most) {
    const unit = text.units[position] ?? 0
    const numeral = isDigit(unit) || isScale(unit) || unit === FEW || unit === HALF || (position > start && vague.has(unit))
    if (!numeral) break
    position += 1
    to.add(position)
  }
}

/** A gap never crosses the end of a sentence. */
function stepGap(text: Normalised, start: number, most: number, to: Positions, limit: number): void {
  const last = Math.min(limit, start + most)
  for (let position = start; position <= last; position++) {
    if (position < text.length && ((text.pauses[position] ?? 0) & SENTENCE_END) !== 0) return
    to.add(position)
  }
}

/** All parts from `start`, in any order, none overlapping, ending at `limit` or before. */
function stepUnordered(parts: readonly PatternNode[], text: Normalised, start: number, to: Positions, limit: number): void {
  const mark = borrowed
  const all = (1 << parts.length) - 1
  const reached: Positions[] = []
  for (let done = 0; done <= all; done++) reached.push(borrow())
  reached[0]?.add(start)
  for (let done = 0; done < all; done++) {
    const here = reached[done]
    if (here === undefined || here.count === 0) continue
    const from = done === 0 ? here : borrow()
    if (done !== 0) for (let index = 0; index < here.count; index++) stepGap(text, here.list[index] ?? 0, limit, from, limit)
    parts.forEach((part, index) => {
      const next = reached[done | (1 << index)]
      if ((done & (1 << index)) === 0 && next !== undefined) step(part, text, from, next, limit)
    })
  }
  const complete = reached[all]
  if (complete !== undefined) for (let index = 0; index < complete.count; index++) to.add(complete.list[index] ?? 0)
  borrowed = mark
}

/** The earliest end of a match that begins in [from, to], or −1; ends lie at `limit` or before. */
function earliestEnd(node: PatternNode, text: Normalised, from: number, to: number, limit: number): number {
  borrowed = 0
  const starts = borrow()
  const ends = borrow()
  for (let position = from; position <= to; position++) starts.add(position)
  step(node, text, starts, ends, limit)
  let earliest = -1
  for (let index = 0; index < ends.count; index++) {
    const end = ends.list[index] ?? 0
    if (earliest < 0 || end < earliest) earliest = end
  }
  return earliest
}

/**
 * The match that begins in [from, to], ends at `limit` or before, ends first, and of those the shortest; null when there is none.
 * Positions are normalised units.
 */
export function matchBetween(node: PatternNode, text: Normalised, from: number, to: number, limit: number): { from: number; to: number } | null {
  const end = earliestEnd(node, text, from, to, limit)
  if (end < 0) return null
  for (let start = Math.min(to, end - 1); start >= from; start--) {
    if (earliestEnd(node, text, start, start, end) === end) return { from: start, to: end }
  }
  return null
}

/** The first such match anywhere in [from, limit). `longest` is the most units a match can span. */
export function matchIn(node: PatternNode, text: Normalised, longest: number, from: number, limit: number): { from: number; to: number } | null {
  const end = earliestEnd(node, text, from, limit, limit)
  return end < 0 ? null : matchBetween(node, text, Math.max(from, end - longest), end, end)
}

/** The furthest end, up to `limit`, of the matches that begin at `from`; -1 when there is none. */
export function furthestEnd(node: PatternNode, text: Normalised, from: number, limit: number): number {
  borrowed = 0
  const starts = borrow()
  const ends = borrow()
  starts.add(from)
  step(node, text, starts, ends, limit)
  let furthest = -1
  for (let index = 0; index < ends.count; index++) furthest = Math.max(furthest, ends.list[index] ?? 0)
  return furthest
}

/** True when the node matches some stretch that begins in [startLeast, startMost] and ends at `endLeast` or later. */
export function matchesFrom(node: PatternNode, text: Normalised, startLeast: number, startMost: number, endLeast: number): boolean {
  borrowed = 0
  const starts = borrow()
  const ends = borrow()
  for (let position = startLeast; position <= startMost; position++) starts.add(position)
  step(node, text, starts, ends, text.length)
  for (let index = 0; index < ends.count; index++) if ((ends.list[index] ?? 0) >= endLeast) return true
  return false
}
