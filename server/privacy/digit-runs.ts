/** A number as it stands in a text: digits that belong together, with what divides them. UTF-16 offsets. */
export interface DigitRun {
  /** Its digits as 0–9. */
  readonly digits: string
  /** Where each digit stands. */
  readonly places: readonly number[]
  readonly start: number
  readonly end: number
  /** Whether at least one digit is written as it is spoken: 幺三八. */
  readonly spoken: boolean
  /** A letter touches it: part of a code such as a serial number. `x`: the letter behind it is the check mark X of an ID-card number. */
  readonly touches: 'nothing' | 'letter' | 'x'
}

const values: ReadonlyMap<string, string> = new Map([
  ...[...'0123456789'].map((digit, value) => [digit, String(value)] as const),
  ...[...'０１２３４５６７８９'].map((digit, value) => [digit, String(value)] as const),
  ...[...'零一二三四五六七八九'].map((digit, value) => [digit, String(value)] as const),
  ['〇', '0'], ['幺', '1'], ['两', '2'],
])
const written = /[0-9０-９]/u
const betweenWritten = /^(?:[ \-－]|\) ?|） ?)$/u
/** Pauses of somebody who dictates. */
const betweenSpoken = /^[ \-－，,、。.…嗯呃啊]{1,3}$/u
const letter = /[A-Za-z]/u

/** The numbers of a text, from left to right, none overlapping. */
export function digitRuns(text: string): readonly DigitRun[] {
  const runs: DigitRun[] = []
  let digits = ''
  let places: number[] = []
  let spoken = false
  const close = (): void => {
    const start = places[0] ?? 0
    const end = (places.at(-1) ?? 0) + 1
    const before = text[start - 1] ?? ''
    const after = text[end] ?? ''
    if (digits.length > 0) runs.push({ digits, places, start, end, spoken, touches: letter.test(before) ? 'letter' : /[xX]/u.test(after) && !letter.test(text[end + 1] ?? '') ? 'x' : letter.test(after) ? 'letter' : 'nothing' })
    digits = ''
    places = []
    spoken = false
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    const value = values.get(character)
    if (value === undefined) continue
    const last = places.at(-1)
    if (last !== undefined && last + 1 < at) {
      const between = text.slice(last + 1, at)
      const dictated = !written.test(character) && !written.test(text.charAt(last))
      if (!(dictated ? betweenSpoken : betweenWritten).test(between)) close()
    }
    spoken ||= !written.test(character)
    digits += value
    places.push(at)
  }
  close()
  return runs
}
