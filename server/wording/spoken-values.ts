import { findTime } from './time-expressions.ts'
import type { Span } from './types.ts'

/** What of an answer is taken for a text fact. `words`: the answer as a whole. */
export type Takes = 'time' | 'date' | 'length' | 'telephone' | 'code' | 'money' | 'email' | 'count' | 'words'
export interface SpokenValue extends Span {
  readonly value: string
}

const digits: Readonly<Record<string, string>> = { 零: '0', 〇: '0', 一: '1', 幺: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' }
const digit = '[0-9０-９零〇一幺二两三四五六七八九]'
const numeral = '[0-9０-９零〇一二两三四五六七八九十百千万半几.]'

const telephone = new RegExp(`${digit}(?:[ ,，、\\-的]?${digit}){6,12}`, 'u')
const tail = new RegExp(`尾号(?:是|为)?(${digit}{2,4})`, 'u')
const thisNumber = /(?:就|打|用|回|留)?(?:我)?(?:现在|目前)?(?:打(?:过)?来的?)?(?:这|本)(?:个|部|台)?(?:电话|手机|号码?|机)|来电(?:号码?|电话|显示)/u
const code = new RegExp(`(?:[A-Za-z]|${digit})(?:[ ,，、\\-]?(?:[A-Za-z]|${digit})){3,29}`, 'u')
const money = new RegExp(`(?:大概|大约|差不多|一共|总共)?(${numeral}+(?:多|来)?(?:块|元|万|千|百)(?:${digit}+)?(?:钱|整|左右|多)?)`, 'u')
const email = /[A-Za-z0-9][\w.-]*@[\w-]+(?:\.[A-Za-z]+)+/u
const length = new RegExp(`(?:大概|大约|差不多|还要|还得)?(${numeral}+(?:多|来)?(?:个)?(?:半)?(?:分钟|小时|钟头|工作日|天|星期|礼拜|周|月|年)(?:半)?(?:左右|以内|之内|内)?)`, 'u')
const date = new RegExp(
  `(?:(?:${digit}{2,4}年)?(?:去年|今年|前年|上个月|这个月|本月)?(?:的)?(?:${numeral}{1,3}月(?:份)?)(?:${numeral}{1,3}[日号])?|(?:去年|今年|前年|大前年)(?:年初|年底|春天|夏天|秋天|冬天|上半年|下半年)?|(?:昨|前|今|大前)天(?:上午|下午|晚上)?|上(?:个)?(?:周|星期|礼拜|月)[一二三四五六日天]?|${numeral}{1,3}[日号](?:上午|下午|晚上)?)`,
  'u',
)
const count = new RegExp(`(?:一共|总共|有|坏了)?(${numeral}+(?:多|来)?(?:台|个|部|次|套|件|块)?)`, 'u')

const asDigits = (spoken: string): string => [...spoken.normalize('NFKC')].map((character) => digits[character] ?? character).join('').replaceAll(/[^0-9A-Za-z]/gu, '')

function matched(pattern: RegExp, text: string, value: (words: string) => string = (words) => words): SpokenValue | null {
  const match = pattern.exec(text)
  if (match === null) return null
  const words = match[1] ?? match[0]
  const start = match.index + match[0].indexOf(words)
  return { value: value(words), start, end: start + words.length }
}

/** A number to call: its digits, 尾号 with the last ones, or 来电号码 for the one the caller rings from. */
function spokenTelephone(text: string): SpokenValue | null {
  const found = matched(telephone, text, asDigits)
  if (found !== null && /^(?:1\d{10}|0\d{9,11}|[2-9]\d{6,7}|[48]00\d{7})$/u.test(found.value)) return found
  return matched(tail, text, (words) => `尾号${asDigits(words)}`) ?? matched(thisNumber, text, () => '来电号码')
}

/** Letters and digits of a ticket or a machine, four at least, three of them digits. */
function spokenCode(text: string): SpokenValue | null {
  const found = matched(code, text, (words) => asDigits(words).toUpperCase())
  return found !== null && found.value.replaceAll(/\D/gu, '').length >= 3 ? found : null
}

/** A time that is past is none (上个月十六号, 昨天下午修的), nor one that is asked for (您今天几点方便) or waited for (给我一分钟). */
function timeToCome(text: string): SpokenValue | null {
  const found = findTime(text)
  if (found === null || /(?:上个?|上上|昨|前|去年?|当时|那)$/u.test(text.slice(0, found.start)) || /^(?:刚|就|才)?(?:买|送|修|坏|来|装|换|拿|取|打)(?:的|了|过(?!来)|来(?:的|了))/u.test(text.slice(found.end))) return null
  if (/^(?:的)?(?:大概|大约)?(?:几点|什么时候|什么时间|哪)/u.test(text.slice(found.end)) || (text.slice(found.start, found.end).endsWith('分钟') && /(?:给我|等我|等|约)$/u.test(text.slice(0, found.start)))) return null
  return { value: text.slice(found.start, found.end), ...found }
}

/** The value of this form that a text names first, as UTF-16 offsets; null when none is. */
export function spokenValue(takes: Exclude<Takes, 'words'>, text: string): SpokenValue | null {
  if (takes === 'time') return timeToCome(text)
  if (takes === 'telephone') return spokenTelephone(text)
  if (takes === 'code') return spokenCode(text)
  return matched({ date, length, money, email, count }[takes], text)
}
