import { type FactId, factDefinition, type FactValue, isFactId } from '../../flows/facts.ts'
import type { FlowBook } from '../../flows/flow-book.ts'
import { SunlineError } from '../errors.ts'
import type { CallState } from '../live/call-state.ts'
import type { CallerLines } from './caller-lines.ts'
import { plausibleValue } from './caller-voice.ts'
import { type DrillPlan, judgedFacts, planBranch, type PlannedMove, wayOut } from './drill-plan.ts'
import type { DrillSetup } from './drill-setup.ts'
import type { Draw } from './seeded-random.ts'

/** The way that a drill takes, with made-up values for all that the way does not depend on. Throws SunlineError 'not found' naming `scenario` or `branch`. */
export function drawnPlan(flows: FlowBook, { scenario, branch }: Pick<DrillSetup, 'scenario' | 'branch'>, lines: CallerLines, draw: Draw): DrillPlan {
  const found = flows.find(scenario)
  if (!found) throw new SunlineError('not found', `there is no scenario "${scenario}"`, 'scenario')
  const { initial } = found.definition
  const plan = branch === null ? { flow: scenario, given: {}, moves: wayOut(found, initial, {}) ?? [] } : planBranch(found, branch)
  if (!plan) throw new SunlineError('not found', `the scenario has no branch "${branch ?? ''}"`, 'branch')
  const judged = new Set(judgedFacts(found.definition))
  const free = (fact: FactId): boolean => !judged.has(fact) || factDefinition(fact).kind === 'text'
  const moves = plan.moves.map((move): PlannedMove => (move.learns && free(move.learns.fact) ? { ...move, learns: { fact: move.learns.fact, value: plausibleValue(move.learns.fact, lines, draw) } } : move))
  return { ...plan, moves }
}

/**
 * Facts that the flow judges by and that the call understood otherwise than planned, each with its planned value.
 * `done`: moves of the plan that lie behind; `learning`: what the caller is just saying.
 */
export function strayFacts(flows: FlowBook, { facts }: CallState, plan: DrillPlan, done: number, learning: PlannedMove['learns']): readonly { readonly fact: FactId; readonly value: FactValue | null }[] {
  const planned = new Map<FactId, FactValue | null>()
  for (const [fact, value] of Object.entries(plan.given)) if (isFactId(fact)) planned.set(fact, value)
  for (const { learns } of plan.moves.slice(0, done)) if (learns) planned.set(learns.fact, learns.value)
  if (learning) planned.set(learning.fact, learning.value)
  return judgedFacts(flows.flow(plan.flow).definition)
    .map((fact) => ({ fact, value: planned.get(fact) ?? null }))
    .filter(({ fact, value }) => (facts[fact]?.value ?? null) !== value)
}
