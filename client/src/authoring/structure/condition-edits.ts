import type { DraftedCondition } from '../../../../server/protocol.ts'

/** How the parts of a condition are joined: all must hold, or any of them. */
export type Join = 'all' | 'any'
export const joins: readonly Join[] = ['all', 'any']
export const otherJoin = (join: Join): Join => (join === 'all' ? 'any' : 'all')

/** A condition without the "not" around it, and whether there is one. */
export const bare = (condition: DraftedCondition): { readonly inner: DraftedCondition; readonly negated: boolean } => ('not' in condition ? { inner: condition.not, negated: true } : { inner: condition, negated: false })
const again = (inner: DraftedCondition, not: boolean): DraftedCondition => (not ? negated(inner) : inner)

export const joinOf = (condition: DraftedCondition): Join | null => ('all' in condition ? 'all' : 'any' in condition ? 'any' : null)
export const partsOf = (condition: DraftedCondition): readonly DraftedCondition[] => ('all' in condition ? condition.all : 'any' in condition ? condition.any : [])
const joined = (join: Join, parts: readonly DraftedCondition[]): DraftedCondition => (join === 'all' ? { all: parts } : { any: parts })

/** The opposite; two "not" take each other away. */
export const negated = (condition: DraftedCondition): DraftedCondition => ('not' in condition ? condition.not : { not: condition })

/** With a further part: in the same list where it is joined that way already, else beside the whole. */
export const withPart = (condition: DraftedCondition, join: Join, part: DraftedCondition): DraftedCondition =>
  joinOf(condition) === join ? joined(join, [...partsOf(condition), part]) : joined(join, [condition, part])

/** With the parts joined the other way. */
export function withJoin(condition: DraftedCondition, join: Join): DraftedCondition {
  const { inner, negated: not } = bare(condition)
  return again(joined(join, partsOf(inner)), not)
}

/** With one part changed, or taken away when it is null; a single part that is left needs no list. */
export function withPartAt(condition: DraftedCondition, place: number, part: DraftedCondition | null): DraftedCondition {
  const { inner, negated: not } = bare(condition)
  const join = joinOf(inner) ?? 'all'
  const parts = part === null ? partsOf(inner).filter((_, at) => at !== place) : partsOf(inner).with(place, part)
  const [only, second] = parts
  return again(only !== undefined && second === undefined ? only : joined(join, parts), not)
}
