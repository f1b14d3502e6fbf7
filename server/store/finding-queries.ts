import { sql } from 'kysely'
import type { QualityFilter } from '../protocol.ts'
import type { Database } from './database.ts'
import type { FindingRow, JudgementRow } from './quality-tables.ts'

/** A finding with a person's word on it, if there is one. */
export type JudgedFinding = FindingRow & { readonly [Field in Exclude<keyof JudgementRow, 'call_id' | 'warning_id'>]: JudgementRow[Field] | null }
/** A place in the list, newest first. */
export interface FindingPlace {
  readonly at: number
  readonly callId: string
  readonly warningId: string
}

const judged = (database: Database) =>
  database.selectFrom('findings').leftJoin('judgements', (on) => on.onRef('judgements.call_id', '=', 'findings.call_id').onRef('judgements.warning_id', '=', 'findings.warning_id'))
type Joined = ReturnType<typeof judged>

/** Without a wish for one origin, practice does not count. */
function narrowed(query: Joined, { from, to, agent, team, scenario, rule, category, severity, state, verdict, origin, words }: QualityFilter): Joined {
  let narrower = origin === undefined ? query.where('findings.origin', '<>', 'drill') : query.where('findings.origin', '=', origin)
  if (from !== undefined) narrower = narrower.where('findings.at', '>=', from)
  if (to !== undefined) narrower = narrower.where('findings.at', '<=', to)
  if (agent !== undefined) narrower = narrower.where((is) => is.or([is('findings.agent_id', '=', agent), is.and([is('findings.agent_id', 'is', null), is('findings.agent', '=', agent)])]))
  if (team !== undefined) narrower = narrower.where('findings.team', '=', team)
  if (scenario !== undefined) narrower = narrower.where('findings.scenario', '=', scenario)
  if (rule !== undefined) narrower = narrower.where('findings.rule', '=', rule)
  if (category !== undefined) narrower = narrower.where('findings.category', '=', category)
  if (severity !== undefined) narrower = narrower.where('findings.severity', '=', severity)
  if (state !== undefined) narrower = narrower.where('findings.state', '=', state)
  if (verdict !== undefined) narrower = verdict === 'none' ? narrower.where('judgements.verdict', 'is', null) : narrower.where('judgements.verdict', '=', verdict)
  if (words !== undefined) narrower = narrower.where(sql<boolean>`lower(findings.utterance) like lower(${`%${words.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`}) escape '\\'`)
  return narrower
}

export async function countFindings(database: Database, filter: QualityFilter): Promise<number> {
  const { count } = await narrowed(judged(database), filter).select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return Number(count)
}

/** Findings newest first, from behind a place on. */
export async function listFindings(database: Database, filter: QualityFilter, after: FindingPlace | null, limit: number): Promise<readonly JudgedFinding[]> {
  let query = narrowed(judged(database), filter)
  if (after) {
    const { at, callId, warningId } = after
    query = query.where((is) =>
      is.or([
        is('findings.at', '<', at),
        is.and([is('findings.at', '=', at), is('findings.call_id', '>', callId)]),
        is.and([is('findings.at', '=', at), is('findings.call_id', '=', callId), is('findings.warning_id', '>', warningId)]),
      ]),
    )
  }
  return query
    .selectAll('findings')
    .select(['judgements.verdict', 'judgements.note', 'judgements.judge_id', 'judgements.judge_name', 'judgements.judged_at'])
    .orderBy('findings.at', 'desc')
    .orderBy('findings.call_id')
    .orderBy('findings.warning_id')
    .limit(limit)
    .execute()
}

/** One finding; undefined when there is none. */
export const findFinding = (database: Database, callId: string, warningId: string): Promise<JudgedFinding | undefined> =>
  judged(database)
    .selectAll('findings')
    .select(['judgements.verdict', 'judgements.note', 'judgements.judge_id', 'judgements.judge_name', 'judgements.judged_at'])
    .where('findings.call_id', '=', callId)
    .where('findings.warning_id', '=', warningId)
    .executeTakeFirst()

/** How each rule's findings were judged. */
export interface RuleVerdicts {
  readonly rule: string
  readonly right: number
  readonly wrong: number
}
/** A finding marked for coaching was right too. */
export async function ruleVerdicts(database: Database): Promise<readonly RuleVerdicts[]> {
  const { rows } = await sql<RuleVerdicts>`
    select findings.rule as rule, sum(case when judgements.verdict = 'false alarm' then 0 else 1 end) as "right", sum(case when judgements.verdict = 'false alarm' then 1 else 0 end) as wrong
    from judgements join findings on findings.call_id = judgements.call_id and findings.warning_id = judgements.warning_id group by findings.rule`.execute(database)
  return rows.map(({ rule, right, wrong }) => ({ rule, right: Number(right), wrong: Number(wrong) }))
}
