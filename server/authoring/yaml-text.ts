import { load } from 'js-yaml'

/** A value as YAML on one line, in the manner of the library's files: `{ zh: 好, en: ok }`, `[a, b]`. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return scalarText(value)
  return `{ ${given(value).map(([key, each]) => `${key}: ${flowText(each)}`).join(', ')} }`
}

/** A map or list as YAML lines, each ending in a line break, `indent` spaces in; small inner values stay on one line. */
export function blockText(value: unknown, indent: number): string {
  const margin = ' '.repeat(indent)
  if (Array.isArray(value)) {
    return value.map((each: unknown) => (isLarge(each) ? `${margin}- ${blockText(each, indent + 2).slice(indent + 2)}` : `${margin}- ${flowText(each)}\n`)).join('')
  }
  return given(value as object).map(([key, each]) => (isLarge(each) ? `${margin}${key}:\n${blockText(each, indent + 2)}` : `${margin}${key}: ${flowText(each)}\n`)).join('')
}

/** A text, number or truth value; quoted only where it must be. */
export function scalarText(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value ?? null)
  return isPlain(value) ? value : JSON.stringify(value)
}

const isPlain = (text: string): boolean => /^[\p{L}\p{N}][^:#,[\]{}"'\n\\|>&*!%@`]*$/u.test(text) && !/\s$/u.test(text) && load(text) === text
const given = (value: object): readonly (readonly [string, unknown])[] => Object.entries(value).filter(([, each]) => each !== undefined)

/** Whether a value is better read on lines of its own: a record with lists or many fields, a list of such, a long list. */
function isLarge(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && (value.some(isLarge) || flowText(value).length > 60)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((each) => typeof each === 'object' && each !== null) || Object.keys(value).length > 4
}
