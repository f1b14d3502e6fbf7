import type { Branch } from './drill-plan.ts'

/** What a trainee has been through in one scenario. Times are ms since the epoch. */
export interface ScenarioExperience {
  /** When a drill of a branch was last passed, by branch. */
  readonly passedAt: ReadonlyMap<string, number>
  /** Branches that the trainee has met on live calls. */
  readonly met: ReadonlySet<string>
  /** Key points missed and forbidden phrases said on live calls, by the step they happened on. */
  readonly missedAt: ReadonlyMap<string, readonly number[]>
}

/**
 * Branches that a trainee should rather meet, most wanted first: those that begin at a step where something was missed on live calls since the
 * branch was last passed, most missed first; then those never met, neither in a passed drill nor on a call; then those met but never passed.
 */
export function wishedBranches(branches: readonly Branch[], { passedAt, met, missedAt }: ScenarioExperience): readonly string[] {
  const misses = ({ id, from }: Branch): number => (missedAt.get(from) ?? []).filter((at) => at > (passedAt.get(id) ?? 0)).length
  return branches
    .map((branch) => ({ id: branch.id, misses: misses(branch), passed: passedAt.has(branch.id), met: met.has(branch.id) }))
    .filter((each) => each.misses > 0 || !each.passed)
    .sort((a, b) => b.misses - a.misses || Number(a.met) - Number(b.met))
    .map(({ id }) => id)
}
