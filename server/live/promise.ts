import type { Promised } from './call-events.ts'

const contact = /回(?:您|你)?(?:个)?(?:电话|电|话|复|音)|(?:给|跟|和)(?:您|你)(?:再)?(?:打|联系|答复|回复|回话|回电|说一声|个(?:信|交代|说法))|联系(?:您|你)|打给(?:您|你)|答复(?:您|你)/u
const clockTime = /今天|明天|后天|上午|下午|晚上|下班前|周[一二三四五六日天]|星期|点(?:钟|半|之?前)?/u
const span = /(\d+|[一二两三四五六七八九十半]+)\s*(?:个)?\s*(分钟|小时|钟头|天)(?:之内|以内|内|后|之后|左右)?/u

const digits: Readonly<Record<string, number>> = { 半: 0.5, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const unitMs: Readonly<Record<string, number>> = { 分钟: 60_000, 小时: 3_600_000, 钟头: 3_600_000, 天: 86_400_000 }

/** The promise to call back that an agent's words make, or null. A promise needs the contact and a time in the same utterance. */
export function promiseIn(text: string): Promised | null {
  if (!contact.test(text)) return null
  const named = span.exec(text)
  if (named) {
    const amount = numberOf(named[1] ?? '')
    return { withinMs: amount === null ? null : amount * (unitMs[named[2] ?? ''] ?? 0) }
  }
  return clockTime.test(text) ? { withinMs: null } : null
}

function numberOf(text: string): number | null {
  if (/^\d+$/u.test(text)) return Number(text)
  const [tens, ones, ...more] = text.split('十')
  if (more.length > 0) return null
  if (ones === undefined) return digits[text] ?? null
  const high = tens === '' ? 1 : digits[tens ?? '']
  const low = ones === '' ? 0 : digits[ones]
  return high === undefined || low === undefined ? null : high * 10 + low
}
