import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { personOf } from '../identity/actor.ts'
import { IdSchema } from '../ingest/neutral.ts'
import type { CalibrationRow, CalibrationView, SampledCall, SamplingPlan } from '../protocol.ts'
import { beginCalibration, calibrations, calibrationView, closeCalibration } from '../quality/calibrations.ts'
import { namesOf } from '../quality/names.ts'
import type { QualityTools } from '../quality/quality-tools.ts'
import { addPlan, drawCalls, plans, removePlan, sampledCalls } from '../quality/sampling.ts'
import { endpoint } from './endpoint.ts'
import { choice, Uuid } from './quality-filter.ts'

const Params = Type.Object({ id: Uuid })
const Card = Type.String({ minLength: 1, maxLength: 80 })
const Name = Type.String({ minLength: 1, maxLength: 80, description: 'Expected 1 to 80 characters' })
const Plan = Type.Object({
  name: Name,
  kind: choice(['random', 'risk', 'quota']),
  size: Type.Integer({ minimum: 1, maximum: 500, description: 'Expected 1 to 500 calls' }),
  days: Type.Integer({ minimum: 1, maximum: 366, description: 'Expected 1 to 366 days' }),
  team: Type.Union([Type.String({ minLength: 1, maxLength: 200 }), Type.Null()]),
  scorecard: Card,
})
const Calibration = Type.Object({ callId: IdSchema, scorecard: Card, title: Name })

/** Which calls are evaluated, and whether evaluators see them alike. */
export function samplingRoutes(app: FastifyInstance, { database, library, now }: QualityTools): void {
  const names = () => namesOf(database, library())
  const allPlans = async (actor: Parameters<typeof personOf>[0]): Promise<readonly SamplingPlan[]> => plans(database, personOf(actor), await names())

  endpoint(app, { method: 'GET', url: '/api/quality/plans', access: 'quality:evaluate', summary: 'The sampling plans.' }, ({ actor }) => allPlans(actor))

  endpoint(app, { method: 'POST', url: '/api/quality/plans', access: 'quality:evaluate', summary: 'Add a sampling plan.', body: Plan }, async ({ body, actor }) => {
    await addPlan(database, personOf(actor), body, now())
    return allPlans(actor)
  })

  endpoint(app, { method: 'DELETE', url: '/api/quality/plans/:id', access: 'quality:evaluate', summary: 'Remove a sampling plan.', params: Params }, async ({ params: { id }, actor }) => {
    await removePlan(database, personOf(actor), id)
    return allPlans(actor)
  })

  endpoint(app, { method: 'POST', url: '/api/quality/plans/:id/draw', access: 'quality:evaluate', summary: 'Draw calls by a plan.', params: Params }, async ({ params: { id }, actor }) => ({ drawn: await drawCalls(database, personOf(actor), id, now()) }))

  endpoint(app, { method: 'GET', url: '/api/quality/sampled', access: 'quality:evaluate', summary: 'Calls drawn that wait for an evaluation.' }, async ({ actor }): Promise<readonly SampledCall[]> => sampledCalls(database, personOf(actor), await names()))

  endpoint(app, { method: 'GET', url: '/api/quality/calibrations', access: 'quality:evaluate', summary: 'The calibrations.' }, ({ actor }): Promise<readonly CalibrationRow[]> => calibrations(database, personOf(actor)))

  endpoint(app, { method: 'POST', url: '/api/quality/calibrations', access: 'quality:evaluate', summary: 'Ask several evaluators to judge one call.', body: Calibration }, async ({ body, actor }): Promise<CalibrationView> =>
    calibrationView(database, personOf(actor), await beginCalibration(database, personOf(actor), body, now())))

  endpoint(app, { method: 'GET', url: '/api/quality/calibrations/:id', access: 'quality:evaluate', summary: 'How far the evaluators of one call agree.', params: Params }, ({ params: { id }, actor }): Promise<CalibrationView> => calibrationView(database, personOf(actor), id))

  endpoint(app, { method: 'POST', url: '/api/quality/calibrations/:id/close', access: 'quality:evaluate', summary: 'Close a calibration.', params: Params }, async ({ params: { id }, actor }): Promise<CalibrationView> => {
    await closeCalibration(database, personOf(actor), id, now())
    return calibrationView(database, personOf(actor), id)
  })
}
