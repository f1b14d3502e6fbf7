import type { Transaction } from 'kysely'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import type { EvaluationAction, Evidence, ItemAnswer } from '../protocol.ts'
import type { Database } from '../store/database.ts'
import type { DisputeRow, EvaluationItemRow, EvaluationLogRow, EvaluationTableRow } from '../store/quality-tables.ts'
import type { Tables } from '../store/tables.ts'
import type { Scorecard } from '../library/scorecards.ts'

/** One evaluation as it is stored. */
export interface EvaluationRecord {
  readonly row: EvaluationTableRow
  readonly card: Scorecard
  readonly items: readonly EvaluationItemRow[]
  readonly dispute: DisputeRow | null
  readonly log: readonly EvaluationLogRow[]
}

/** Throws SunlineError 'not found'. */
export async function readEvaluation(database: Database, id: string): Promise<EvaluationRecord> {
  const row = await database.selectFrom('evaluations').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new SunlineError('not found', 'there is no such evaluation; it may have been removed', 'id')
  return {
    row,
    card: JSON.parse(row.card) as Scorecard,
    items: await database.selectFrom('evaluation_items').selectAll().where('evaluation_id', '=', id).execute(),
    dispute: (await database.selectFrom('disputes').selectAll().where('evaluation_id', '=', id).executeTakeFirst()) ?? null,
    log: await database.selectFrom('evaluation_log').selectAll().where('evaluation_id', '=', id).orderBy('number').execute(),
  }
}

export const answersOf = (items: readonly Pick<EvaluationItemRow, 'item' | 'answer'>[]): ReadonlyMap<string, ItemAnswer | null> => new Map(items.map(({ item, answer }) => [item, answer]))
export const evidenceOf = ({ evidence }: EvaluationItemRow): readonly Evidence[] => JSON.parse(evidence) as Evidence[]

/** Writes down who did what, as the next line of the evaluation's record. */
export async function note(transaction: Transaction<Tables>, evaluationId: string, person: Person, action: EvaluationAction, detail: string, at: number): Promise<void> {
  const { count } = await transaction.selectFrom('evaluation_log').select(({ fn }) => fn.countAll<number>().as('count')).where('evaluation_id', '=', evaluationId).executeTakeFirstOrThrow()
  await transaction.insertInto('evaluation_log').values({ evaluation_id: evaluationId, number: Number(count) + 1, at, person_id: person.id, person_name: person.name, action, detail }).execute()
}
