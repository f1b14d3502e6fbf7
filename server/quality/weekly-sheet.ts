import type { FindingView, Label, TrendFigures } from '../protocol.ts'
import type { Database } from '../store/database.ts'
import { listFindings } from '../store/finding-queries.ts'
import { trendSums } from '../store/trend-queries.ts'
import { findingView } from './findings.ts'
import type { Names } from './names.ts'
import { cutOf, trends } from './trends.ts'

/** One line of a weekly sheet: an agent, or a rule. */
export interface SheetLine {
  readonly id: string
  readonly label: Label
  readonly figures: TrendFigures
}
/** What evaluations of the week's calls say. */
export interface EvaluationSums {
  readonly published: number
  /** Mean of 100; null without any. */
  readonly meanScore: number | null
  readonly failed: number
  readonly disputed: number
}
/** A team's week beside the week before. `from`: Monday, ms since the epoch; `to`: the last ms of Sunday. */
export interface WeeklySheet {
  readonly team: string | null
  readonly from: number
  readonly to: number
  readonly week: TrendFigures
  readonly before: TrendFigures
  readonly agents: readonly SheetLine[]
  readonly rules: readonly SheetLine[]
  /** Forbidden phrases that nobody made good, newest first, at most 50. */
  readonly unrepaired: readonly FindingView[]
  readonly evaluations: EvaluationSums
  /** The items most often missed, at most 10. */
  readonly missedItems: readonly { readonly item: string; readonly missed: number; readonly answered: number }[]
}

const weekMs = 7 * 86_400_000
const mostUnrepaired = 50
const mostItems = 10

/** Adds up the week that begins at `from`, of one team or of all. `zone`: minutes ahead of UTC. */
export async function weeklySheet(database: Database, names: Names, { team, from, zone }: { readonly team: string | null; readonly from: number; readonly zone: number }): Promise<WeeklySheet> {
  const to = from + weekMs - 1
  const of = team === null ? {} : { team }
  const cut = cutOf('week', zone)
  const agentNames = new Map<string, string>()
  for (const { agent_id, agent } of await database.selectFrom('call_sums').select(['agent_id', 'agent']).distinct().where('started_at', '>=', from).where('started_at', '<=', to).execute()) agentNames.set(agent_id ?? agent, agent)
  const add = async (group: 'agent' | 'rule', start: number) => {
    const sums = await trendSums(database, { ...of, from: start, to: start + weekMs - 1 }, group, cut)
    const label = (id: string): Label => (group === 'agent' ? same(agentNames.get(id) ?? id) : same(names.rule(id).name))
    return trends(sums, 'week', cut, { group: label, outcome: names.outcome }, group === 'rule')
  }
  const [agents, rules, before] = [await add('agent', from), await add('rule', from), await add('agent', from - weekMs)]
  const lines = ({ groups }: typeof agents): readonly SheetLine[] => groups.map(({ id, label, all }) => ({ id, label, figures: all }))
  const worst = await listFindings(database, { ...of, from, to, state: 'open', severity: 'block' }, null, mostUnrepaired)
  return {
    team: team === null ? null : names.team(team).name,
    from,
    to,
    week: agents.all,
    before: before.all,
    agents: lines(agents),
    rules: lines(rules),
    unrepaired: worst.map((row) => findingView(row, names)),
    ...(await evaluated(database, team, from, to)),
  }
}

const same = (text: string): Label => ({ zh: text, en: text })

async function evaluated(database: Database, team: string | null, from: number, to: number): Promise<Pick<WeeklySheet, 'evaluations' | 'missedItems'>> {
  let query = database.selectFrom('evaluations').selectAll().where('status', '<>', 'draft').where('calibration_id', 'is', null).where('published_at', '>=', from).where('published_at', '<=', to)
  if (team !== null) query = query.where('team', '=', team)
  const rows = await query.execute()
  const scores = rows.flatMap(({ score }) => (score === null ? [] : [score]))
  const counts = new Map<string, { missed: number; answered: number }>()
  for (const { id } of rows) {
    for (const { item, answer } of await database.selectFrom('evaluation_items').select(['item', 'answer']).where('evaluation_id', '=', id).execute()) {
      const count = counts.get(item) ?? { missed: 0, answered: 0 }
      counts.set(item, { missed: count.missed + (answer === 'missed' ? 1 : 0), answered: count.answered + (answer === 'not applicable' ? 0 : 1) })
    }
  }
  return {
    evaluations: {
      published: rows.length,
      meanScore: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
      failed: rows.filter(({ failed }) => failed === 1).length,
      disputed: rows.filter(({ status }) => status === 'disputed' || status === 'settled').length,
    },
    missedItems: [...counts].map(([item, count]) => ({ item, ...count })).filter(({ missed }) => missed > 0).toSorted((one, other) => other.missed - one.missed).slice(0, mostItems),
  }
}
