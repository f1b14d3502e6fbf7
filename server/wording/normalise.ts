import { characterTable, EXPANDS, FIRST_CHARACTER, PAUSE, SURROGATE } from './character-table.ts'
import { isDigit, isScale, numeralValue } from './chinese-numerals.ts'
import { fillerBeforePronoun, fillerBetweenPauses, fillerEndingHere, ownSyllable, repeatLength, RETROFLEX } from './disfluency.ts'
import type { Span } from './types.ts'

/**
 * A text in the form in which rules are compared, with the way back. `units[i]` stands for
 * `original.slice(starts[i], ends[i])`; `pauses[i]` are the flags of what was dropped just before it (the last entry: after the end).
 */
export interface Normalised {
  readonly original: string
  readonly length: number
  readonly units: Uint16Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly pauses: Uint8Array
}

let capacity = 1024
let units = new Uint16Array(capacity)
let starts = new Uint32Array(capacity)
let ends = new Uint32Array(capacity)
let pauses = new Uint8Array(capacity + 1)

function reserve(wanted: number): void {
  if (wanted <= capacity) return
  capacity = wanted * 2
  units = new Uint16Array(capacity)
  starts = new Uint32Array(capacity)
  ends = new Uint32Array(capacity)
  pauses = new Uint8Array(capacity + 1)
}

let length = 0
function put(unit: number, start: number, end: number): void {
  units[length] = unit
  starts[length] = start
  ends[length] = end
  length += 1
  pauses[length] = 0
}
function putAll(text: string, start: number, end: number): void {
  reserveMore(text.length)
  for (let index = 0; index < text.length; index++) put(text.charCodeAt(index), start, end)
}
function reserveMore(more: number): void {
  if (length + more <= capacity) return
  const kept = [units, starts, ends, pauses] as const
  reserve(length + more)
  units.set(kept[0].subarray(0, length))
  starts.set(kept[1].subarray(0, length))
  ends.set(kept[2].subarray(0, length))
  pauses.set(kept[3].subarray(0, length + 1))
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
  reserve(original.length + 8)
  const table = characterTable.units
  length = 0
  pauses[0] = 0
  let numeralFrom = -1
  for (let index = 0; index < original.length; index++) {
    const code = original.charCodeAt(index)
    const unit = code === RETROFLEX && !ownSyllable(original, index) ? 0 : (table[code] ?? 0)
    const numeral = isDigit(unit) || isScale(unit)
    if (numeralFrom >= 0 && !numeral) {
      if (length - numeralFrom > 1 || isScale(units[numeralFrom] ?? 0)) closeNumeral(numeralFrom)
      numeralFrom = -1
    }
    if (unit >= FIRST_CHARACTER) {
      if (numeral && numeralFrom < 0) numeralFrom = length
      put(unit, index, index + 1)
      if (numeral) continue
      const repeated = repeatLength(units, length)
      if (repeated > 0) dropStutter(repeated)
      else if (length >= 3) {
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
  return { original, length, units: units.slice(0, length), starts: starts.slice(0, length), ends: ends.slice(0, length), pauses: pauses.slice(0, length + 1) }
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

/** The normalised text as a string. */
export function normalisedText({ units: all }: Normalised): string {
  let text = ''
  for (let from = 0; from < all.length; from += 4096) text += String.fromCharCode(...all.subarray(from, from + 4096))
  return text
}

/** The stretch of the original that the normalised positions [from, to) stand for. */
export function originalSpan(normalised: Normalised, from: number, to: number): Span {
  let end = 0
  for (let index = from; index < to; index++) end = Math.max(end, normalised.ends[index] ?? 0)
  return { start: normalised.starts[from] ?? 0, end }
}
