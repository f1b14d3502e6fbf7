import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { SunlineError } from '../errors.ts'
import { type Actor, personOf } from '../identity/actor.ts'
import { IdSchema } from '../ingest/neutral.ts'
import type { EvaluationRow, EvaluationView, ScorecardView } from '../protocol.ts'
import { openCalibration } from '../quality/calibrations.ts'
import { acknowledge, dispute, ownEvaluation, settle } from '../quality/disputes.ts'
import { answerItem, beginEvaluation, publishEvaluation, removeDraft } from '../quality/evaluate.ts'
import { readEvaluation } from '../quality/evaluation-records.ts'
import { evaluationView, listEvaluations } from '../quality/evaluation-views.ts'
import { namesOf } from '../quality/names.ts'
import { pointCounts } from '../quality/review-keeper.ts'
import type { QualityTools } from '../quality/quality-tools.ts'
import { mustReach, within } from '../quality/reach.ts'
import { itemsOf, type Scorecard } from '../library/scorecards.ts'
import { endpoint } from './endpoint.ts'
import { choice, Sentence, Uuid } from './quality-filter.ts'

const Params = Type.Object({ id: Uuid })
const ItemParams = Type.Object({ id: Uuid, item: Type.String({ minLength: 1, maxLength: 80 }) })
const Answer = choice(['met', 'partly', 'missed', 'not applicable'])
const Begin = Type.Object({ callId: IdSchema, scorecard: Type.String({ minLength: 1, maxLength: 80 }), planId: Type.Optional(Uuid), calibrationId: Type.Optional(Uuid) })
const Item = Type.Object({ answer: Answer, reason: Sentence })
const Publish = Type.Object({ summary: Type.String({ maxLength: 2_000, description: 'Expected at most 2000 characters' }) })
const Dispute = Type.Object({ items: Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 100, description: 'Expected the items in dispute' }), reason: Type.String({ minLength: 2, maxLength: 2_000, description: 'Expected a reason' }) })
const Settle = Type.Object({
  ruling: choice(['upheld', 'changed']),
  note: Type.String({ minLength: 2, maxLength: 2_000, description: 'Expected a sentence for the agent' }),
  changes: Type.Array(Type.Object({ item: Type.String({ maxLength: 80 }), answer: Answer, reason: Sentence }), { maxItems: 100 }),
})
const ListQuery = Type.Object({
  status: Type.Optional(choice(['draft', 'published', 'acknowledged', 'disputed', 'settled'])),
  agent: Type.Optional(Type.String({ maxLength: 200 })),
  team: Type.Optional(Type.String({ maxLength: 200 })),
  mine: Type.Optional(Type.Boolean()),
})

