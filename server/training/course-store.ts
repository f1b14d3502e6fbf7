import { SunlineError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import type { AssignmentRow, CourseRow, CourseScenarioRow } from '../store/training-tables.ts'

export type PutScenario = Pick<CourseScenarioRow, 'scenario' | 'pass_mark' | 'level'>
/** A drill without the script in sight that counts for a scenario of an assignment. */
export interface CountedDrill {
  readonly assignment: string
  readonly person: string
  readonly scenario: string
  /** The highest total, and the highest of those that passed (no forbidden phrase left standing, brought to an end); null when none did. */
  readonly best: number
  readonly best_passed: number | null
}
/** Courses and to whom they are given. Lists are newest first. */
export interface CourseStore {
  readonly courses: () => Promise<readonly CourseRow[]>
  /** In the order of their courses. */
  readonly scenarios: (courses: readonly string[]) => Promise<readonly CourseScenarioRow[]>
  readonly assignments: () => Promise<readonly AssignmentRow[]>
  readonly assignmentsFor: (person: string, team: string | null) => Promise<readonly AssignmentRow[]>
  readonly assignment: (id: string) => Promise<AssignmentRow | undefined>
  /** Makes the course or replaces its title and scenarios; the author stays. */
  readonly put: (course: CourseRow, scenarios: readonly PutScenario[]) => Promise<void>
  readonly exists: (course: string) => Promise<boolean>
  /** Throws SunlineError 'not found'. */
  readonly remove: (course: string) => Promise<void>
  readonly assign: (row: AssignmentRow) => Promise<void>
  /** Throws SunlineError 'not found'. */
  readonly withdraw: (assignment: string) => Promise<void>
  /** What counts for the assignments, of one person if one is given. */
  readonly counted: (person?: string) => Promise<readonly CountedDrill[]>
}

export function courseStore(database: Database): CourseStore {
  const assignments = () => database.selectFrom('assignments').selectAll().orderBy('created_at', 'desc')
  return {
    courses: () => database.selectFrom('courses').selectAll().orderBy('created_at', 'desc').execute(),
    scenarios: async (courses) => (courses.length === 0 ? [] : database.selectFrom('course_scenarios').selectAll().where('course', 'in', courses).orderBy('course').orderBy('place').execute()),
    assignments: () => assignments().execute(),
    assignmentsFor: (person, team) => assignments().where((is) => (team === null ? is('person', '=', person) : is.or([is('person', '=', person), is('team', '=', team)]))).execute(),
    assignment: (id) => database.selectFrom('assignments').selectAll().where('id', '=', id).executeTakeFirst(),
    put: async (course, scenarios) => {
      await database.transaction().execute(async (transaction) => {
        await transaction.insertInto('courses').values(course).onConflict((on) => on.column('id').doUpdateSet({ title: course.title })).execute()
        await transaction.deleteFrom('course_scenarios').where('course', '=', course.id).execute()
        await transaction.insertInto('course_scenarios').values(scenarios.map((each, place) => ({ ...each, course: course.id, place }))).execute()
      })
    },
    exists: async (course) => (await database.selectFrom('courses').select('id').where('id', '=', course).executeTakeFirst()) !== undefined,
    remove: async (course) => {
      const { numDeletedRows } = await database.deleteFrom('courses').where('id', '=', course).executeTakeFirst()
      if (numDeletedRows === 0n) throw noCourse(course)
    },
    assign: async (row) => void (await database.insertInto('assignments').values(row).execute()),
    withdraw: async (assignment) => {
      const { numDeletedRows } = await database.deleteFrom('assignments').where('id', '=', assignment).executeTakeFirst()
      if (numDeletedRows === 0n) throw new SunlineError('not found', `there is no assignment "${assignment}"; it may have been withdrawn`, 'id')
    },
    counted: (person) => {
      const all = database
        .selectFrom('assignments as given')
        .innerJoin('people', (join) => join.on((is) => is.or([is('people.id', '=', is.ref('given.person')), is('people.team', '=', is.ref('given.team'))])))
        .innerJoin('drills', (join) => join.onRef('drills.person', '=', 'people.id').onRef('drills.started_at', '>=', 'given.created_at'))
        .innerJoin('course_scenarios as wanted', (join) => join.onRef('wanted.course', '=', 'given.course').onRef('wanted.scenario', '=', 'drills.scenario').onRef('wanted.level', '<=', 'drills.level'))
        .where('drills.mode', '<>', 'study')
        .where('drills.total', 'is not', null)
        .groupBy(['given.id', 'people.id', 'wanted.scenario'])
        .select(({ fn, eb }) => [
          'given.id as assignment',
          'people.id as person',
          'wanted.scenario as scenario',
          fn.max<number>('drills.total').as('best'),
          fn.max<number | null>(eb.case().when('drills.passed', '=', 1).then(eb.ref('drills.total')).end()).as('best_passed'),
        ])
      return (person === undefined ? all : all.where('people.id', '=', person)).execute()
    },
  }
}

/** The failure of naming a course that is not there. */
export const noCourse = (id: string): SunlineError => new SunlineError('not found', `there is no course "${id}"; it may have been removed`, 'id')
