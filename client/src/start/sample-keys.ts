import { type Press, plainKey } from '../ui/keys.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The key of the sample at `place` (from 0): A to Z, then the same with Shift; null beyond. */
export function sampleKey(place: number): string | null {
  const letter = letters[place % letters.length] ?? ''
  return place < letters.length ? letter : place < 2 * letters.length ? `⇧${letter}` : null
}

/** The place of the sample that a press chooses; null for other presses. Caps Lock is no Shift. */
export function samplePlace(press: Press): number | null {
  const key = plainKey(press)
  const place = key?.length === 1 ? letters.indexOf(key.toUpperCase()) : -1
  return place < 0 ? null : place + (press.shiftKey === true ? letters.length : 0)
}
