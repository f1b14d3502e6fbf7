import { sql } from 'kysely'
import type { CallOrigin } from '../live/call-events.ts'
import type { Database } from '../store/database.ts'
import { readinessRule } from './readiness.ts'

/** Whose progress is read: one person's, a team's (null: of those without a team), or everyone's. */
export interface ProgressScope {
  readonly person?: string
  readonly team?: string | null
}
interface Counted {
  readonly person: string
  readonly drills: number
  readonly last_at: number
}
interface Latest {
  readonly person: string
  readonly id: string
  readonly scenario: string
  readonly mode: string
  readonly total: number
  readonly passed: 0 | 1
  /** From 1, the newest first: of the person's drills, of those in this mode, of those of this scenario. */
  readonly place: number
  readonly place_in_mode: number
  readonly place_in_scenario: number
}
interface Passed {
  readonly person: string
  readonly scenario: string
  readonly branches: number
}
interface Skill {
  readonly person: string
  readonly scenario: string
  readonly card: string
  readonly due_at: number
}
interface WeekCount {
  readonly origin: CallOrigin
  readonly week: number
  readonly count: number
}

/** What the progress of trainees is made of. Drills that still go on are left out; those with the script in sight too, except where branches are counted. */
export interface ProgressStore {
  readonly counts: () => Promise<readonly Counted[]>
  /** The latest drills that readiness and mastery look at. */
  readonly latest: () => Promise<readonly Latest[]>
  readonly passed: () => Promise<readonly Passed[]>
  readonly skills: () => Promise<readonly Skill[]>
  /** Drills in which a forbidden phrase was said and not repaired. */
  readonly unclean: () => Promise<readonly string[]>
  /** Scenarios that courses ask for. */
  readonly wanted: () => Promise<readonly { readonly person: string; readonly scenario: string }[]>
  /** Faults and calls by week since `from`, ms; weeks count from 0. */
  readonly faults: (from: number) => Promise<readonly (WeekCount & { readonly category: string })[]>
  readonly calls: (from: number) => Promise<readonly WeekCount[]>
}

const weekMs = 7 * 86_400_000
/** Numbers may arrive as reals, which would not be cut to whole weeks. */
const weekOf = (column: string, from: number) => sql<number>`(${sql.ref(column)} - cast(${from} as bigint)) / cast(${weekMs} as bigint)`

export function progressStore(database: Database, { person, team }: ProgressScope): ProgressStore {
  const who = person !== undefined ? sql`people.id = ${person}` : team === null ? sql`people.team is null` : team !== undefined ? sql`people.team = ${team}` : sql`people.status = 'active'`
  const ended = sql`from drills join people on people.id = drills.person where ${who} and drills.total is not null`
  const { latestDrills, latestExams, passesInARow } = readinessRule
  return {
    counts: async () => (await sql<Counted>`select drills.person as person, count(*) as drills, max(drills.ended_at) as last_at ${ended} group by 1`.execute(database)).rows,
    latest: async () =>
      (
        await sql<Latest>`
          with placed as (
            select drills.person as person, drills.id as id, drills.scenario as scenario, drills.mode as mode, drills.total as total, drills.passed as passed,
              row_number() over (partition by drills.person order by drills.ended_at desc, drills.id) as place,
              row_number() over (partition by drills.person, drills.mode order by drills.ended_at desc, drills.id) as place_in_mode,
              row_number() over (partition by drills.person, drills.scenario order by drills.ended_at desc, drills.id) as place_in_scenario
            ${ended} and drills.mode <> 'study'
          )
          select * from placed where place <= ${latestDrills} or (mode = 'exam' and place_in_mode <= ${latestExams}) or place_in_scenario <= ${passesInARow}
          order by person, place`.execute(database)
      ).rows,
    passed: async () => (await sql<Passed>`select drills.person as person, drills.scenario as scenario, count(distinct drills.branch) as branches ${ended} and drills.passed = 1 group by 1, 2`.execute(database)).rows,
    skills: async () => (await sql<Skill>`select skills.person as person, skills.scenario as scenario, skills.card as card, skills.due_at as due_at from skills join people on people.id = skills.person where ${who}`.execute(database)).rows,
    unclean: async () =>
      (
        await sql<{ readonly call_id: string }>`
          select distinct findings.call_id as call_id from findings join people on people.id = findings.agent_id
          where ${who} and findings.origin = 'drill' and findings.state = 'open' and findings.severity <> 'hint'`.execute(database)
      ).rows.map(({ call_id }) => call_id),
    wanted: async () =>
      (
        await sql<{ readonly person: string; readonly scenario: string }>`
          select distinct people.id as person, course_scenarios.scenario as scenario
          from people join assignments on assignments.person = people.id or assignments.team = people.team join course_scenarios on course_scenarios.course = assignments.course
          where ${who}`.execute(database)
      ).rows,
    faults: async (from) =>
      (
        await sql<WeekCount & { readonly category: string }>`
          select findings.origin as origin, ${weekOf('findings.at', from)} as week, findings.category as category, count(*) as count
          from findings join people on people.id = findings.agent_id
          where ${who} and findings.at >= ${from} and findings.origin in ('live', 'drill') and findings.state <> 'dismissed' group by 1, 2, 3`.execute(database)
      ).rows,
    calls: async (from) =>
      (
        await sql<WeekCount>`
          select call_sums.origin as origin, ${weekOf('call_sums.started_at', from)} as week, count(*) as count from call_sums join people on people.id = call_sums.agent_id
          where ${who} and call_sums.started_at >= ${from} and call_sums.origin in ('live', 'drill') group by 1, 2`.execute(database)
      ).rows,
  }
}
