import type { FactCondition } from './rule-types.ts'
import type { FactLookup } from './types.ts'

/** True when the condition holds. A fact that is not known satisfies only `is: unknown` (and `not`). */
export function factHolds(condition: FactCondition, facts: FactLookup): boolean {
  const value = facts[condition.fact] ?? null
  if ('is' in condition) {
    if (condition.is === 'known') return value !== null
    if (condition.is === 'unknown') return value === null
    return value === condition.is
  }
  if ('not' in condition) return value !== condition.not
  if (typeof value !== 'number') return false
  return 'at_least' in condition ? value >= condition.at_least : value <= condition.at_most
}

const BLANK = '＿＿'

/** A sentence with its `{fact}` placeholders filled in; what is not known is left as a blank to be filled by the speaker. */
export function fillIn(sentence: string, facts: FactLookup): string {
  if (!sentence.includes('{')) return sentence
  return sentence.replace(/\{([^}]+)\}/g, (_, fact: string) => {
    const value = facts[fact]
    return value === undefined || value === null || value === '' ? BLANK : String(value)
  })
}
