import { randomUUID } from 'node:crypto'
import type { FlowBook } from '../../flows/flow-book.ts'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import { people as peopleOf, rolesOf } from '../identity/people.ts'
import type { AssignmentView, CourseScenario, CourseView, DrillLevel, Label, MyTraining, TraineesView } from '../protocol.ts'
import type { Database } from '../store/database.ts'
import type { PersonRow, TeamRow } from '../store/people-tables.ts'
import type { AssignmentRow, CourseScenarioRow } from '../store/training-tables.ts'
import { countedMarks } from './course-marks.ts'
import { courseStore, noCourse } from './course-store.ts'
import { dueScenarios } from './spaced-repetition.ts'

/** A course as a trainer writes it. */
export interface CourseDraft {
  readonly title: string
  readonly scenarios: readonly { readonly scenario: string; readonly passMark: number; readonly level: DrillLevel }[]
}
/** Whom a course is given to, one of the two, and by when. */
export interface AssignmentWish {
  readonly person?: string
  readonly team?: string
  readonly dueAt: number | null
}
export interface CourseDeskTools {
  readonly database: Database
  readonly title: (scenario: string) => Label
  readonly flows: () => FlowBook
  /** ms since the epoch. */
  readonly now: () => number
}

const trains = (row: PersonRow): boolean => row.status === 'active' && rolesOf(row).includes('agent')

/** Courses: made and given by trainers, done by trainees. All trainers share them. */
export class CourseDesk {
  readonly #tools: CourseDeskTools

  constructor(tools: CourseDeskTools) {
    this.#tools = tools
  }

