import { digitRuns } from './digit-runs.ts'
import { type Cover, personalNumbers } from './personal-numbers.ts'

/** What stands in the place of a covered character: one for one, so that every offset stays true. */
const blank = '*'
const digit = '[0-9０-９零〇一二三四五六七八九幺两]'
/** Nothing that could be personal is without one of these: a long number, a mailbox, a house, a plate. Most texts are passed over here. */
const worthALook = new RegExp(`[@＠]|艾特|(?:${digit}[ \\-－，,、。.…嗯呃啊()（）]{0,3}){6}${digit}|[0-9０-９零〇一二两三四五六七八九十百幺](?:号|弄|栋|幢|单元|室|房)|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]`, 'u')
/** Whether a text may hold something personal; false is certain, true is not. Cheap: for what is done to every entry of every call. */
export const mayBePersonal = (text: string): boolean => worthALook.test(text)

const number = '(?:[0-9０-９]{1,5}|[零〇一二两三四五六七八九十百]{1,6})'
const longer = '(?:[0-9０-９]{3,5}|[零〇一二两三四五六七八九幺]{3,5})'
const patterns: readonly { readonly kind: Cover['kind']; readonly of: RegExp }[] = [
  { kind: 'e-mail', of: /(?<=[A-Za-z0-9])[A-Za-z0-9._%+-]{0,63}(?=\s?(?:[@＠]|艾特)\s?[A-Za-z0-9])/gu },
  { kind: 'plate', of: /(?<=[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?)[A-Z0-9]{5,6}(?![A-Za-z0-9])/gu },
  { kind: 'address', of: new RegExp(`(?<=[^在半一]路|街|大道|巷|胡同|小区|花园)${number}(?=(?:号|弄)(?!线|车|早|上|下|中|晚|到|之|前|来|去|送|寄))`, 'gu') },
  { kind: 'address', of: new RegExp(`(?<=弄)${number}(?=号)`, 'gu') },
  { kind: 'address', of: new RegExp(`${number}(?=号楼|号院|栋|幢|单元)`, 'gu') },
  { kind: 'address', of: new RegExp(`${longer}(?=室|号房|房间)`, 'gu') },
  { kind: 'address', of: new RegExp(`(?<=(?:号楼|号院|栋|幢|单元))${number}(?=楼|层|室|号|房|$|[，。！？,!?])`, 'gu') },
]

/** What of a text is personal, and which of its characters must be covered. */
export function personalParts(text: string): readonly Cover[] {
  if (!mayBePersonal(text)) return []
  const shapes = patterns.flatMap(({ kind, of }) =>
    [...text.matchAll(of)].filter(([match]) => match !== '').map(({ 0: match, index }): Cover => ({ kind, places: Array.from({ length: match.length }, (_, at) => index + at) })))
  return [...personalNumbers(text), ...shapes]
}

/**
 * The text with personal numbers covered: telephone, ID card (by its check mark), bank card (Luhn), e-mail, licence plate, house and room,
 * written or spoken digit by digit. As long as before, in UTF-16 units; masking what is masked changes nothing.
 */
export function maskPersonal(text: string): string {
  // What is covered may leave a number standing alone that was part of a code before: looked at until nothing is left.
  for (let before = text; ; ) {
    const after = covered(before, personalParts(before).flatMap(({ places }) => places))
    if (after === before) return after
    before = after
  }
}

/** A turn that is nothing but digits, of somebody who dictates a number piece by piece; null for any other. */
export function maskDictated(text: string): string | null {
  const runs = digitRuns(text)
  const digits = runs.reduce((sum, run) => sum + run.digits.length, 0)
  const rest = text.length - digits
  if (digits < 3 || !/^[0-9０-９零〇一二三四五六七八九幺两\s，,、。.…\-嗯呃啊对是的好]*$/u.test(text) || rest > digits) return null
  return covered(text, runs.flatMap(({ places }) => places))
}

function covered(text: string, places: readonly number[]): string {
  if (places.length === 0) return text
  const units = text.split('')
  for (const place of places) units[place] = blank
  return units.join('')
}
