import { type RawBuilder, sql } from 'kysely'
import type { QualityFilter, TrendGroup } from '../protocol.ts'
import type { Database } from './database.ts'

/** How time is cut. `lengthMs`: of a piece; `shiftMs`: added to a time before it is divided by the length, so that pieces begin where days or weeks do. */
export interface Cut {
  readonly lengthMs: number
  readonly shiftMs: number
}
/** Sums over the calls of one group in one piece of time. */
export interface CallSums {
  readonly key: string
  readonly piece: number
  readonly calls: number
  readonly duration: number
  readonly points_due: number
  readonly points_said: number
  readonly conventions_due: number
  readonly conventions_kept: number
}
export interface OutcomeSums {
  readonly key: string
  readonly piece: number
  readonly outcome: string
  readonly calls: number
}
export interface FindingSums {
  readonly key: string
  readonly piece: number
  readonly findings: number
  readonly repaired: number
  readonly judged: number
  readonly wrong: number
}
export interface TrendSums {
  readonly calls: readonly CallSums[]
  readonly outcomes: readonly OutcomeSums[]
  readonly findings: readonly FindingSums[]
}

/** Adds up calls and findings by group and piece of time. Calls have no rule: grouped by rule, all of a piece share the key ''. */
export async function trendSums(database: Database, filter: QualityFilter, group: TrendGroup, cut: Cut): Promise<TrendSums> {
  const callKey = keyOf('call_sums', group)
  const ofCalls = sql`from call_sums where ${sql.join(callConditions('call_sums', 'started_at', filter), sql` and `)}`
  const callPiece = pieceOf(sql.ref('call_sums.started_at'), cut)
  const calls = sql<CallSums>`
    select ${callKey} as key, ${callPiece} as piece, count(*) as calls, sum(duration_ms) as duration, sum(points_due) as points_due, sum(points_said) as points_said,
      sum(conventions_due) as conventions_due, sum(conventions_kept) as conventions_kept
    ${ofCalls} group by 1, 2`
  const outcomes = sql<OutcomeSums>`select ${callKey} as key, ${callPiece} as piece, coalesce(outcome, '') as outcome, count(*) as calls ${ofCalls} group by 1, 2, 3`
  const findings = sql<FindingSums>`
    select ${group === 'rule' ? sql`findings.rule` : keyOf('findings', group)} as key, ${pieceOf(sql`findings.at - findings.at_ms`, cut)} as piece, count(*) as findings,
      sum(case when findings.state = 'repaired' then 1 else 0 end) as repaired,
      sum(case when judgements.verdict is null then 0 else 1 end) as judged,
      sum(case when judgements.verdict = 'false alarm' then 1 else 0 end) as wrong
    from findings left join judgements on judgements.call_id = findings.call_id and judgements.warning_id = findings.warning_id
    where ${sql.join([...callConditions('findings', 'at', filter), ...wordConditions(filter)], sql` and `)} group by 1, 2`
  return { calls: (await calls.execute(database)).rows, outcomes: (await outcomes.execute(database)).rows, findings: (await findings.execute(database)).rows }
}

type Counted = 'call_sums' | 'findings'

function keyOf(table: Counted, group: TrendGroup): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  switch (group) {
    case 'agent':
      return sql`coalesce(${column('agent_id')}, ${column('agent')})`
    case 'team':
      return sql`coalesce(${column('team')}, '')`
    case 'scenario':
      return sql`coalesce(${column('scenario')}, '')`
    case 'version':
      return column('library_version')
    case 'rule':
      return sql`''`
  }
}

/** Numbers of better-sqlite3 arrive as reals, which would not be cut to whole pieces. */
const pieceOf = (time: RawBuilder<unknown>, { lengthMs, shiftMs }: Cut): RawBuilder<unknown> => sql`(${time} + cast(${shiftMs} as bigint)) / cast(${lengthMs} as bigint)`

function callConditions(table: Counted, time: string, { from, to, agent, team, scenario, origin }: QualityFilter): RawBuilder<unknown>[] {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return [
    origin === undefined ? sql`${column('origin')} <> 'drill'` : sql`${column('origin')} = ${origin}`,
    ...(from === undefined ? [] : [sql`${column(time)} >= ${from}`]),
    ...(to === undefined ? [] : [sql`${column(time)} <= ${to}`]),
    ...(agent === undefined ? [] : [sql`coalesce(${column('agent_id')}, ${column('agent')}) = ${agent}`]),
    ...(team === undefined ? [] : [sql`${column('team')} = ${team}`]),
    ...(scenario === undefined ? [] : [sql`${column('scenario')} = ${scenario}`]),
  ]
}

function wordConditions({ rule, category, severity, state, verdict }: QualityFilter): RawBuilder<unknown>[] {
  return [
    ...(rule === undefined ? [] : [sql`findings.rule = ${rule}`]),
    ...(category === undefined ? [] : [sql`findings.category = ${category}`]),
    ...(severity === undefined ? [] : [sql`findings.severity = ${severity}`]),
    ...(state === undefined ? [] : [sql`findings.state = ${state}`]),
    ...(verdict === undefined ? [] : [verdict === 'none' ? sql`judgements.verdict is null` : sql`judgements.verdict = ${verdict}`]),
  ]
}
