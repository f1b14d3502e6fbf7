import { findFlow, scenarioIds } from '../../flows/index.ts'
import { type Branch, branchesOf } from './drill-plan.ts'

const known = new Map<string, readonly Branch[]>()

/** The branches of a scenario, searched once; none for an unknown scenario. */
export function scenarioBranches(scenario: string): readonly Branch[] {
  const kept = known.get(scenario)
  if (kept) return kept
  const flow = findFlow(scenario)
  const found = flow ? branchesOf(flow) : []
  known.set(scenario, found)
  return found
}

/** Searches all scenarios beforehand, one at a time, so that the first who asks does not hold up the calls of others. */
export function searchBranchesAhead(): void {
  const waiting = scenarioIds.filter((id) => !known.has(id))
  const next = (): void => {
    const id = waiting.shift()
    if (id === undefined) return
    scenarioBranches(id)
    setImmediate(next).unref()
  }
  setImmediate(next).unref()
}
