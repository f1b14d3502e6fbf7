import { pinyin } from 'pinyin-pro'
import type { Normalised } from './normalise.ts'

const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fa5
/** Syllable codes lie in the private use area: no character has one. */
const FIRST_CODE = 0xe000

/** The sounds that recognisers and dialects confuse: zh/z ch/c sh/s n/l r/l f/h, -ng/-n. */
function fuzzy(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^[nr](?=[a-zü])/, 'l')
    .replace(/^f/, 'h')
    .replace(/ng$/, 'n')
}

/** For every UTF-16 unit the code of its fuzzy syllable; characters that have none (digits, Latin letters) stand for themselves. */
function buildSyllables(): Uint16Array {
  const codes = Uint16Array.from({ length: 65536 }, (_, unit) => unit)
  const numbers = new Map<string, number>()
  const characters: string[] = []
  for (let code = FIRST_HAN; code <= LAST_HAN; code++) characters.push(String.fromCharCode(code))
  const spoken = pinyin(characters.join(' '), { toneType: 'none', type: 'array', v: true })
  for (let index = 0; index < characters.length; index++) {
    const syllable = fuzzy(spoken[index * 2] ?? '')
    if (!/^[a-zü]+$/.test(syllable)) continue
    const number = numbers.get(syllable) ?? numbers.size
    numbers.set(syllable, number)
    codes[FIRST_HAN + index] = FIRST_CODE + number
  }
  return codes
}

const syllables = buildSyllables()

/** The fuzzy syllable code of one normalised unit. */
export const syllableOf = (unit: number): number => syllables[unit] ?? 0

/** A normalised word as fuzzy syllables, one unit a syllable. */
export const syllablesOfWord = (word: string): string =>
  String.fromCharCode(...Array.from({ length: word.length }, (_, index) => syllableOf(word.charCodeAt(index))))

const sounds: number[] = []

/** The same text with every character replaced by its fuzzy syllable; positions and pauses stay. Valid until the next call. */
export function soundOf({ original, length, starts, ends, pauses, units }: Normalised): Normalised {
  for (let index = 0; index < length; index++) sounds[index] = syllables[units[index] ?? 0] ?? 0
  return { original, length, units: sounds, starts, ends, pauses }
}
