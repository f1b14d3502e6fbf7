import type { FlowDefinition } from '../../flows/dialogue.ts'
import type { FlowBook } from '../../flows/flow-book.ts'
import type { Frame } from '../../flows/conversation.ts'
import type { JournalEntry } from '../live/call-events.ts'
import { journalEntry } from '../live/journal-rows.ts'
import type { LiveEngine } from '../live/ports.ts'
import { callStore } from '../store/call-store.ts'
import type { Database } from '../store/database.ts'
import type { ScenarioExperience } from './branch-wishes.ts'
import type { Branch } from './drill-plan.ts'
import { scenarioBranches } from './scenario-branches.ts'
import { stepVisits } from './step-visits.ts'

/** The latest calls on the line that are looked at. */
const callsLookedAt = 20

/** What an agent met and missed in a scenario on the latest 20 calls on the line: by their journals, and by the findings that no review took back. */
export async function liveExperience(database: Database, engine: LiveEngine, person: string, scenario: string): Promise<Omit<ScenarioExperience, 'passedAt'>> {
  const met = new Set<string>()
  const missedAt = new Map<string, number[]>()
  const missed = (step: string, at: number): void => void missedAt.set(step, [...(missedAt.get(step) ?? []), at])
  for await (const { at, entries } of latestCalls(database, person, scenario)) {
    for (const id of branchesMet(engine.flows, scenario, entries)) met.add(id)
    for (const visit of stepVisits(entries, engine)) if (visit.flow === scenario) for (const point of visit.points) if (!point.said) missed(visit.step, at)
  }
  const findings = await database
    .selectFrom('findings')
    .leftJoin('judgements', (join) => join.onRef('judgements.call_id', '=', 'findings.call_id').onRef('judgements.warning_id', '=', 'findings.warning_id'))
    .select(['findings.step', 'findings.at'])
    .where('findings.agent_id', '=', person)
    .where('findings.flow', '=', scenario)
    .where('findings.origin', '=', 'live')
    .where('findings.state', '<>', 'dismissed')
    .where((is) => is.or([is('judgements.verdict', 'is', null), is('judgements.verdict', '<>', 'false alarm')]))
    .execute()
  for (const { step, at } of findings) if (step !== null) missed(step, at)
  return { met, missedAt }
}

/** One at a time, so that calls on the line are not held up by what is made of them. */
async function* latestCalls(database: Database, person: string, scenario: string): AsyncGenerator<{ readonly at: number; readonly entries: readonly JournalEntry[] }> {
  const rows = await database
    .selectFrom('call_sums')
    .select(['call_id', 'started_at'])
    .where('agent_id', '=', person)
    .where('scenario', '=', scenario)
    .where('origin', '=', 'live')
    .orderBy('started_at', 'desc')
    .limit(callsLookedAt)
    .execute()
  for (const { call_id, started_at } of rows) {
    const entries = (await callStore(database).journal(call_id)).map(journalEntry)
    if (entries.length > 0) yield { at: started_at, entries }
  }
}

/** Branches of a scenario that a call took, read off its moves. */
export function branchesMet(flows: FlowBook, scenario: string, entries: readonly JournalEntry[]): readonly string[] {
  const { definition } = flows.flow(scenario)
  const branches = scenarioBranches(flows, scenario)
  let top: Frame | undefined
  return entries.flatMap(({ event }) => {
    if (event.type !== 'call started' && event.type !== 'moved') return []
    const before = top
    top = event.stack.at(-1)
    if (event.type !== 'moved' || event.cause.by !== 'reaction' || before?.flow !== scenario) return []
    const { reaction } = event.cause
    return branches.filter((branch) => branch.from === before.step && branch.event === reaction && leadsTo(definition, branch, top, event.outcome)).map(({ id }) => id)
  })
}

function leadsTo({ id, steps }: FlowDefinition, { to }: Branch, place: Frame | undefined, outcome: string | null): boolean {
  const step = steps[to]
  if (step?.kind === 'end') return place?.flow !== id && step.outcome === outcome
  return step?.kind === 'switch' ? place?.flow === step.flow : place?.flow === id && place.step === to
}
