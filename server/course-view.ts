import type { Label } from './call-view.ts'
import type { DrillLevel } from './drill-view.ts'
import type { Named } from './quality-view.ts'

/** What the pages of courses show. Types only. Times are ms since the epoch. */

/** A scenario of a course: to be passed with `passMark` points or more, at this level or a harder one. */
export interface CourseScenario {
  readonly scenario: string
  readonly title: Label
  readonly passMark: number
  readonly level: DrillLevel
}
/** A course given to a person or a team. `done`: of the `people` it is for, those who have passed every scenario of it since. */
export interface AssignmentView {
  readonly id: string
  readonly kind: 'person' | 'team'
  readonly to: Named
  readonly dueAt: number | null
  readonly createdAt: number
  readonly people: number
  readonly done: number
}
/** `GET /api/training/courses`: newest first; scenarios in the order of the course. */
export interface CourseView {
  readonly id: string
  readonly title: string
  readonly authorName: string
  readonly createdAt: number
  readonly scenarios: readonly CourseScenario[]
  readonly assignments: readonly AssignmentView[]
}
/** `GET /api/training/trainees`: whom a course can be given to. */
export interface TraineesView {
  readonly people: readonly (Named & { readonly team: Named | null })[]
  readonly teams: readonly (Named & { readonly people: number })[]
}
/** A scenario of a course that was given to me. `best`: the highest total since, at its level and without the script in sight; null when there is none. */
export interface MyCourseScenario extends CourseScenario {
  readonly best: number | null
  readonly done: boolean
}
export interface MyAssignment {
  readonly id: string
  readonly course: string
  readonly authorName: string
  readonly dueAt: number | null
  readonly scenarios: readonly MyCourseScenario[]
  readonly left: number
}
/** A scenario that fades from memory. `dueAt`: since when it should be practised again. */
export interface DueScenario {
  readonly scenario: string
  readonly title: Label
  readonly dueAt: number
}
/** `GET /api/training/mine`: open courses, the earliest due first, and what is due again by now, longest due first. */
export interface MyTraining {
  readonly assignments: readonly MyAssignment[]
  readonly due: readonly DueScenario[]
}
