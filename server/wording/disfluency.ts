/** A lookup table over UTF-16 units: 1 for the characters given. Read on every character of every utterance, hence no Set. */
function unitsOf(characters: string): Uint8Array {
  const flags = new Uint8Array(65536)
  for (const character of characters) flags[character.charCodeAt(0)] = 1
  return flags
}
const unit = (character: string): number => character.charCodeAt(0)

const [THIS, THAT, MEASURE, JUST, IS, SAY, DONE] = [unit('这'), unit('那'), unit('个'), unit('就'), unit('是'), unit('说'), unit('了')]
export const RETROFLEX = unit('儿')

/** Characters whose immediate repetition is a stutter, not a word: 我我, but not 看看 or 谢谢. */
const stuttered = unitsOf('我你您他这那不没就因然但所如在把给跟和的要请会能也都还有')
const pronouns = unitsOf('我你您他')
const sayers = unitsOf('我你您他也')
const childBefore = unitsOf('女幼婴健孤胎少')
const childAfter = unitsOf('子童女媳歌科')

export const LONGEST_REPEAT = 8
/** 1 for the characters with which an idle filler can be recognised: 说 of 就是说, a pronoun after 这个. */
export const fillerTriggers = Uint8Array.from(pronouns, (flag, code) => (flag === 1 || code === SAY ? 1 : 0))

/**
 * How many units at the end repeat what stands just before them as a stutter ("那个那个", "不归我们不归我们"); 0 when none.
 * "知道了知道了" and "研究研究" are said on purpose and stay.
 */
export function repeatLength(units: readonly number[], length: number): number {
  const last = units[length - 1] ?? 0
  if (last === units[length - 2] && stuttered[last] === 1) return 1
  if (last === DONE) return 0
  for (let size = 2; size <= LONGEST_REPEAT && size * 2 <= length; size++) {
    if (units[length - 1 - size] !== last) continue
    if (size === 2 && stuttered[units[length - 2] ?? 0] !== 1) continue
    let same = true
    for (let back = 1; back < size && same; back++) same = units[length - 1 - back] === units[length - 1 - back - size]
    if (same) return size
  }
  return 0
}

const isDemonstrative = (units: readonly number[], from: number): boolean =>
  units[from + 1] === MEASURE && (units[from] === THIS || units[from] === THAT)

/** 2 when the last unit is a pronoun after an idle 这个 or 那个: "不归那个我们管". */
export const fillerBeforePronoun = (units: readonly number[], length: number): number =>
  length >= 3 && pronouns[units[length - 1] ?? 0] === 1 && isDemonstrative(units, length - 3) ? 2 : 0

/** 2 when 这个 or 那个 stands alone between two pauses: "嗯，那个，". */
export const fillerBetweenPauses = (units: readonly number[], pauses: readonly number[], length: number): number =>
  length >= 2 && isDemonstrative(units, length - 2) && (length === 2 || pauses[length - 2] !== 0) ? 2 : 0

/** 3 when the text ends in an idle 就是说; "您就是说" and "也就是说" report someone's words and stay. */
export const fillerEndingHere = (units: readonly number[], length: number): number =>
  units[length - 1] === SAY && units[length - 2] === IS && units[length - 3] === JUST && sayers[units[length - 4] ?? 0] !== 1 ? 3 : 0

/** True when 儿 at `index` is a syllable of its own (儿童, 女儿) and not the colouring of the one before (哪儿, 事儿). */
export const ownSyllable = (text: string, index: number): boolean =>
  childAfter[text.charCodeAt(index + 1)] === 1 || childBefore[text.charCodeAt(index - 1)] === 1
