import type { Library } from '../library/library.ts'
import type { QualityChoices } from '../protocol.ts'
import type { Database } from '../store/database.ts'
import type { Names } from './names.ts'

/** What the filters offer: whoever and whatever stored calls have, within one team when `team` is given. `behind`: ended calls that wait for their review. */
export async function choicesOf(database: Database, names: Names, library: Library | null, team: string | null, behind: number): Promise<QualityChoices> {
  const calls = team === null ? database.selectFrom('call_sums') : database.selectFrom('call_sums').where('team', '=', team)
  const agents = await calls.select(['agent_id', 'agent']).distinct().orderBy('agent').execute()
  const teams = await calls.select('team').distinct().where('team', 'is not', null).execute()
  const scenarios = await calls.select('scenario').distinct().where('scenario', 'is not', null).orderBy('scenario').execute()
  const byId = new Map(agents.map(({ agent_id, agent }) => [agent_id ?? agent, { id: agent_id ?? agent, name: agent }]))
  return {
    agents: [...byId.values()],
    teams: teams.flatMap(({ team: id }) => (id === null ? [] : [names.team(id)])),
    scenarios: scenarios.flatMap(({ scenario }) => (scenario === null ? [] : [names.scenario(scenario)])),
    rules: (library?.ruleFiles ?? []).flatMap(({ category, rules }) => rules.map(({ id, name }) => ({ id, name, category }))),
    categories: (library?.ruleFiles ?? []).map(({ category, en }) => ({ id: category, label: { zh: category, en } })),
    behind,
  }
}
