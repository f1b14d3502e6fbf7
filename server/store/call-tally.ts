import { sql } from 'kysely'
import { type Database, dialectOf } from './database.ts'
import { type JsonWords, jsonWords } from './json-words.ts'

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
const moves = ({ parsed, text, holds }: JsonWords) => sql<MoveTally>`
  with entries as (
    select call_id, type, payload,
      count(*) filter (where type in ('call started', 'moved')) over (partition by call_id order by seq) as position
    from journal where type in ('call started', 'moved', 'guidance shown', 'point said')
  ), positions as (
    select call_id, position,
      ${parsed(sql`max(case when type in ('call started', 'moved') then payload end)`)} as arrival,
      max(case when type = 'guidance shown' then 1 else 0 end) as shown,
      max(case when type = 'point said' then case when ${holds(parsed(sql`payload`), 'said')} and ${text(parsed(sql`payload`), 'heard')} is not null then 1 else 0 end else 0 end) as spoken
    from entries group by call_id, position
  ), arrivals as (
    select call_id, position, shown, spoken,
      coalesce(${text(sql`arrival`, 'cause', 'by')}, 'start') as cause,
      ${text(sql`arrival`, 'cause', 'reaction')} as reaction,
      ${text(sql`arrival`, 'cause', 'scenario')} as scenario,
      ${text(sql`arrival`, 'stack', -1, 'flow')} as flow,
      ${text(sql`arrival`, 'stack', -1, 'step')} as step,
      ${text(sql`arrival`, 'outcome')} as outcome,
      case when ${holds(sql`arrival`, 'resumed')} then 1 else 0 end as resumed
    from positions
  ), walked as (
    select arrivals.*, lag(flow) over calls as before_flow, lag(step) over calls as before_step, lead(cause) over calls as next_cause
    from arrivals window calls as (partition by call_id order by position)
  )
  select before_flow, before_step, cause, reaction, scenario, flow, step, outcome, resumed,
    count(*) as times, sum(shown) as shown, sum(spoken) as spoken
  from walked where cause not in ('undo', 'restart') and next_cause is distinct from 'undo'
  group by before_flow, before_step, cause, reaction, scenario, flow, step, outcome, resumed`

/** A warning that the recogniser took back in the end was never raised. */
const rules = ({ parsed, text }: JsonWords) => sql<RuleTally>`
  with entries as materialized (
    select call_id, seq, ${parsed(sql`payload`)} as entry from journal where type = 'warning changed'
  ), changes as materialized (
    select call_id, seq, ${text(sql`entry`, 'warning', 'id')} as id, ${text(sql`entry`, 'warning', 'rule')} as rule, ${text(sql`entry`, 'warning', 'state')} as state from entries
  ), warnings as (
    select rule, state, row_number() over (partition by call_id, id order by seq desc) as age,
      max(case when state = 'firm' then 1 else 0 end) over (partition by call_id, id) as firm
    from changes
  )
  select rule, sum(firm) as raised, sum(case when state = 'repaired' then 1 else 0 end) as repaired, sum(case when state = 'dismissed' then 1 else 0 end) as dismissed
  from warnings where age = 1 and state <> 'retracted' group by rule`

const interims = ({ parsed, text, holds, elements }: JsonWords) => sql<InterimTally>`
  select ${text(sql`verdict.value`, 'rule')} as rule, count(*) as heard, sum(case when ${holds(sql`verdict.value`, 'kept')} then 0 else 1 end) as taken_back,
    sum(cast(${text(sql`verdict.value`, 'interims')} as bigint)) as interims
  from journal, ${elements(parsed(sql`journal.payload`), 'rules', 'verdict')} where journal.type = 'interims judged' group by 1`

/** Adds up on the thread of the connection. */
export function callTally(database: Database): CallTally {
  const words = jsonWords(dialectOf(database))
  const calls = async (): Promise<number> => (await sql<{ readonly count: number }>`select count(*) as count from calls`.execute(database)).rows[0]?.count ?? 0
  return {
    moves: async () => ({ calls: await calls(), moves: (await moves(words).execute(database)).rows }),
    rules: async () => ({ calls: await calls(), rules: (await rules(words).execute(database)).rows }),
    interims: async () => (await interims(words).execute(database)).rows,
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
