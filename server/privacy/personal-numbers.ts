import { isIdCard, isLuhn } from './check-digits.ts'
import { type DigitRun, digitRuns } from './digit-runs.ts'

/** Which characters of a text must be covered. UTF-16 offsets. */
export interface Cover {
  readonly kind: 'phone' | 'id-card' | 'bank-card' | 'e-mail' | 'plate' | 'address' | 'dictated'
  readonly places: readonly number[]
}

/** Words right before a number that make it one of the house's own: a ticket, a serial number, an order. */
const ownNumber = /(?:单号|单子号|单据号|工单|维修单|编号|序列号|主机号|机身号|机号|受理号|服务号|报修号|流水号|订单|运单|快递|工号|案号|SN)[^，。！？；,!?;]{0,6}$/iu
/** Words before a number that make seven or eight digits a telephone number. */
const phoneWords = /(?:电话|座机|固话|手机|联系方式|打到|回到|打我)[^。！？!?]{0,8}$/u
/** Digits in a row, spoken one by one, that are somebody's number whatever it is of. */
const longSpoken = 11

/** Telephone numbers, ID-card and bank-card numbers, written or spoken digit by digit. */
export function personalNumbers(text: string): readonly Cover[] {
  return digitRuns(text).flatMap((run): readonly Cover[] => {
    const cover = run.digits.length < 7 || run.touches === 'letter' ? null : coverOf(run, text)
    return cover ? [cover] : []
  })
}

function coverOf(run: DigitRun, text: string): Cover | null {
  const { digits, places, end, spoken, touches } = run
  if (digits.length === 17 && touches === 'x' && isIdCard(digits, 'X')) return { kind: 'id-card', places: [...places.slice(1), end] }
  if (touches === 'x') return null
  if (digits.length === 18 && isIdCard(digits.slice(0, 17), digits.slice(17))) return { kind: 'id-card', places: places.slice(1, -1) }
  const before = text.slice(Math.max(0, run.start - 16), run.start)
  const country = /^(?:0086|86)(?=1[3-9]\d{9}$)/u.exec(digits)?.[0].length ?? 0
  const isMobile = /^(?:0086|86)?1[3-9]\d{9}$/u.test(digits)
  if (isMobile) return { kind: 'phone', places: places.slice(country + 3, -4) }
  if (ownNumber.test(before)) return null
  const grouped = spoken || evenGroups(places)
  if (digits.length >= 13 && digits.length <= 19 && grouped && isLuhn(digits)) return { kind: 'bank-card', places: places.slice(0, -4) }
  if (/^0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/u.test(digits) && digits.length <= 12) return { kind: 'phone', places: places.slice(digits[1] === '1' || digits[1] === '2' ? 3 : 4, -2) }
  if (/^[2-8]\d{6,7}$/u.test(digits) && phoneWords.test(before)) return { kind: 'phone', places: places.slice(0, -2) }
  if (spoken && digits.length >= longSpoken) return { kind: 'dictated', places: places.slice(0, -2) }
  return null
}

/** Written without gaps, or in groups of four as on a card. A date with a time has other groups. */
function evenGroups(places: readonly number[]): boolean {
  return places.every((place, at) => at === 0 || place === (places[at - 1] ?? 0) + 1 || at % 4 === 0)
}
