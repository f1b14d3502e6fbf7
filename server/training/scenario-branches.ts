import type { Flow } from '../../flows/dialogue.ts'
import type { FlowBook } from '../../flows/flow-book.ts'
import { type Branch, branchesOf } from './drill-plan.ts'

const known = new WeakMap<Flow, readonly Branch[]>()

/** The branches of a scenario, searched once; none for an unknown scenario. */
export function scenarioBranches(flows: FlowBook, scenario: string): readonly Branch[] {
  const flow = flows.find(scenario)
  if (!flow) return []
  const kept = known.get(flow)
  if (kept) return kept
  const found = branchesOf(flow)
  known.set(flow, found)
  return found
}

/** ms after which the search begins: a start must not wait for it. */
const searchAfterMs = 3_000

/** Searches all scenarios beforehand, one at a time, so that the first who asks does not hold up the calls of others. */
export function searchBranchesAhead(flows: FlowBook): void {
  const waiting = [...flows.scenarioIds]
  const next = (): void => {
    const id = waiting.shift()
    if (id === undefined) return
    scenarioBranches(flows, id)
    setImmediate(next).unref()
  }
  setTimeout(next, searchAfterMs).unref()
}
