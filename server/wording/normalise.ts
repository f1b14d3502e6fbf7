import { characterTable, EXPANDS, FIRST_CHARACTER, PAUSE, SURROGATE } from './character-table.ts'
import { isScale, numeralFlags, numeralValue } from './chinese-numerals.ts'
import { fillerTriggers, LONGEST_REPEAT, fillerBeforePronoun, fillerBetweenPauses, fillerEndingHere, ownSyllable, repeatLength, RETROFLEX } from './disfluency.ts'
import type { Span } from './types.ts'

/**
 * A text in the form in which rules are compared, with the way back. `units[i]` stands for
 * `original.slice(starts[i], ends[i])`; `pauses[i]` are the flags of what was dropped just before it (the last entry: after the end).
 */
export interface Normalised {
  readonly original: string
  readonly length: number
  readonly units: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly pauses: readonly number[]
}

/**
 * Working storage, reused by every call. Plain arrays on purpose: copying the used part out of them is some ten times cheaper
 * than making small typed arrays.
 */
const units: number[] = []
const starts: number[] = []
const ends: number[] = []
const pauses: number[] = []
let length = 0
/** Where a unit with the same last bits was last put, counted on from call to call, so that a stutter is looked for only where one can be. */
const RECENT_MASK = 1023
const lastPut = new Float64Array(RECENT_MASK + 1)
let base = LONGEST_REPEAT + 1

function put(unit: number, start: number, end: number): void {
  units[length] = unit
  starts[length] = start
  ends[length] = end
  length += 1
  pauses[length] = 0
}
function putAll(text: string, start: number, end: number): void {
  for (let index = 0; index < text.length; index++) put(text.charCodeAt(index), start, end)
}

/** A surrogate pair at `index`: rare characters stay, both units mapping to the whole pair; symbols such as emoji are dropped. */
function putPair(original: string, index: number): number {
  const point = original.codePointAt(index) ?? 0
  if (point <= 0xffff) return 1
  const folded = String.fromCodePoint(point).normalize('NFKC').toLowerCase()
  if (/^[\p{L}\p{N}]+$/u.test(folded)) putAll(folded, index, index + 2)
  return 2
}

/** Replaces the numeral that ends at the current end by its digits: 1百2十3 → 123. */
function closeNumeral(from: number): void {
  const value = numeralValue(units, from, length)
  if (value === null) return
  const start = starts[from] ?? 0
  const end = ends[length - 1] ?? 0
  length = from
  putAll(String(value), start, end)
}

/**
 * Brings a text into the form in which phrases and patterns are compared: NFKC, lower case, punctuation, spaces and fillers
 * dropped, traditional to simplified, numerals as digits, stutters collapsed. One pass, linear in the text.
 * A text of nothing but fillers keeps them. Positions are UTF-16 offsets.
 */
export function normalise(original: string): Normalised {
  if (original === last?.original) return last
  read(original)
  last = { original, length, units: units.slice(0, length), starts: starts.slice(0, length), ends: ends.slice(0, length), pauses: pauses.slice(0, length + 1) }
  return last
}
/** What was normalised last: cues, facts, reactions and conventions all listen to the same utterance. */
let last: Normalised | null = null

/** A normalised text whose storage is used again and again. Entries from `length` on are left over from longer texts. */
export class TextBuffer implements Normalised {
  original = ''
  length = 0
  readonly units: number[] = []
  readonly starts: number[] = []
  readonly ends: number[] = []
  readonly pauses: number[] = []

  /** The same as `normalise`, without making anything new; what the buffer held before is gone. */
  fill(text: string): Normalised {
    read(text)
    this.original = text
    this.length = length
    for (let index = 0; index < length; index++) {
      this.units[index] = units[index] ?? 0
      this.starts[index] = starts[index] ?? 0
      this.ends[index] = ends[index] ?? 0
      this.pauses[index] = pauses[index] ?? 0
    }
    this.pauses[length] = pauses[length] ?? 0
    return this
  }
}

/** Reads a text into the working storage. */
function read(original: string): void {
  const table = characterTable.units
  length = 0
  pauses[0] = 0
  let numeralFrom = -1
  for (let index = 0; index < original.length; index++) {
    const code = original.charCodeAt(index)
    const unit = code === RETROFLEX && !ownSyllable(original, index) ? 0 : (table[code] ?? 0)
    const numeral = numeralFlags[unit] === 1
    if (numeralFrom >= 0 && !numeral) {
      if (length - numeralFrom > 1 || isScale(units[numeralFrom] ?? 0)) closeNumeral(numeralFrom)
      numeralFrom = -1
    }
    if (unit >= FIRST_CHARACTER) {
      if (numeral && numeralFrom < 0) numeralFrom = length
      put(unit, index, index + 1)
      if (numeral) continue
      const here = base + length
      const recent = here - (lastPut[unit & RECENT_MASK] ?? 0) <= LONGEST_REPEAT
      lastPut[unit & RECENT_MASK] = here
      const repeated = recent ? repeatLength(units, length) : 0
      if (repeated > 0) dropStutter(repeated)
      else if (fillerTriggers[unit] === 1 && length >= 3) {
        dropFiller(fillerEndingHere(units, length), 0)
        dropFiller(fillerBeforePronoun(units, length), 1)
      }
    } else if (unit === EXPANDS) {
      putAll(characterTable.expansions.get(code) ?? '', index, index + 1)
    } else if (unit === SURROGATE) {
      index += putPair(original, index) - 1
    } else {
      pauses[length] = (pauses[length] ?? 0) | unit
      if (unit !== 0) dropFiller(fillerBetweenPauses(units, pauses, length), 0)
    }
  }
  if (numeralFrom >= 0) closeNumeral(numeralFrom)
  if (length === 0) keepFillers(original)
  base += original.length + LONGEST_REPEAT + 1
}

/** Of a stutter the first saying is kept; its mark reaches to the end of the second. */
function dropStutter(repeated: number): void {
  for (let index = length - repeated; index < length; index++) ends[index - repeated] = ends[index] ?? 0
  length -= repeated
}

/** Takes `count` units out, `after` units before the end; what follows counts as following a pause. */
function dropFiller(count: number, after: number): void {
  if (count === 0) return
  const from = length - after - count
  const flags = (pauses[from] ?? 0) | (pauses[from + count] ?? 0) | PAUSE
  units.copyWithin(from, from + count, length)
  starts.copyWithin(from, from + count, length)
  ends.copyWithin(from, from + count, length)
  length -= count
  pauses[from] = flags
  if (after > 0) pauses[length] = 0
}

function keepFillers(original: string): void {
  for (let index = 0; index < original.length; index++) {
    const code = original.charCodeAt(index)
    if (/\p{L}/u.test(original[index] ?? '')) put(code, index, index + 1)
  }
}

/** The normalised text, or the stretch [first, last) of it, as a string. */
export function normalisedText({ units: all, length: size }: Normalised, first = 0, last = size): string {
  let text = ''
  for (let from = first; from < last; from += 4096) text += String.fromCharCode(...all.slice(from, Math.min(last, from + 4096)))
  return text
}

/** The stretch of the original that the normalised positions [from, to) stand for. */
export function originalSpan(normalised: Normalised, from: number, to: number): Span {
  let end = 0
  for (let index = from; index < to; index++) end = Math.max(end, normalised.ends[index] ?? 0)
  return { start: normalised.starts[from] ?? 0, end }
}
