import type { Span } from './types.ts'

const number = '(?:\\d{1,2}|[零一二两三四五六七八九十]{1,3})'
const part = '(?:凌晨|清早|早上|上午|中午|下午|傍晚|晚上|今晚|明早)'
const day = `(?:今天|明天|后天|大后天|今晚|明早|这周|下周|本周|周末|(?:下|这|本)?(?:周|星期|礼拜)[一二三四五六日天]|${number}月${number}[日号]|${number}号)`
const clock = `(?:${number}点(?:半|钟|整|${number}分?)?|${number}[:：]\\d{2})`
const span = `(?:(?:半|${number}|几)(?:个)?(?:半)?(?:分钟|小时|钟头|工作日|天)(?:之内|以内|内|后|以后|左右)?)`

/** A moment or a length of time, as spoken: 明天上午十点, 两个小时以内, 下班前. */
const timeExpression = new RegExp(`(?:${day}的?)?(?:${part})?${clock}|${day}(?:的?${part})?|${part}|${span}|下班(?:之)?前|马上就`, 'u')

/** The first time named in a text, as UTF-16 offsets; null when none is. */
export function findTime(text: string): Span | null {
  const found = timeExpression.exec(text)
  return found === null ? null : { start: found.index, end: found.index + found[0].length }
}
