const unitsOf = (characters: string): ReadonlySet<number> => new Set([...characters].map((character) => character.charCodeAt(0)))
const unit = (character: string): number => character.charCodeAt(0)

const [THIS, THAT, MEASURE, JUST, IS, SAY, DONE] = [unit('这'), unit('那'), unit('个'), unit('就'), unit('是'), unit('说'), unit('了')]
export const RETROFLEX = unit('儿')

/** Characters whose immediate repetition is a stutter, not a word: 我我, but not 看看 or 谢谢. */
const stuttered = unitsOf('我你您他这那不没就因然但所如在把给跟和的要请会能也都还有')
const pronouns = unitsOf('我你您他')
const sayers = unitsOf('我你您他也')
const childBefore = unitsOf('女幼婴健孤胎少')
const childAfter = unitsOf('子童女媳歌科')

const LONGEST_REPEAT = 8

/**
 * How many units at the end repeat what stands just before them as a stutter ("那个那个", "不归我们不归我们"); 0 when none.
 * "知道了知道了" and "研究研究" are said on purpose and stay.
 */
export function repeatLength(units: Uint16Array, length: number): number {
  const last = units[length - 1] ?? 0
  if (last === units[length - 2] && stuttered.has(last)) return 1
  if (last === DONE) return 0
  for (let size = 2; size <= LONGEST_REPEAT && size * 2 <= length; size++) {
    if (units[length - 1 - size] !== last) continue
    if (size === 2 && !stuttered.has(units[length - 2] ?? 0)) continue
    let same = true
    for (let back = 1; back < size && same; back++) same = units[length - 1 - back] === units[length - 1 - back - size]
    if (same) return size
  }
  return 0
}

const isDemonstrative = (units: Uint16Array, from: number): boolean =>
  units[from + 1] === MEASURE && (units[from] === THIS || units[from] === THAT)

/** 2 when the last unit is a pronoun after an idle 这个 or 那个: "不归那个我们管". */
export const fillerBeforePronoun = (units: Uint16Array, length: number): number =>
  length >= 3 && pronouns.has(units[length - 1] ?? 0) && isDemonstrative(units, length - 3) ? 2 : 0

/** 2 when 这个 or 那个 stands alone between two pauses: "嗯，那个，". */
export const fillerBetweenPauses = (units: Uint16Array, pauses: Uint8Array, length: number): number =>
  length >= 2 && isDemonstrative(units, length - 2) && (length === 2 || pauses[length - 2] !== 0) ? 2 : 0

/** 3 when the text ends in an idle 就是说; "您就是说" and "也就是说" report someone's words and stay. */
export const fillerEndingHere = (units: Uint16Array, length: number): number =>
  units[length - 1] === SAY && units[length - 2] === IS && units[length - 3] === JUST && !sayers.has(units[length - 4] ?? 0) ? 3 : 0

/** True when 儿 at `index` is a syllable of its own (儿童, 女儿) and not the colouring of the one before (哪儿, 事儿). */
export const ownSyllable = (text: string, index: number): boolean =>
  childAfter.has(text.charCodeAt(index + 1)) || childBefore.has(text.charCodeAt(index - 1))
