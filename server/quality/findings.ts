import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import type { FindingsView, FindingView, QualityFilter, Verdict } from '../protocol.ts'
import type { Database } from '../store/database.ts'
import { countFindings, findFinding, type FindingPlace, type JudgedFinding, listFindings } from '../store/finding-queries.ts'
import type { Names } from './names.ts'
import { mustReach } from './reach.ts'

/** A page of findings, newest first, with how many there are in all. */
export async function findingsPage(database: Database, names: Names, filter: QualityFilter, before: string | undefined, limit: number): Promise<FindingsView> {
  const rows = await listFindings(database, filter, before === undefined ? null : placeOf(before), limit + 1)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    total: await countFindings(database, filter),
    findings: shown.map((row) => findingView(row, names)),
    next: last ? Buffer.from(JSON.stringify([last.at, last.call_id, last.warning_id])).toString('base64url') : null,
  }
}

/** Writes a person's word on a finding, or takes it back. Throws SunlineError 'not found', or 'forbidden' for another team's. */
export async function judge(database: Database, person: Person, { callId, warningId, verdict, note }: { readonly callId: string; readonly warningId: string; readonly verdict: Verdict | null; readonly note: string }, now: number): Promise<void> {
  const finding = await findFinding(database, callId, warningId)
  if (!finding) throw new SunlineError('not found', `call "${callId}" has no such finding`, 'warningId')
  mustReach(person, finding)
  if (verdict === null) {
    await database.deleteFrom('judgements').where('call_id', '=', callId).where('warning_id', '=', warningId).execute()
    return
  }
  const word = { verdict, note, judge_id: person.id, judge_name: person.name, judged_at: now }
  await database.insertInto('judgements').values({ call_id: callId, warning_id: warningId, ...word }).onConflict((on) => on.columns(['call_id', 'warning_id']).doUpdateSet(word)).execute()
}

export function findingView(row: JudgedFinding, names: Names): FindingView {
  const { verdict, note, judge_name: by, judged_at: judgedAt } = row
  return {
    callId: row.call_id,
    warningId: row.warning_id,
    at: row.at,
    atMs: row.at_ms,
    agent: { id: row.agent_id ?? row.agent, name: row.agent },
    team: row.team === null ? null : names.team(row.team),
    origin: row.origin,
    scenario: row.scenario === null ? null : names.scenario(row.scenario),
    step: row.flow === null || row.step === null ? null : names.step(row.flow, row.step),
    rule: names.rule(row.rule),
    category: { id: row.category, label: names.category(row.category) },
    severity: row.severity,
    utterance: row.utterance,
    start: row.match_start,
    end: row.match_end,
    sayInstead: row.say_instead,
    libraryVersion: row.library_version,
    state: row.state,
    dismissedBecause: row.dismissed_because,
    judgement: verdict === null ? null : { verdict, note: note ?? '', by: by ?? '', at: judgedAt ?? 0 },
  }
}

function placeOf(text: string): FindingPlace {
  try {
    const [at, callId, warningId]: unknown[] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    if (typeof at === 'number' && typeof callId === 'string' && typeof warningId === 'string') return { at, callId, warningId }
  } catch {
    throw new SunlineError('invalid payload', 'before: not a place that this list has given', 'before')
  }
  throw new SunlineError('invalid payload', 'before: not a place that this list has given', 'before')
}
