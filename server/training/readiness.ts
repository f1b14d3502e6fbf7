import type { ReadinessLack } from '../protocol.ts'

/** How readiness for the floor is reckoned; docs/training.md tells why. The weights add up to 100. */
export const readinessRule = {
  /** Share of the wanted scenarios that are mastered, each by the chance that it would be recalled today (FSRS). */
  mastery: 50,
  /** Share of the branches of the wanted scenarios that were passed in drills. */
  branches: 15,
  /** Share of the latest drills that left no forbidden phrase standing. */
  wording: 20,
  /** Mean total of the latest exams. */
  exams: 15,
  latestDrills: 20,
  latestExams: 10,
  /** A scenario is mastered when this many drills of it in a row, the latest, were passed without the script in sight. */
  passesInARow: 2,
  ready: { score: 80, exams: 3, examMean: 80, clean: 0.9 },
} as const

/** What readiness is reckoned from. Shares are 0–1; null where there is nothing yet. */
export interface ReadinessInput {
  /** Of each wanted scenario: the chance of recall when it is mastered, else 0. */
  readonly recalls: readonly number[]
  readonly branchesPassed: number
  readonly branches: number
  readonly clean: number | null
  readonly exams: number
  readonly examMean: number | null
}

/** Readiness, 0–100 whole, and what still stands between the trainee and the floor. */
export function readinessOf({ recalls, branchesPassed, branches, clean, exams, examMean }: ReadinessInput): { readonly readiness: number; readonly lacks: readonly ReadinessLack[] } {
  const { mastery, branches: breadth, wording, exams: examined, ready } = readinessRule
  const recalled = recalls.length === 0 ? 0 : recalls.reduce((sum, each) => sum + each, 0) / recalls.length
  const readiness = Math.round(mastery * recalled + (branches === 0 ? 0 : (breadth * branchesPassed) / branches) + wording * (clean ?? 0) + (examined * (examMean ?? 0)) / 100)
  const lacks: ReadinessLack[] = []
  if (readiness < ready.score) lacks.push('score')
  if (exams < ready.exams || (examMean ?? 0) < ready.examMean) lacks.push('exam')
  if ((clean ?? 0) < ready.clean) lacks.push('wording')
  return { readiness, lacks }
}
