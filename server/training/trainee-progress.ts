import type { FlowBook } from '../../flows/flow-book.ts'
import type { Named, ScenarioProgress, TraineeProgress } from '../protocol.ts'
import type { ProgressStore } from './progress-store.ts'
import { readinessOf, readinessRule } from './readiness.ts'
import { scenarioBranches } from './scenario-branches.ts'
import { recallAt } from './spaced-repetition.ts'

/** What is known of all trainees of a scope, ready to be read person by person. */
export interface ProgressTables {
  readonly trainee: (person: Named, team: Named | null) => TraineeProgress
  readonly scenario: (person: string, scenario: string) => Omit<ScenarioProgress, 'scenario' | 'title' | 'familyLabel' | 'branches'>
}

/** Reads the tables of a scope. `now`: ms since the epoch. */
export async function progressTables(store: ProgressStore, flows: FlowBook, now: number): Promise<ProgressTables> {
  const [counts, latest, passed, skills, unclean, wanted] = await Promise.all([store.counts(), store.latest(), store.passed(), store.skills(), store.unclean(), store.wanted()])
  const standing = new Set(unclean)
  const countOf = new Map(counts.map((each) => [each.person, each]))
  const skillOf = new Map(skills.map((each) => [`${each.person}/${each.scenario}`, each]))
  const passedOf = new Map(passed.map((each) => [`${each.person}/${each.scenario}`, each.branches]))
  const latestBy = grouped(latest, ({ person }) => person)
  const latestOf = grouped(latest.filter(({ place_in_scenario }) => place_in_scenario <= readinessRule.passesInARow), ({ person, scenario }) => `${person}/${scenario}`)
  const wantedBy = grouped(wanted, ({ person }) => person)

  const isMastered = (key: string): boolean => {
    const tried = latestOf.get(key) ?? []
    return tried.length === readinessRule.passesInARow && tried.every((drill) => drill.passed === 1)
  }
  const wantedOf = (person: string): readonly string[] => {
    const asked = (wantedBy.get(person) ?? []).map(({ scenario }) => scenario).filter((id) => flows.find(id) !== undefined)
    return asked.length > 0 ? asked : flows.scenarioIds
  }
  const recallOf = (key: string): number | null => {
    const skill = skillOf.get(key)
    return skill === undefined ? null : recallAt(skill.card, now)
  }
  return {
    trainee: ({ id, name }, team) => {
      const scenarios = wantedOf(id)
      const mastered = scenarios.filter((scenario) => isMastered(`${id}/${scenario}`))
      const drills = (latestBy.get(id) ?? []).filter(({ place }) => place <= readinessRule.latestDrills)
      const exams = (latestBy.get(id) ?? []).filter(({ mode, place_in_mode }) => mode === 'exam' && place_in_mode <= readinessRule.latestExams)
      const clean = drills.length === 0 ? null : drills.filter((drill) => !standing.has(drill.id)).length / drills.length
      const examMean = exams.length === 0 ? null : exams.reduce((sum, { total }) => sum + total, 0) / exams.length
      const branchesPassed = scenarios.reduce((sum, scenario) => sum + (passedOf.get(`${id}/${scenario}`) ?? 0), 0)
      const branches = scenarios.reduce((sum, scenario) => sum + scenarioBranches(flows, scenario).length, 0)
      const recalls = scenarios.map((scenario) => (isMastered(`${id}/${scenario}`) ? (recallOf(`${id}/${scenario}`) ?? 0) : 0))
      const count = countOf.get(id)
      return {
        person: { id, name }, team: team && { id: team.id, name: team.name }, clean, examMean, branchesPassed, branches,
        drills: count?.drills ?? 0,
        lastDrillAt: count?.last_at ?? null,
        mastered: mastered.length,
        scenarios: scenarios.length,
        ...readinessOf({ recalls, branchesPassed, branches, clean, exams: exams.length, examMean }),
      }
    },
    scenario: (person, scenario) => {
      const key = `${person}/${scenario}`
      return {
        wanted: wantedOf(person).includes(scenario),
        mastered: isMastered(key),
        lastTotal: latestOf.get(key)?.find(({ place_in_scenario }) => place_in_scenario === 1)?.total ?? null,
        branchesPassed: passedOf.get(key) ?? 0,
        recall: recallOf(key),
        dueAt: skillOf.get(key)?.due_at ?? null,
      }
    },
  }
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
