import { type CallFacts, type FactId, type FactValue, factDefinition } from './facts.ts'
import type { Label } from './fact-kinds.ts'
import { policy, type PolicyId } from './policy.ts'

/** What a `decide` step judges by: plain data, so that a flow can be drafted, compared and published. */
export type Condition =
  | { readonly fact: FactId; readonly is: FactValue }
  | { readonly fact: FactId; readonly unknown: true }
  | { readonly fact: FactId; readonly atMost: PolicyId }
  | { readonly fact: FactId; readonly atLeast: PolicyId }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

type NumberFactId = { [K in FactId]: FactValue<K> extends number ? K : never }[FactId]

/** The fact is known and equals `value`. */
export const is = <K extends FactId>(fact: K, value: FactValue<K>): Condition => ({ fact, is: value })
/** The fact is not known yet: a flow asks before it judges. */
export const unknown = (fact: FactId): Condition => ({ fact, unknown: true })
/** The fact is known and at most the policy's figure. */
export const atMost = (fact: NumberFactId, limit: PolicyId): Condition => ({ fact, atMost: limit })
/** The fact is known and at least the policy's figure. */
export const atLeast = (fact: NumberFactId, limit: PolicyId): Condition => ({ fact, atLeast: limit })
/** Every condition holds. */
export const all = (...conditions: readonly Condition[]): Condition => ({ all: conditions })
/** At least one condition holds. */
export const any = (...conditions: readonly Condition[]): Condition => ({ any: conditions })
/** The condition does not hold (an unknown fact makes most conditions false, so negate with care). */
export const not = (condition: Condition): Condition => ({ not: condition })

/** Whether `condition` holds for what the call knows. */
export function holds(condition: Condition, facts: CallFacts): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, facts))
  if ('any' in condition) return condition.any.some((each) => holds(each, facts))
  if ('not' in condition) return !holds(condition.not, facts)
  const value = facts[condition.fact] ?? null
  if ('unknown' in condition) return value === null
  if ('is' in condition) return value === condition.is
  if (typeof value !== 'number') return false
  return 'atMost' in condition ? value <= policy[condition.atMost].value : value >= policy[condition.atLeast].value
}

/** The facts that a condition looks at. */
export function factsOf(condition: Condition): readonly FactId[] {
  if ('all' in condition) return condition.all.flatMap(factsOf)
  if ('any' in condition) return condition.any.flatMap(factsOf)
  if ('not' in condition) return factsOf(condition.not)
  return [condition.fact]
}

/** A condition in words, e.g. 购机天数 ≤ 7 天. */
export function describe(condition: Condition, language: keyof Label): string {
  const bracketed = (text: string): string => (language === 'zh' ? `（${text}）` : `(${text})`)
  const joined = (list: readonly Condition[], zh: string, en: string): string =>
    list.map((each) => ('all' in each || 'any' in each ? bracketed(describe(each, language)) : describe(each, language))).join(language === 'zh' ? zh : en)
  if ('all' in condition) return joined(condition.all, '，且', ' and ')
  if ('any' in condition) return joined(condition.any, '，或', ' or ')
  if ('not' in condition) {
    const inner = describe(condition.not, language)
    if ('all' in condition.not || 'any' in condition.not) return language === 'zh' ? `不是${bracketed(inner)}` : `not ${bracketed(inner)}`
    return language === 'zh' ? `不是：${inner}` : `not: ${inner}`
  }
  const definition = factDefinition(condition.fact)
  const name = definition[language]
  if ('unknown' in condition) return language === 'zh' ? `${name}未知` : `${name} unknown`
  if ('is' in condition) return `${name} = ${describeValue(condition.fact, condition.is, language)}`
  const unit = definition.kind === 'number' ? definition.unit[language] : ''
  return 'atMost' in condition
    ? `${name} ≤ ${policy[condition.atMost].value} ${unit}`
    : `${name} ≥ ${policy[condition.atLeast].value} ${unit}`
}

/** A fact's value in words, e.g. 保内, 3 次, 是. */
export function describeValue(fact: FactId, value: FactValue, language: keyof Label): string {
  const definition = factDefinition(fact)
  if (definition.kind === 'choice') return definition.options[String(value)]?.[language] ?? String(value)
  if (definition.kind === 'number') return `${String(value)} ${definition.unit[language]}`
  if (definition.kind === 'yes-no') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  return String(value)
}
