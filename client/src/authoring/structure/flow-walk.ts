import type { DraftedCondition, DraftedFlow } from '../../../../server/protocol.ts'
import type { Catalogue } from './flow-texts.ts'

export type KnownFacts = Readonly<Record<string, string | number | boolean>>
/** Where a walk through a draft has come to: `at` is a step that speaks or ends. */
export interface Walk {
  readonly at: string | null
  readonly facts: KnownFacts
  /** Steps passed, decisions among them. */
  readonly passed: readonly string[]
}

function holds(catalogue: Pick<Catalogue, 'figures'>, condition: DraftedCondition, facts: KnownFacts): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(catalogue, each, facts))
  if ('any' in condition) return condition.any.some((each) => holds(catalogue, each, facts))
  if ('not' in condition) return !holds(catalogue, condition.not, facts)
  const value = facts[condition.fact]
  if ('unknown' in condition) return value === undefined
  if ('is' in condition) return value === condition.is
  if (typeof value !== 'number') return false
  const limit = (id: string): number => catalogue.figures.find((figure) => figure.id === id)?.value ?? Number.NaN
  return 'atMost' in condition ? value <= limit(condition.atMost) : value >= limit(condition.atLeast)
}

/** Goes to a step and on through its decisions; `at` is null when a decision finds no way or goes round in circles. */
export function arrive(catalogue: Catalogue, { steps }: DraftedFlow, to: string, { facts, passed }: Pick<Walk, 'facts' | 'passed'>): Walk {
  let at: string = to
  const way = [...passed]
  const seen = new Set<string>()
  for (;;) {
    const step = Object.hasOwn(steps, at) ? steps[at] : undefined
    if (step === undefined || seen.has(at)) return { at: null, facts, passed: way }
    seen.add(at)
    way.push(at)
    if (step.kind !== 'decide') return { at, facts, passed: way }
    const path = step.paths.find(({ when }) => when === undefined || holds(catalogue, when, facts))
    if (path === undefined) return { at: null, facts, passed: way }
    at = path.go
  }
}
