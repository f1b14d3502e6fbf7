import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import type { Database } from '../store/database.ts'
import { type AnswerChange, checkAnswer, rescore } from './evaluate.ts'
import { type EvaluationRecord, note, readEvaluation } from './evaluation-records.ts'
import { mustReach } from './reach.ts'

/** How long a second reviewer has to settle a dispute, ms. */
export const settleMs = 5 * 86_400_000

/** An evaluation of the person's own call that is published. Throws SunlineError 'not found': nobody learns of others' evaluations. */
export async function ownEvaluation(database: Database, person: Person, id: string): Promise<EvaluationRecord> {
  const record = await readEvaluation(database, id)
  const { agent_id: agent, status, calibration_id: calibration } = record.row
  if (agent !== person.id || status === 'draft' || calibration !== null) throw new SunlineError('not found', 'you have no such evaluation', 'id')
  return record
}

/** Whether the agent may still accept or dispute. */
export const mayAnswer = (person: Person, { row: { agent_id: agent, status, due_at: due, calibration_id: calibration } }: EvaluationRecord, now: number): boolean =>
  agent === person.id && status === 'published' && calibration === null && due !== null && now <= due

/** The agent has seen the evaluation and accepts it; also after the time for disputes. */
export async function acknowledge(database: Database, person: Person, id: string, now: number): Promise<void> {
  const { row } = await ownEvaluation(database, person, id)
  if (row.status !== 'published') throw new SunlineError('conflict', 'this evaluation is acknowledged or disputed already')
  await database.transaction().execute(async (transaction) => {
    await transaction.updateTable('evaluations').set({ status: 'acknowledged', acknowledged_at: now }).where('id', '=', id).execute()
    await note(transaction, id, person, 'acknowledged', '', now)
  })
}

/** The agent disputes items of the evaluation. Throws SunlineError 'conflict' after the deadline, 'invalid payload' for items that there are not. */
export async function dispute(database: Database, person: Person, id: string, { items, reason }: { readonly items: readonly string[]; readonly reason: string }, now: number): Promise<void> {
  const record = await ownEvaluation(database, person, id)
  if (!mayAnswer(person, record, now)) {
    throw new SunlineError('conflict', record.row.status === 'published' ? 'the time for a dispute is over; speak with your supervisor' : 'this evaluation is acknowledged or disputed already')
  }
  const stranger = items.find((item) => !record.items.some((row) => row.item === item))
  if (stranger !== undefined) throw new SunlineError('invalid payload', `items: this scorecard has no item "${stranger}"`, 'items')
  await database.transaction().execute(async (transaction) => {
    await transaction.updateTable('evaluations').set({ status: 'disputed' }).where('id', '=', id).execute()
    await transaction
      .insertInto('disputes')
      .values({ evaluation_id: id, items: JSON.stringify(items), reason: reason.trim(), raised_at: now, due_at: now + settleMs, reviewer_id: null, reviewer_name: null, ruling: null, note: null, score_before: null, settled_at: null })
      .execute()
    await note(transaction, id, person, 'disputed', reason.trim(), now)
  })
}

/** Whether the person may settle the dispute: within reach, and not who evaluated. */
export const maySettle = (person: Person, { row, dispute: open }: EvaluationRecord): boolean => row.status === 'disputed' && open !== null && row.evaluator_id !== person.id && row.agent_id !== person.id

export interface Ruling {
  readonly ruling: 'upheld' | 'changed'
  readonly note: string
  /** Only where the ruling changes something; each with its reason. */
  readonly changes: readonly AnswerChange[]
}

/** A second reviewer decides: the evaluation stands, or items of it change. Throws SunlineError 'forbidden' for the evaluator, 'conflict' when there is no open dispute. */
export async function settle(database: Database, person: Person, id: string, { ruling, note: words, changes }: Ruling, now: number): Promise<void> {
  const record = await readEvaluation(database, id)
  mustReach(person, record.row)
  if (record.row.status !== 'disputed') throw new SunlineError('conflict', 'there is no open dispute about this evaluation')
  if (!maySettle(person, record)) throw new SunlineError('forbidden', 'a second reviewer settles a dispute, not who evaluated and not the agent')
  if ((ruling === 'changed') !== changes.length > 0) throw new SunlineError('invalid payload', ruling === 'changed' ? 'changes: say which items change' : 'changes: what is upheld changes nothing', 'changes')
  for (const change of changes) checkAnswer(record, change, 'answer')
  await database.transaction().execute(async (transaction) => {
    for (const { item, answer, reason } of changes) {
      await transaction.updateTable('evaluation_items').set({ answer, reason: reason.trim() }).where('evaluation_id', '=', id).where('item', '=', item).execute()
    }
    await transaction.updateTable('evaluations').set({ status: 'settled' }).where('id', '=', id).execute()
    await transaction
      .updateTable('disputes')
      .set({ reviewer_id: person.id, reviewer_name: person.name, ruling, note: words.trim(), score_before: record.row.score, settled_at: now })
      .where('evaluation_id', '=', id)
      .execute()
    await note(transaction, id, person, 'settled', ruling, now)
    await rescore(transaction, id, record.card)
  })
}
