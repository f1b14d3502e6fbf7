import type { CourseScenarioRow } from '../store/training-tables.ts'
import type { CountedDrill } from './course-store.ts'

/** Looks up how a person stands with a scenario of an assignment: the best total so far, and whether the pass mark was reached in a drill that passed. */
export function countedMarks(counted: readonly CountedDrill[]): (assignment: string, person: string, wanted: Pick<CourseScenarioRow, 'scenario' | 'pass_mark'>) => { readonly best: number | null; readonly done: boolean } {
  const keyOf = (assignment: string, person: string, scenario: string): string => `${assignment}/${person}/${scenario}`
  const known = new Map(counted.map((each) => [keyOf(each.assignment, each.person, each.scenario), each]))
  return (assignment, person, { scenario, pass_mark: mark }) => {
    const found = known.get(keyOf(assignment, person, scenario))
    return { best: found?.best ?? null, done: (found?.best_passed ?? -1) >= mark }
  }
}
