import { randomUUID } from 'node:crypto'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import type { CalibrationRow, CalibrationView, ItemAnswer } from '../protocol.ts'
import type { Database } from '../store/database.ts'
import type { CalibrationTableRow, EvaluationTableRow } from '../store/quality-tables.ts'
import { krippendorffAlpha } from './agreement.ts'
import { answersOf } from './evaluation-records.ts'
import { mustReach, teamOf } from './reach.ts'
import { itemsOf, type Scorecard } from '../library/scorecards.ts'

/** Asks several evaluators to judge one call. Throws SunlineError 'not found' or 'forbidden'. */
export async function beginCalibration(database: Database, person: Person, { callId, scorecard, title }: { readonly callId: string; readonly scorecard: string; readonly title: string }, now: number): Promise<string> {
  const call = await database.selectFrom('calls').selectAll().where('id', '=', callId).executeTakeFirst()
  if (!call) throw new SunlineError('not found', `there is no call "${callId}"`, 'callId')
  mustReach(person, call)
  if (call.status !== 'wrap-up' && call.status !== 'closed') throw new SunlineError('conflict', 'this call is still on the line', 'callId')
  const id = randomUUID()
  await database.insertInto('calibrations').values({ id, call_id: callId, scorecard, title: title.trim(), created_by: person.id, created_at: now, closed_at: null }).execute()
  return id
}

/** Nobody adds to it any more, and everyone sees all answers. */
export async function closeCalibration(database: Database, person: Person, id: string, now: number): Promise<void> {
  const { row } = await found(database, person, id)
  if (row.closed_at !== null) throw new SunlineError('conflict', 'this calibration is closed already')
  await database.updateTable('calibrations').set({ closed_at: now }).where('id', '=', id).execute()
}

/** The calibration that somebody evaluates in, with the scorecard that others of it judge by already. Throws SunlineError 'conflict' when it is closed. */
export async function openCalibration(database: Database, person: Person, id: string): Promise<{ readonly row: CalibrationTableRow; readonly card: Scorecard | null }> {
  const { row, evaluations } = await found(database, person, id)
  if (row.closed_at !== null) throw new SunlineError('conflict', 'this calibration is closed; its answers are on show', 'calibrationId')
  const [first] = evaluations
  return { row, card: first ? (JSON.parse(first.card) as Scorecard) : null }
}

export async function calibrations(database: Database, person: Person): Promise<readonly CalibrationRow[]> {
  const team = teamOf(person)
  let query = database.selectFrom('calibrations').innerJoin('calls', 'calls.id', 'calibrations.call_id').select('calibrations.id')
  if (team !== null) query = query.where('calls.team', '=', team)
  const ids = await query.orderBy('calibrations.created_at', 'desc').limit(200).execute()
  return Promise.all(ids.map(async ({ id }) => rowOf(await found(database, person, id), person)))
}

/** How far the evaluators agree, and on which items they do not. */
export async function calibrationView(database: Database, person: Person, id: string): Promise<CalibrationView> {
  const calibration = await found(database, person, id)
  const { row, evaluations } = calibration
  const published = evaluations.filter(({ status }) => status !== 'draft')
  const hidden = row.closed_at === null && !published.some(({ evaluator_id: evaluator }) => evaluator === person.id)
  const base = rowOf(calibration, person)
  if (hidden || published.length === 0) return { ...base, hidden, evaluations: [], alpha: null, items: [] }
  const card = JSON.parse(published[0]?.card ?? '{}') as Scorecard
  const answers = await Promise.all(
    published.map(async ({ id: evaluation }) => answersOf(await database.selectFrom('evaluation_items').select(['item', 'answer']).where('evaluation_id', '=', evaluation).execute())),
  )
  const items = itemsOf(card).map((item) => {
    const given = answers.map((each) => each.get(item.id) ?? null)
    return { id: item.id, label: item.label, answers: given, differs: new Set(given).size > 1 }
  })
  return {
    ...base,
    hidden,
    evaluations: published.map(({ id: evaluation, evaluator_name: evaluator, score }) => ({ id: evaluation, evaluator, score })),
    alpha: krippendorffAlpha(items.map((item) => item.answers.map(rank))),
    items,
  }
}

const ranks: Readonly<Record<ItemAnswer, number | null>> = { missed: 0, partly: 1, met: 2, 'not applicable': null }
/** What does not apply has no place in the order; it counts as not judged. */
const rank = (answer: ItemAnswer | null): number | null => (answer === null ? null : ranks[answer])

interface Found {
  readonly row: CalibrationTableRow
  readonly call: { readonly started_at: number; readonly agent: string; readonly agent_id: string | null }
  readonly evaluations: readonly EvaluationTableRow[]
}

async function found(database: Database, person: Person, id: string): Promise<Found> {
  const row = await database.selectFrom('calibrations').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new SunlineError('not found', 'there is no such calibration', 'id')
  const call = await database.selectFrom('calls').select(['started_at', 'agent', 'agent_id', 'team']).where('id', '=', row.call_id).executeTakeFirstOrThrow()
  mustReach(person, call)
  return { row, call, evaluations: await database.selectFrom('evaluations').selectAll().where('calibration_id', '=', id).orderBy('created_at').execute() }
}

const rowOf = ({ row, call, evaluations }: Found, person: Person): CalibrationRow => ({
  id: row.id,
  title: row.title,
  callId: row.call_id,
  callAt: call.started_at,
  agent: { id: call.agent_id ?? call.agent, name: call.agent },
  scorecard: row.scorecard,
  createdAt: row.created_at,
  closed: row.closed_at !== null,
  evaluators: evaluations.length,
  published: evaluations.filter(({ status }) => status !== 'draft').length,
  mine: evaluations.find(({ evaluator_id: evaluator }) => evaluator === person.id)?.id ?? null,
})
