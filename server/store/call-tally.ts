import { sql } from 'kysely'
import type { Database } from './database.ts'

/** How often calls came to rest on one step in one way. The fields of where they came from are null for a call's first step. */
export interface MoveTally {
  readonly before_flow: string | null
  readonly before_step: string | null
  /** What moved the dialogue; 'start' for a call's first step. */
  readonly cause: string
  readonly reaction: string | null
  readonly scenario: string | null
  readonly flow: string | null
  readonly step: string | null
  readonly outcome: string | null
  readonly resumed: number
  readonly times: number
  /** How often its sentence was shown, and how often at least one of its key points was heard then. */
  readonly shown: number
  readonly spoken: number
}
/** What became of the warnings of one rule; each warning counts once in a column. */
export interface RuleTally {
  readonly rule: string
  readonly raised: number
  readonly repaired: number
  readonly dismissed: number
}
/** What interims showed of one rule. `heard`: utterances in which they did; `taken_back`: those whose final text had it no more; `interims`: in all. */
export interface InterimTally {
  readonly rule: string
  readonly heard: number
  readonly taken_back: number
  readonly interims: number
}
/** What all stored calls add up to. */
export interface CallTally {
  readonly moves: () => Promise<{ readonly calls: number; readonly moves: readonly MoveTally[] }>
  readonly rules: () => Promise<{ readonly calls: number; readonly rules: readonly RuleTally[] }>
  readonly interims: () => Promise<readonly InterimTally[]>
}

/**
 * One pass over the journal: entries are numbered by the position of the dialogue that they belong to, and positions are grouped.
 * A move that was taken back at once counts for nothing, nor does the taking back, nor finding one's place after a restart.
 */
const moves = sql<MoveTally>`
  with entries as (
    select call_id, type, payload,
      count(*) filter (where type in ('call started', 'moved')) over (partition by call_id order by seq) as position
    from journal where type in ('call started', 'moved', 'guidance shown', 'point said')
  ), positions as (
    select call_id, position,
      max(case when type in ('call started', 'moved') then payload end) as arrival,
      max(type = 'guidance shown') as shown,
      max(case when type = 'point said' then json_extract(payload, '$.said') = 1 and json_extract(payload, '$.heard') is not null else 0 end) as spoken
    from entries group by call_id, position
  ), arrivals as (
    select call_id, position, shown, spoken,
      coalesce(json_extract(arrival, '$.cause.by'), 'start') as cause,
      json_extract(arrival, '$.cause.reaction') as reaction,
      json_extract(arrival, '$.cause.scenario') as scenario,
      json_extract(arrival, '$.stack[#-1].flow') as flow,
      json_extract(arrival, '$.stack[#-1].step') as step,
      json_extract(arrival, '$.outcome') as outcome,
      coalesce(json_extract(arrival, '$.resumed'), 0) as resumed
    from positions
  ), walked as (
    select *, lag(flow) over calls as before_flow, lag(step) over calls as before_step, lead(cause) over calls as next_cause
    from arrivals window calls as (partition by call_id order by position)
  )
  select before_flow, before_step, cause, reaction, scenario, flow, step, outcome, resumed,
    count(*) as times, sum(shown) as shown, sum(spoken) as spoken
  from walked where cause not in ('undo', 'restart') and next_cause is not 'undo'
  group by before_flow, before_step, cause, reaction, scenario, flow, step, outcome, resumed`

/** A warning that the recogniser took back in the end was never raised. */
const rules = sql<RuleTally>`
  with warnings as (
    select call_id, json_extract(payload, '$.warning.id') as id, json_extract(payload, '$.warning.rule') as rule,
      json_extract(payload, '$.warning.state') as state,
      row_number() over (partition by call_id, json_extract(payload, '$.warning.id') order by seq desc) as age,
      max(json_extract(payload, '$.warning.state') = 'firm') over (partition by call_id, json_extract(payload, '$.warning.id')) as firm
    from journal where type = 'warning changed'
  )
  select rule, sum(firm) as raised, sum(state = 'repaired') as repaired, sum(state = 'dismissed') as dismissed
  from warnings where age = 1 and state <> 'retracted' group by rule`

const interims = sql<InterimTally>`
  select json_extract(verdict.value, '$.rule') as rule, count(*) as heard,
    sum(json_extract(verdict.value, '$.kept') = 0) as taken_back, sum(json_extract(verdict.value, '$.interims')) as interims
  from journal, json_each(journal.payload, '$.rules') as verdict where journal.type = 'interims judged' group by 1`

/** Adds up on the thread of the connection. */
export function callTally(database: Database): CallTally {
  const calls = async (): Promise<number> => (await sql<{ readonly count: number }>`select count(*) as count from calls`.execute(database)).rows[0]?.count ?? 0
  return {
    moves: async () => ({ calls: await calls(), moves: (await moves.execute(database)).rows }),
    rules: async () => ({ calls: await calls(), rules: (await rules.execute(database)).rows }),
    interims: async () => (await interims.execute(database)).rows,
  }
}

/** The same sums; who asks while a sum is under way gets that one. */
export function sharedTally({ moves: sumMoves, rules: sumRules, interims: sumInterims }: CallTally): CallTally {
  return { moves: shared(sumMoves), rules: shared(sumRules), interims: shared(sumInterims) }
}

function shared<T>(run: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null
  return () =>
    (underWay ??= run().finally(() => {
      underWay = null
    }))
}