/** Evaluations: filled in by the engine, judged by a person, answered by the agent, settled by a second reviewer. */
export function evaluationRoutes(app: FastifyInstance, { database, library, now, scorecards }: QualityTools): void {
  const cardOf = (id: string): Scorecard => {
    const card = scorecards().find((each) => each.id === id)
    if (!card) throw new SunlineError('not found', `there is no scorecard "${id}"`, 'scorecard')
    return card
  }
  const names = () => namesOf(database, library())
  const shown = async (id: string, actor: Actor | null): Promise<EvaluationView> => evaluationView(database, await readEvaluation(database, id), await names(), personOf(actor), now())

  endpoint(app, { method: 'GET', url: '/api/quality/scorecards', access: 'quality:read', summary: 'The scorecards there are.' }, (): readonly ScorecardView[] =>
    scorecards().map((card) => ({ id: card.id, title: card.title, passScore: card.pass_score, items: itemsOf(card).length })))

  endpoint(app, { method: 'GET', url: '/api/quality/evaluations', access: 'quality:read', summary: 'Evaluations, newest first.', query: ListQuery }, async ({ query: { mine = false, ...query }, actor }): Promise<readonly EvaluationRow[]> => {
    const person = personOf(actor)
    const { team } = within(person, query.team === undefined ? {} : { team: query.team })
    return listEvaluations(database, { ...query, ...(team !== undefined && { team }), ...(mine && { evaluator: person.id }) }, false)
  })

  endpoint(app, { method: 'POST', url: '/api/quality/evaluations', access: 'quality:evaluate', summary: 'Begin an evaluation of a call, filled in by the engine.', body: Begin }, async ({ body: { callId, scorecard, planId = null, calibrationId = null }, actor }): Promise<EvaluationView> => {
    const person = personOf(actor)
    const calibration = calibrationId === null ? null : await openCalibration(database, person, calibrationId)
    const held = library()
    const id = await beginEvaluation(database, person, calibration?.card ?? cardOf(calibration?.row.scorecard ?? scorecard), { callId: calibration?.row.call_id ?? callId, planId, calibrationId }, held ? pointCounts(held) : {}, now())
    return shown(id, actor)
  })

  endpoint(app, { method: 'GET', url: '/api/quality/evaluations/:id', access: 'quality:read', summary: 'One evaluation.', params: Params }, async ({ params: { id }, actor }): Promise<EvaluationView> => {
    const record = await readEvaluation(database, id)
    mustReach(personOf(actor), record.row)
    if (record.row.calibration_id !== null && record.row.evaluator_id !== personOf(actor).id) throw new SunlineError('forbidden', 'evaluations of a calibration are compared on its own page')
    return shown(id, actor)
  })

  endpoint(app, { method: 'PUT', url: '/api/quality/evaluations/:id/items/:item', access: 'quality:evaluate', summary: 'Confirm or override one item.', params: ItemParams, body: Item }, async ({ params: { id, item }, body, actor }) => {
    await answerItem(database, personOf(actor), id, { item, ...body })
    return shown(id, actor)
  })

  endpoint(app, { method: 'POST', url: '/api/quality/evaluations/:id/publish', access: 'quality:evaluate', summary: 'Publish an evaluation to its agent.', params: Params, body: Publish }, async ({ params: { id }, body: { summary }, actor }) => {
    await publishEvaluation(database, personOf(actor), id, summary, now())
    return shown(id, actor)
  })

  endpoint(app, { method: 'DELETE', url: '/api/quality/evaluations/:id', access: 'quality:evaluate', summary: 'Throw a draft of one’s own away.', params: Params }, async ({ params: { id }, actor }) => {
    await removeDraft(database, personOf(actor), id)
    return { ok: true }
  })

  endpoint(app, { method: 'POST', url: '/api/quality/evaluations/:id/settle', access: 'quality:evaluate', summary: 'Settle a dispute as a second reviewer.', params: Params, body: Settle }, async ({ params: { id }, body, actor }) => {
    await settle(database, personOf(actor), id, body, now())
    return shown(id, actor)
  })

  endpoint(app, { method: 'GET', url: '/api/my/evaluations', access: 'quality:answer', summary: 'The evaluations of one’s own calls.' }, async ({ actor }): Promise<readonly EvaluationRow[]> =>
    listEvaluations(database, { agent: personOf(actor).id }, true))

  endpoint(app, { method: 'GET', url: '/api/my/evaluations/:id', access: 'quality:answer', summary: 'One evaluation of a call of one’s own.', params: Params }, async ({ params: { id }, actor }): Promise<EvaluationView> => {
    await ownEvaluation(database, personOf(actor), id)
    return shown(id, actor)
  })

  endpoint(app, { method: 'POST', url: '/api/my/evaluations/:id/acknowledge', access: 'quality:answer', summary: 'Accept an evaluation.', params: Params }, async ({ params: { id }, actor }) => {
    await acknowledge(database, personOf(actor), id, now())
    return shown(id, actor)
  })

  endpoint(app, { method: 'POST', url: '/api/my/evaluations/:id/dispute', access: 'quality:answer', summary: 'Dispute items of an evaluation.', params: Params, body: Dispute }, async ({ params: { id }, body, actor }) => {
    await dispute(database, personOf(actor), id, body, now())
    return shown(id, actor)
  })
}
