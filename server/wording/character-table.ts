import { Converter } from 'opencc-js/t2cn'

/** Flags of a dropped character; the flags of all characters dropped before position i are `Normalised.pauses[i]`. */
export const PAUSE = 1
export const SENTENCE_END = 2
export const QUESTION_MARK = 4
export const QUOTE = 8
/** Table values below this are flags of a dropped character, except the next two. */
export const FIRST_CHARACTER = 32
export const EXPANDS = 16
export const SURROGATE = 17

/** Spoken or regional words written with one character, and their common form. */
const spelledOut: Readonly<Record<string, string>> = { 啥: '什么', 咋: '怎么', 甭: '不用', 俩: '2个', 仨: '3个' }
const alike: Readonly<Record<string, string>> = { 咱: '我', 妳: '你', 她: '他', 它: '他', 牠: '他', 祢: '你', 两: '2', 〇: '0', 零: '0' }
const digits = '零一二三四五六七八九'
const dropped = '嗯呃啊唉哎诶欸噢哦喔唔呀哒滴啦喽咯嘞'

const sentenceEnds = new Set('。！!;；\n…')
const questionMarks = new Set('？?')
const fillers = new Set(dropped)
const quotes = new Set('“”"「」『』《》‘’')

function flagsOf(character: string): number {
  if (sentenceEnds.has(character)) return SENTENCE_END
  if (questionMarks.has(character)) return SENTENCE_END | QUESTION_MARK
  if (quotes.has(character)) return QUOTE
  if (fillers.has(character)) return PAUSE
  return /[\p{P}\p{Z}\s]/u.test(character) ? PAUSE : 0
}

/** Traditional to simplified, one character at a time; characters whose simplification is longer or absent stay. */
function simplifiedCharacters(): Map<number, number> {
  const toSimplified = Converter({ from: 't', to: 'cn' })
  const all: string[] = []
  for (let code = 0x3400; code <= 0x9fff; code++) all.push(String.fromCharCode(code))
  const converted = toSimplified(all.join('\n')).split('\n')
  const changed = new Map<number, number>()
  converted.forEach((to, index) => {
    const from = 0x3400 + index
    if (to.length === 1 && to.charCodeAt(0) !== from) changed.set(from, to.charCodeAt(0))
  })
  return changed
}

export interface CharacterTable {
  /** For every UTF-16 unit: its canonical unit, flags of a dropped one (< 16), EXPANDS or SURROGATE. */
  readonly units: Uint16Array
  readonly expansions: ReadonlyMap<number, string>
}

function canonical(character: string, simplified: ReadonlyMap<number, number>): string {
  const folded = character.normalize('NFKC').toLowerCase()
  let result = ''
  for (const part of folded) {
    const simple = simplified.get(part.charCodeAt(0))
    const one = simple === undefined ? part : String.fromCharCode(simple)
    if (dropped.includes(one)) continue
    const digit = digits.indexOf(one)
    if (digit >= 0) result += digit
    else if (spelledOut[one] !== undefined) result += spelledOut[one]
    else if (alike[one] !== undefined) result += alike[one]
    else if (/[\p{L}\p{N}%]/u.test(one)) result += one
  }
  return result
}

/**
 * NFKC, lower case, punctuation and fillers out, traditional to simplified, Chinese digits to 0–9, for every UTF-16 unit.
 * Takes some 60 ms, once when the module loads.
 */
function buildTable(): CharacterTable {
  const units = new Uint16Array(65536)
  const expansions = new Map<number, string>()
  const simplified = simplifiedCharacters()
  for (let code = 0; code < 65536; code++) {
    if (code >= 0xd800 && code <= 0xdfff) {
      units[code] = SURROGATE
      continue
    }
    const character = String.fromCharCode(code)
    if (code >= 0xac00 && code <= 0xd7a3) {
      units[code] = code
      continue
    }
    const to = canonical(character, simplified)
    if (to.length === 0) units[code] = flagsOf(character)
    else if (to.length === 1) units[code] = to.charCodeAt(0)
    else {
      units[code] = EXPANDS
      expansions.set(code, to)
    }
  }
  return { units, expansions }
}

export const characterTable: CharacterTable = buildTable()
