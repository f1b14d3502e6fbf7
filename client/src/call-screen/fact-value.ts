import type { FactView, Label } from '../../../server/protocol.ts'
import { factWords } from '../i18n/fact-words.ts'

export type FactValue = Exclude<FactView['value'], null>
/** One of the answers that a fact can have, with the key that gives it. */
export interface Choice {
  readonly key: string
  readonly value: FactValue
  readonly label: Label
}

/** The answers to pick from: options by digit, yes and no by Y and N; empty where something must be typed. */
export function choicesOf({ kind, options }: FactView): readonly Choice[] {
  if (kind === 'yes-no') return [{ key: 'Y', value: true, label: factWords.yes }, { key: 'N', value: false, label: factWords.no }]
  return kind === 'choice' ? options.map(({ value, label }, at) => ({ key: String(at + 1), value, label })) : []
}

/** What was typed, as the fact's value; null when it is empty or not a number where one is wanted. */
export function typedValue({ kind }: FactView, typed: string): FactValue | null {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return null
  if (kind !== 'number') return text
  const number = Number(text)
  return Number.isFinite(number) && number >= 0 ? number : null
}
