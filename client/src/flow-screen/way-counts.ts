import type { CoveredFlow } from '../../../server/protocol.ts'

/** How often stored calls reached each step and took each line (`from→to`). */
export interface WayCounts {
  readonly reached: ReadonlyMap<string, number>
  readonly taken: ReadonlyMap<string, number>
  /** The count of the busiest line; 0 when none was ever taken. */
  readonly most: number
}

/** The counts of one flow by its lines; reactions that lead the same way add up. */
export function wayCounts({ steps, ways }: CoveredFlow): WayCounts {
  const taken = new Map<string, number>()
  for (const way of ways) {
    const line = `${way.from}→${way.to}`
    taken.set(line, (taken.get(line) ?? 0) + way.taken)
  }
  return { reached: new Map(steps.map(({ id, reached }) => [id, reached])), taken, most: Math.max(0, ...taken.values()) }
}

/** Pixels that a line is thick, by its share of the busiest: areas compare better than widths, so the root counts. */
export const thickness = (taken: number, most: number): number => (most === 0 ? 1.4 : 1.4 + 5 * Math.sqrt(taken / most))