  async list(): Promise<readonly CourseView[]> {
    const store = courseStore(this.#tools.database)
    const courses = await store.courses()
    const [scenarios, assignments, marks, everyone, teams] = [await store.scenarios(courses.map(({ id }) => id)), await store.assignments(), countedMarks(await store.counted()), await this.#everyone(), await this.#teams()]
    return courses.map(({ id, title, author_name: authorName, created_at: createdAt }): CourseView => {
      const own = scenarios.filter(({ course }) => course === id)
      return {
        id, title, authorName, createdAt,
        scenarios: own.map((each) => this.#scenario(each)),
        assignments: assignments.filter(({ course }) => course === id).map((given) => {
          const members = everyone.filter((person) => (given.person === null ? person.team === given.team && trains(person) : person.id === given.person))
          const done = members.filter((person) => own.every((each) => marks(given.id, person.id, each).done)).length
          return assignmentView(given, everyone, teams, members.length, done)
        }),
      }
    })
  }

  /** Makes a course, or changes the one with the id. Throws SunlineError 'not found' or 'invalid payload' naming the scenario at fault. */
  async put(author: Person, id: string | null, { title, scenarios }: CourseDraft): Promise<{ readonly id: string }> {
    const store = courseStore(this.#tools.database)
    if (id !== null && !(await store.exists(id))) throw noCourse(id)
    const name = title.trim()
    if (name === '') throw new SunlineError('invalid payload', 'title: it is empty; name the course', 'title')
    scenarios.forEach(({ scenario }, place) => {
      if (!this.#tools.flows().find(scenario)) throw new SunlineError('not found', `there is no scenario "${scenario}"`, `scenarios/${String(place)}/scenario`)
      if (scenarios.findIndex((each) => each.scenario === scenario) < place) throw new SunlineError('invalid payload', `the scenario "${scenario}" stands in the course twice; keep one of them`, `scenarios/${String(place)}/scenario`)
    })
    const course = { id: id ?? randomUUID(), title: name, author: author.id, author_name: author.name, created_at: this.#tools.now() }
    await store.put(course, scenarios.map(({ scenario, passMark, level }) => ({ scenario, pass_mark: passMark, level })))
    return { id: course.id }
  }

  /** Removes a course with its assignments; drills stay. Throws SunlineError 'not found'. */
  remove(id: string): Promise<void> {
    return courseStore(this.#tools.database).remove(id)
  }

  /** Gives a course to a person or a team. Throws SunlineError 'not found' or 'invalid payload'. */
  async assign(author: Person, course: string, { person, team, dueAt }: AssignmentWish): Promise<{ readonly id: string }> {
    const store = courseStore(this.#tools.database)
    if ((person === undefined) === (team === undefined)) throw new SunlineError('invalid payload', 'person: give the course to a person or to a team, one of the two', 'person')
    if (!(await store.exists(course))) throw noCourse(course)
    if (person !== undefined && !(await this.#everyone()).some((each) => each.id === person && trains(each))) throw new SunlineError('not found', `there is no active agent "${person}"`, 'person')
    if (team !== undefined && !(await this.#teams()).some(({ id }) => id === team)) throw new SunlineError('not found', `there is no team "${team}"`, 'team')
    const row: AssignmentRow = { id: randomUUID(), course, person: person ?? null, team: team ?? null, due_at: dueAt, author: author.id, created_at: this.#tools.now() }
    await store.assign(row)
    return { id: row.id }
  }

  /** Takes an assignment back; drills stay. Throws SunlineError 'not found'. */
  withdraw(assignment: string): Promise<void> {
    return courseStore(this.#tools.database).withdraw(assignment)
  }

  /** Whom a course can be given to: active agents, and teams. */
  async trainees(): Promise<TraineesView> {
    const teams = await this.#teams()
    const agents = (await this.#everyone()).filter(trains)
    return {
      people: agents.map(({ id, name, team }) => ({ id, name, team: teams.find((each) => each.id === team) ?? null })),
      teams: teams.map(({ id, name }) => ({ id, name, people: agents.filter(({ team }) => team === id).length })),
    }
  }

  /** What a person has been given and not finished, and what is due again by now. */
  async mine({ id: person, team }: Person): Promise<MyTraining> {
    const { database, title, now } = this.#tools
    const store = courseStore(database)
    const given = await store.assignmentsFor(person, team)
    const courses = await store.courses()
    const scenarios = await store.scenarios(given.map(({ course }) => course))
    const marks = countedMarks(await store.counted(person))
    const assignments = given.map(({ id, course, due_at: dueAt }) => {
      const own = scenarios.filter((each) => each.course === course).map((each) => ({ ...this.#scenario(each), ...marks(id, person, each) }))
      const about = courses.find((each) => each.id === course)
      return { id, course: about?.title ?? '', authorName: about?.author_name ?? '', dueAt, scenarios: own, left: own.filter(({ done }) => !done).length }
    })
    return {
      assignments: assignments.filter(({ left }) => left > 0).sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity)),
      due: (await dueScenarios(database, person, now())).filter(({ scenario }) => this.#tools.flows().find(scenario)).map(({ scenario, due_at: dueAt }) => ({ scenario, title: title(scenario), dueAt })),
    }
  }

  /** What an assignment asks for in a scenario. Throws SunlineError 'not found' when it is not this person's, or has no such scenario. */
  async asked({ id: person, team }: Person, assignment: string, scenario: string): Promise<CourseScenario> {
    const store = courseStore(this.#tools.database)
    const given = await store.assignment(assignment)
    if (!given || (given.person === null ? team === null || given.team !== team : given.person !== person)) throw new SunlineError('not found', 'this course was not given to you, or was taken back', 'assignment')
    const wanted = (await store.scenarios([given.course])).find((each) => each.scenario === scenario)
    if (!wanted) throw new SunlineError('not found', `the course has no scenario "${scenario}" any more`, 'scenario')
    return this.#scenario(wanted)
  }

  /** The course and pass mark of a scenario of an assignment; null when either was taken back. */
  async mark(assignment: string, scenario: string): Promise<{ readonly course: string; readonly passMark: number } | null> {
    const store = courseStore(this.#tools.database)
    const given = await store.assignment(assignment)
    const wanted = given && (await store.scenarios([given.course])).find((each) => each.scenario === scenario)
    const about = given && (await store.courses()).find(({ id }) => id === given.course)
    return wanted && about ? { course: about.title, passMark: wanted.pass_mark } : null
  }

  #scenario({ scenario, pass_mark: passMark, level }: CourseScenarioRow): CourseScenario {
    return { scenario, title: this.#tools.title(scenario), passMark, level }
  }
  #everyone(): Promise<readonly PersonRow[]> {
    return peopleOf(this.#tools.database).all()
  }
  #teams(): Promise<readonly TeamRow[]> {
    return peopleOf(this.#tools.database).teams()
  }
}

function assignmentView({ id, person, team, due_at: dueAt, created_at: createdAt }: AssignmentRow, everyone: readonly PersonRow[], teams: readonly TeamRow[], people: number, done: number): AssignmentView {
  const to = person ?? team ?? ''
  const name = (person === null ? teams : everyone).find((each) => each.id === to)?.name ?? to
  return { id, kind: person === null ? 'team' : 'person', to: { id: to, name }, dueAt, createdAt, people, done }
}
