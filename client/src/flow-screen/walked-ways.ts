import type { PageStep } from '../../../server/protocol.ts'

/** Steps reached from one step without anyone speaking in between: the ways of decisions are followed. */
function wayTo(steps: ReadonlyMap<string, PageStep>, from: string, to: string): readonly string[] | null {
  const ahead: { readonly at: string; readonly ways: readonly string[] }[] = [{ at: from, ways: [] }]
  const seen = new Set([from])
  for (const { at, ways } of ahead) {
    for (const way of steps.get(at)?.ways ?? []) {
      const walked = [...ways, `${at}→${way.to}`]
      if (way.to === to) return walked
      if (seen.has(way.to) || steps.get(way.to)?.kind !== 'decide') continue
      seen.add(way.to)
      ahead.push({ at: way.to, ways: walked })
    }
  }
  return null
}

/** The lines (`from→to`) that a call has walked, given the speaking steps it passed through in order. */
export function walkedWays(all: readonly PageStep[], passed: readonly string[]): ReadonlySet<string> {
  const steps = new Map(all.map((step) => [step.id, step]))
  return new Set(passed.slice(1).flatMap((to, before) => wayTo(steps, passed[before] ?? '', to) ?? []))
}
