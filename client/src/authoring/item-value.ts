/** A rule, phrase or cue as the YAML holds it, and a part of it. */
export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text under a key; empty when there is none. */
export const textAt = (value: Fields, key: string): string => (typeof value[key] === 'string' || typeof value[key] === 'number' ? String(value[key]) : '')

/** The texts of the list under a key. */
export const linesAt = (value: Fields, key: string): readonly string[] => (Array.isArray(value[key]) ? value[key].map(String) : [])

/** The parts of the list under a key. */
export const partsAt = (value: Fields, key: string): readonly Fields[] => (Array.isArray(value[key]) ? value[key].filter(isFields) : [])

/** The part under a key; empty when there is none. */
export const partAt = (value: Fields, key: string): Fields => (isFields(value[key]) ? value[key] : {})

/** With a key set; what is undefined, or an empty list or part, is left out. */
export function withField(value: Fields, key: string, next: unknown): Fields {
  const empty = next === undefined || (Array.isArray(next) && next.length === 0) || (isFields(next) && Object.keys(next).length === 0)
  if (empty) return Object.fromEntries(Object.entries(value).filter(([each]) => each !== key))
  return { ...value, [key]: next }
}

/** With one part of the list under a key replaced. */
export const withPart = (value: Fields, key: string, index: number, next: Fields): Fields => ({ ...value, [key]: partsAt(value, key).map((part, at) => (at === index ? next : part)) })
