import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import type { SampledCall, SamplingKind, SamplingPlan } from '../protocol.ts'
import type { Database } from '../store/database.ts'
import type { SamplingPlanRow } from '../store/quality-tables.ts'
import type { Names } from './names.ts'
import { mustReach, teamOf } from './reach.ts'

export interface PlanDraft {
  readonly name: string
  readonly kind: SamplingKind
  readonly size: number
  readonly days: number
  readonly team: string | null
  readonly scorecard: string
}

/** Keeps a plan. A supervisor's is for the own team. */
export async function addPlan(database: Database, person: Person, draft: PlanDraft, now: number): Promise<void> {
  const held = teamOf(person)
  if (held !== null && draft.team !== null && draft.team !== held) throw new SunlineError('forbidden', 'this is another team; a supervisor samples the own team', 'team')
  await database.insertInto('sampling_plans').values({ ...draft, team: held ?? draft.team, id: randomUUID(), created_by: person.id, created_at: now }).execute()
}

/** Lets a plan go, and the calls it drew that nobody evaluated. */
export async function removePlan(database: Database, person: Person, id: string): Promise<void> {
  await planOf(database, person, id)
  await database.deleteFrom('sampling_plans').where('id', '=', id).execute()
}

export async function plans(database: Database, person: Person, names: Names): Promise<readonly SamplingPlan[]> {
  const team = teamOf(person)
  let query = database.selectFrom('sampling_plans').selectAll()
  if (team !== null) query = query.where('team', '=', team)
  const rows = await query.orderBy('created_at').execute()
  const drawn = await sql<{ readonly plan_id: string; readonly drawn: number; readonly waiting: number }>`
    select plan_id, count(*) as drawn, sum(case when ${evaluated} then 0 else 1 end) as waiting from sampled_calls group by plan_id`.execute(database)
  const counts = new Map(drawn.rows.map((row) => [row.plan_id, row]))
  return rows.map((row) => {
    const { drawn: all = 0, waiting = 0 } = counts.get(row.id) ?? {}
    return { id: row.id, name: row.name, kind: row.kind, size: row.size, days: row.days, team: row.team === null ? null : names.team(row.team), scorecard: row.scorecard, drawn: Number(all), waiting: Number(waiting) }
  })
}

/**
 * Draws calls of the plan's last days that nobody has evaluated and no plan has drawn: at random, the riskiest first, or at random up to
 * the quota of each agent, less what the plan drew of the agent in those days. Practice is never drawn. Resolves to how many were drawn.
 */
export async function drawCalls(database: Database, person: Person, id: string, now: number): Promise<number> {
  const plan = await planOf(database, person, id)
  const since = now - plan.days * 86_400_000
  const open = sql`
    call_sums.origin <> 'drill' and call_sums.started_at >= ${since} ${plan.team === null ? sql`` : sql`and call_sums.team = ${plan.team}`}
    and not exists (select 1 from sampled_calls where sampled_calls.call_id = call_sums.call_id)
    and not exists (select 1 from evaluations where evaluations.call_id = call_sums.call_id and evaluations.calibration_id is null)`
  const wanted =
    plan.kind === 'quota'
      ? sql`
        select call_id from (
          select call_sums.call_id, row_number() over (partition by coalesce(call_sums.agent_id, call_sums.agent) order by random()) as place,
            (select count(*) from sampled_calls join call_sums as before on before.call_id = sampled_calls.call_id
              where sampled_calls.plan_id = ${id} and before.started_at >= ${since} and coalesce(before.agent_id, before.agent) = coalesce(call_sums.agent_id, call_sums.agent)) as had
          from call_sums where ${open}) as candidates
        where place + had <= cast(${plan.size} as bigint)`
      : sql`select call_id from call_sums where ${open} order by ${plan.kind === 'risk' ? sql`risk desc, call_id` : sql`random()`} limit cast(${plan.size} as bigint)`
  const { rows } = await sql<{ readonly call_id: string }>`${wanted}`.execute(database)
  if (rows.length > 0) await database.insertInto('sampled_calls').values(rows.map(({ call_id }) => ({ plan_id: id, call_id, drawn_at: now, because: plan.kind }))).execute()
  return rows.length
}

const mostListed = 500

/** Calls that were drawn and wait for an evaluation, the riskiest first. */
export async function sampledCalls(database: Database, person: Person, names: Names): Promise<readonly SampledCall[]> {
  const team = teamOf(person)
  let query = database
    .selectFrom('sampled_calls')
    .innerJoin('sampling_plans', 'sampling_plans.id', 'sampled_calls.plan_id')
    .innerJoin('call_sums', 'call_sums.call_id', 'sampled_calls.call_id')
    .selectAll('call_sums')
    .select(['sampled_calls.plan_id', 'sampled_calls.because', 'sampling_plans.name', 'sampling_plans.scorecard'])
    .where(sql<boolean>`not ${evaluated}`)
  if (team !== null) query = query.where('call_sums.team', '=', team)
  const rows = await query.orderBy('call_sums.risk', 'desc').orderBy('call_sums.call_id').limit(mostListed).execute()
  return rows.map((row) => ({
    planId: row.plan_id, plan: row.name, scorecard: row.scorecard, callId: row.call_id, callAt: row.started_at, durationMs: row.duration_ms, agent: { id: row.agent_id ?? row.agent, name: row.agent },
    scenario: row.scenario === null ? null : names.scenario(row.scenario).title, risk: row.risk, open: row.raised - row.repaired, because: row.because as SamplingKind,
  }))
}

/** Somebody has published an evaluation of the drawn call. */
const evaluated = sql`exists (select 1 from evaluations where evaluations.call_id = sampled_calls.call_id and evaluations.calibration_id is null and evaluations.status <> 'draft')`

async function planOf(database: Database, person: Person, id: string): Promise<SamplingPlanRow> {
  const plan = await database.selectFrom('sampling_plans').selectAll().where('id', '=', id).executeTakeFirst()
  if (!plan) throw new SunlineError('not found', 'there is no such plan; it may have been removed', 'id')
  mustReach(person, plan)
  return plan
}
