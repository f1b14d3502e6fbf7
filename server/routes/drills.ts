import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { personOf } from '../identity/actor.ts'
import type { DebriefView, DrillChoice, DrillSummary, DrillView } from '../protocol.ts'
import type { DrillDesk } from '../training/drill-desk.ts'
import { endpoint } from './endpoint.ts'

const Id = Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'Expected lower-case letters, digits and hyphens' })
const Ms = Type.Integer({ minimum: 0, maximum: 86_400_000, description: 'Expected whole milliseconds since the drill began' })
const Wish = Type.Object({
  scenario: Id,
  branch: Type.Optional(Type.String({ maxLength: 300, description: 'Expected from>event>to' })),
  temperament: Type.Optional(Type.Union([Type.Literal('calm'), Type.Literal('hurried'), Type.Literal('furious'), Type.Literal('talkative'), Type.Literal('elderly')], { description: 'Expected calm, hurried, furious, talkative or elderly' })),
  level: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)], { description: 'Expected 1, 2 or 3' }),
  mode: Type.Union([Type.Literal('study'), Type.Literal('practice'), Type.Literal('exam')], { description: 'Expected study, practice or exam' }),
  assignment: Type.Optional(Id),
})
const Said = Type.Object({ text: Type.String({ minLength: 1, maxLength: 2_000, description: 'Expected 1 to 2000 characters' }), startMs: Ms, endMs: Ms })
const Again = Type.Object({ utteranceId: Type.String({ minLength: 1, maxLength: 64, description: 'Expected the id of something the trainee said' }) })
const Params = Type.Object({ id: Id })

/** Drills: the system plays the caller. */
export function drillRoutes(app: FastifyInstance, desk: DrillDesk): void {
  const access = 'training:drill'
  endpoint(app, { method: 'GET', url: '/api/training/drills/choices', access, summary: 'What can be practised.' }, ({ actor }): Promise<readonly DrillChoice[]> => desk.choices(personOf(actor)))
  endpoint(app, { method: 'GET', url: '/api/training/drills', access, summary: 'My drills, newest first.' }, ({ actor }): Promise<readonly DrillSummary[]> => desk.list(personOf(actor)))
  endpoint(app, { method: 'POST', url: '/api/training/drills', access, summary: 'Begin a drill.', body: Wish }, ({ body, actor, reply }): Promise<DrillView> => {
    void reply.code(201)
    return desk.start(personOf(actor), body)
  })
  endpoint(app, { method: 'GET', url: '/api/training/drills/:id', access, summary: 'My drill as it stands.', params: Params }, ({ params, actor }): Promise<DrillView> => desk.view(personOf(actor), params.id))
  endpoint(app, { method: 'POST', url: '/api/training/drills/:id/say', access, summary: 'What I say next.', params: Params, body: Said }, ({ params, body, actor }): Promise<DrillView> =>
    desk.say(personOf(actor), params.id, body.text, body.startMs, body.endMs))
  endpoint(app, { method: 'POST', url: '/api/training/drills/:id/hint', access, summary: 'Show me the sentence; it costs points.', params: Params }, ({ params, actor }): Promise<DrillView> => desk.hint(personOf(actor), params.id))
  endpoint(app, { method: 'POST', url: '/api/training/drills/:id/give-up', access, summary: 'End my drill before its time.', params: Params }, ({ params, actor }): Promise<DrillView> => desk.giveUp(personOf(actor), params.id))
  endpoint(app, { method: 'GET', url: '/api/training/drills/:id/debrief', access, summary: 'A drill that is over, turn by turn.', params: Params }, ({ params, actor }): Promise<DebriefView> => desk.debrief(personOf(actor), params.id))
  endpoint(app, { method: 'POST', url: '/api/training/drills/:id/again', access, summary: 'A new drill from a turn of an earlier one.', params: Params, body: Again }, ({ params, body, actor, reply }): Promise<DrillView> => {
    void reply.code(201)
    return desk.again(personOf(actor), params.id, body.utteranceId)
  })
}
