/** A practice call. Times are ms since the epoch; `score` is JSON, null while it goes on. */
export interface DrillRow {
  readonly id: string
  readonly person: string
  readonly scenario: string
  readonly branch: string | null
  readonly seed: number
  readonly temperament: string
  readonly level: 1 | 2 | 3
  readonly mode: 'study' | 'practice' | 'exam'
  readonly assignment: string | null
  readonly hints: number
  readonly library_version: string
  readonly started_at: number
  readonly ended_at: number | null
  readonly total: number | null
  readonly passed: 0 | 1 | null
  readonly score: string | null
}
export interface CourseRow {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly author_name: string
  readonly created_at: number
}
export interface CourseScenarioRow {
  readonly course: string
  readonly place: number
  readonly scenario: string
  readonly pass_mark: number
  readonly level: 1 | 2 | 3
}
/** A course for a person or for a team; one of the two is null. */
export interface AssignmentRow {
  readonly id: string
  readonly course: string
  readonly person: string | null
  readonly team: string | null
  readonly due_at: number | null
  readonly author: string
  readonly created_at: number
}
/** `card`: the state of the FSRS scheduler as JSON. */
export interface SkillRow {
  readonly person: string
  readonly scenario: string
  readonly card: string
  readonly due_at: number
}
export interface TrainingTables {
  readonly drills: DrillRow
  readonly courses: CourseRow
  readonly course_scenarios: CourseScenarioRow
  readonly assignments: AssignmentRow
  readonly skills: SkillRow
}
