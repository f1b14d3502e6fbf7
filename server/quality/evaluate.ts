import { randomUUID } from 'node:crypto'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import { journalEntry } from '../live/journal-rows.ts'
import type { ItemAnswer } from '../protocol.ts'
import { callStore } from '../store/call-store.ts'
import type { Database } from '../store/database.ts'
import type { PointCounts } from './call-review.ts'
import { answersOf, type EvaluationRecord, note, readEvaluation } from './evaluation-records.ts'
import { prefill } from './prefill.ts'
import { mustReach } from './reach.ts'
import { scoreOf } from './score.ts'
import { itemsOf, type Scorecard } from '../library/scorecards.ts'

/** How long an agent may dispute an evaluation after its publication, ms. */
export const disputeMs = 7 * 86_400_000

export interface EvaluationStart {
  readonly callId: string
  readonly planId: string | null
  readonly calibrationId: string | null
}

/**
 * Begins an evaluation of a call that has ended, filled in by the engine; the person's own draft of that call and card is taken up again.
 * Resolves to its id. Throws SunlineError 'not found', 'forbidden' for another team's call, 'conflict' for a call on the line or one's own.
 */
export async function beginEvaluation(database: Database, person: Person, card: Scorecard, { callId, planId, calibrationId }: EvaluationStart, points: PointCounts, now: number): Promise<string> {
  const store = callStore(database)
  const call = await store.find(callId)
  if (!call) throw new SunlineError('not found', `there is no call "${callId}"`, 'callId')
  mustReach(person, call)
  if (call.status !== 'wrap-up' && call.status !== 'closed') throw new SunlineError('conflict', 'this call is still on the line; evaluate it when it has ended', 'callId')
  if (call.agent_id === person.id) throw new SunlineError('conflict', 'this is your own call; somebody else must evaluate it', 'callId')
  const before = await database
    .selectFrom('evaluations')
    .select('id')
    .where('call_id', '=', callId)
    .where('scorecard', '=', card.id)
    .where('evaluator_id', '=', person.id)
    .where('calibration_id', calibrationId === null ? 'is' : '=', calibrationId)
    .where((is) => (calibrationId === null ? is('status', '=', 'draft') : is('status', 'is not', null)))
    .executeTakeFirst()
  if (before) return before.id
  const proposals = prefill(card, (await store.journal(callId)).map(journalEntry), points)
  const id = randomUUID()
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('evaluations')
      .values({
        id, call_id: callId, scorecard: card.id, card: JSON.stringify(card), plan_id: planId, calibration_id: calibrationId, evaluator_id: person.id, evaluator_name: person.name,
        agent: call.agent, agent_id: call.agent_id, team: call.team, status: 'draft', score: null, failed: 0, summary: '', created_at: now, published_at: null, due_at: null, acknowledged_at: null,
      })
      .execute()
    const items = itemsOf(card).map(({ id: item }) => {
      const { answer, evidence } = proposals.get(item) ?? { answer: null, evidence: [] }
      return { evaluation_id: id, item, proposed: answer, evidence: JSON.stringify(evidence), answer, reason: '' }
    })
    await transaction.insertInto('evaluation_items').values(items).execute()
    await note(transaction, id, person, 'created', card.id, now)
    await rescore(transaction, id, card)
  })
  return id
}

export interface AnswerChange {
  readonly item: string
  readonly answer: ItemAnswer
  readonly reason: string
}

/** Throws SunlineError 'invalid payload' for an answer that the item does not take, or one against the engine's without a reason. */
export function checkAnswer({ card, items }: EvaluationRecord, { item, answer, reason }: AnswerChange, against: 'proposed' | 'answer'): void {
  const asked = itemsOf(card).find(({ id }) => id === item)
  const row = items.find((each) => each.item === item)
  if (!asked || !row) throw new SunlineError('invalid payload', `item: this scorecard has no item "${item}"`, 'item')
  if (answer === 'not applicable' && asked.may_not_apply !== true && row.proposed !== 'not applicable') throw new SunlineError('invalid payload', 'answer: this item always applies', 'answer')
  const before = row[against]
  if (before !== null && before !== answer && reason.trim() === '') throw new SunlineError('invalid payload', 'reason: say why you see it otherwise', 'reason')
}

/** The evaluator confirms or overrides one item. Throws SunlineError 'forbidden' for somebody else's, 'conflict' once it is published. */
export async function answerItem(database: Database, person: Person, id: string, change: AnswerChange): Promise<void> {
  const record = await readEvaluation(database, id)
  mustEdit(person, record)
  checkAnswer(record, change, 'proposed')
  await database.transaction().execute(async (transaction) => {
    await transaction.updateTable('evaluation_items').set({ answer: change.answer, reason: change.reason.trim() }).where('evaluation_id', '=', id).where('item', '=', change.item).execute()
    await rescore(transaction, id, record.card)
  })
}

/** The evaluation counts from now on and the agent sees it; one of a calibration is for the evaluators alone. Throws as {@link answerItem}. */
export async function publishEvaluation(database: Database, person: Person, id: string, summary: string, now: number): Promise<void> {
  const record = await readEvaluation(database, id)
  mustEdit(person, record)
  const { score } = scoreOf(record.card, answersOf(record.items))
  const open = record.items.filter(({ answer }) => answer === null).length
  if (open > 0) throw new SunlineError('conflict', `${String(open)} item(s) are not answered yet`, 'items')
  if (score === null) throw new SunlineError('conflict', 'no item with a weight applies, so there is no score; answer at least one', 'items')
  await database.transaction().execute(async (transaction) => {
    await transaction.updateTable('evaluations').set({ status: 'published', summary: summary.trim(), published_at: now, due_at: record.row.calibration_id === null ? now + disputeMs : null }).where('id', '=', id).execute()
    await note(transaction, id, person, 'published', String(score), now)
  })
}

/** A draft is thrown away. Throws as {@link answerItem}. */
export async function removeDraft(database: Database, person: Person, id: string): Promise<void> {
  mustEdit(person, await readEvaluation(database, id))
  await database.deleteFrom('evaluations').where('id', '=', id).execute()
}

export const mayEdit = (person: Person, { row }: EvaluationRecord): boolean => row.status === 'draft' && row.evaluator_id === person.id

function mustEdit(person: Person, record: EvaluationRecord): void {
  if (mayEdit(person, record)) return
  if (record.row.evaluator_id !== person.id) throw new SunlineError('forbidden', 'only its evaluator can change a draft')
  throw new SunlineError('conflict', 'this evaluation is published; only a dispute can change it')
}

/** Works the score out anew from the stored answers. Two answers given at once are scored one after the other: the evaluation is held first. */
export async function rescore(database: Database, id: string, card: Scorecard): Promise<void> {
  await database.updateTable('evaluations').set(({ ref }) => ({ failed: ref('failed') })).where('id', '=', id).execute()
  const items = await database.selectFrom('evaluation_items').select(['item', 'answer']).where('evaluation_id', '=', id).execute()
  const { score, failed } = scoreOf(card, answersOf(items))
  await database.updateTable('evaluations').set({ score, failed: failed ? 1 : 0 }).where('id', '=', id).execute()
}
