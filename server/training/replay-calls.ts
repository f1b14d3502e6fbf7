import type { Person } from '../identity/actor.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { CallOrigin } from '../live/call-events.ts'
import type { Label, StoredCall, StoredCalls } from '../protocol.ts'
import type { Database } from '../store/database.ts'
import type { CallRow } from '../store/tables.ts'

/** Which stored calls are wanted. `from`, `until`: ms since the epoch; `page` from 0. */
export interface CallFilter {
  readonly agent?: string
  readonly team?: string
  readonly scenario?: string
  readonly outcome?: string
  readonly origin?: CallOrigin
  readonly from?: number
  readonly until?: number
  readonly page?: number
}
const pageSize = 50
const mostChoices = 500

/** Stored calls that `person` may review, newest first, with what the filters offer. */
export async function storedCalls(database: Database, person: Person, filter: CallFilter, engine: LiveEngine): Promise<StoredCalls> {
  const found = matching(database, person, filter)
  const [rows, { total }, choices] = await Promise.all([
    found.selectAll().orderBy('started_at', 'desc').orderBy('id').limit(pageSize).offset((filter.page ?? 0) * pageSize).execute(),
    found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    choicesFor(database, person, engine),
  ])
  return { calls: rows.map((row) => storedCall(row, engine)), total: Number(total), pageSize, choices }
}

/** A row as the list shows it. */
export function storedCall(row: CallRow, engine: LiveEngine): StoredCall {
  const { id, origin, agent, team, caller_number, queue, scenario, outcome, started_at, ended_at, library_version } = row
  const title = scenario === null ? null : (engine.flowInfo(scenario)?.title ?? { zh: scenario, en: scenario })
  return { id, origin, agent, team, callerNumber: caller_number, queue, scenario: title, outcome: outcomeLabel(outcome, engine), startedAt: started_at, endedAt: ended_at, libraryVersion: library_version }
}

/** An outcome in the words of the disposition that stands for it. */
export function outcomeLabel(outcome: string | null, engine: LiveEngine): Label | null {
  if (outcome === null) return null
  return engine.dispositions.find(({ outcomes }) => outcomes.includes(outcome))?.label ?? { zh: outcome, en: outcome }
}

/** The calls that have ended and that a person may review: one's own, the team's, or all. */
function reachable(database: Database, { id, roles, team }: Person) {
  const ended = database.selectFrom('calls').where('status', 'in', ['wrap-up', 'closed'])
  if (roles.includes('trainer') || roles.includes('qa-lead')) return ended
  return ended.where((is) => is.or([is('agent_id', '=', id), ...(roles.includes('supervisor') ? [team === null ? is('team', 'is', null) : is('team', '=', team)] : [])]))
}

function matching(database: Database, person: Person, { agent, team, scenario, outcome, origin, from, until }: CallFilter) {
  let calls = reachable(database, person)
  if (agent !== undefined) calls = calls.where('agent', '=', agent)
  if (team !== undefined) calls = calls.where('team', '=', team)
  if (scenario !== undefined) calls = calls.where('scenario', '=', scenario)
  if (outcome !== undefined) calls = calls.where('outcome', '=', outcome)
  if (origin !== undefined) calls = calls.where('origin', '=', origin)
  if (from !== undefined) calls = calls.where('started_at', '>=', from)
  if (until !== undefined) calls = calls.where('started_at', '<', until)
  return calls
}

async function choicesFor(database: Database, person: Person, engine: LiveEngine): Promise<StoredCalls['choices']> {
  const different = async (column: 'agent' | 'team' | 'scenario' | 'outcome'): Promise<readonly string[]> => {
    const rows = await reachable(database, person).select(`${column} as value`).distinct().where(column, 'is not', null).orderBy(column).limit(mostChoices).execute()
    return rows.flatMap(({ value }) => (value === null || value === '' ? [] : [value]))
  }
  const names = new Map((await database.selectFrom('teams').selectAll().execute()).map(({ id, name }) => [id, name]))
  const [agents, teams, scenarios, outcomes] = [await different('agent'), await different('team'), await different('scenario'), await different('outcome')]
  return {
    agents,
    teams: teams.map((id) => ({ id, name: names.get(id) ?? id })),
    scenarios: scenarios.map((id) => ({ id, title: engine.flowInfo(id)?.title ?? { zh: id, en: id } })),
    outcomes: outcomes.map((id) => ({ id, title: withId(outcomeLabel(id, engine), id) })),
  }
}

/** Several outcomes may share a disposition. */
const withId = (label: Label | null, id: string): Label => (label === null || label.zh === id ? { zh: id, en: id } : { zh: `${label.zh} · ${id}`, en: `${label.en} · ${id}` })
