import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { personOf } from '../identity/actor.ts'
import type { CourseView, MyTraining, TraineesView } from '../protocol.ts'
import type { CourseDesk } from '../training/course-desk.ts'
import { scoring } from '../training/drill-score.ts'
import { endpoint } from './endpoint.ts'

const Id = Type.String({ minLength: 1, maxLength: 64, description: 'Expected an id of 1 to 64 characters' })
const Draft = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 80, description: 'Expected 1 to 80 characters' }),
  scenarios: Type.Array(
    Type.Object({
      scenario: Id,
      passMark: Type.Integer({ minimum: scoring.pass, maximum: 100, description: `Expected ${String(scoring.pass)} to 100; a drill passes at ${String(scoring.pass)}` }),
      level: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)], { description: 'Expected 1, 2 or 3' }),
    }),
    { minItems: 1, maxItems: 150, description: 'Expected 1 to 150 scenarios' },
  ),
})
const Wish = Type.Object({
  person: Type.Optional(Id),
  team: Type.Optional(Id),
  dueAt: Type.Union([Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }), Type.Null()], { description: 'Expected ms since the epoch, or null' }),
})
const Params = Type.Object({ id: Id })

/** Courses: trainers make and give them, trainees see what is left. */
export function courseRoutes(app: FastifyInstance, desk: CourseDesk): void {
  const access = 'training:assign'
  endpoint(app, { method: 'GET', url: '/api/training/mine', access: 'training:drill', summary: 'My courses and what is due again.' }, ({ actor }): Promise<MyTraining> => desk.mine(personOf(actor)))
  endpoint(app, { method: 'GET', url: '/api/training/trainees', access, summary: 'Whom a course can be given to.' }, (): Promise<TraineesView> => desk.trainees())
  endpoint(app, { method: 'GET', url: '/api/training/courses', access, summary: 'All courses, newest first.' }, (): Promise<readonly CourseView[]> => desk.list())
  endpoint(app, { method: 'POST', url: '/api/training/courses', access, summary: 'Make a course.', body: Draft }, async ({ body, actor, reply }) => {
    const made = await desk.put(personOf(actor), null, body)
    void reply.code(201)
    return made
  })
  endpoint(app, { method: 'PUT', url: '/api/training/courses/:id', access, summary: 'Change a course’s title and scenarios.', params: Params, body: Draft }, ({ params, body, actor }) => desk.put(personOf(actor), params.id, body))
  endpoint(app, { method: 'DELETE', url: '/api/training/courses/:id', access, summary: 'Remove a course and take it back from everyone.', params: Params }, async ({ params }) => {
    await desk.remove(params.id)
    return { removed: params.id }
  })
  endpoint(app, { method: 'POST', url: '/api/training/courses/:id/assignments', access, summary: 'Give a course to a person or a team.', params: Params, body: Wish }, async ({ params, body, actor, reply }) => {
    const made = await desk.assign(personOf(actor), params.id, body)
    void reply.code(201)
    return made
  })
  endpoint(app, { method: 'DELETE', url: '/api/training/assignments/:id', access, summary: 'Take a course back.', params: Params }, async ({ params }) => {
    await desk.withdraw(params.id)
    return { removed: params.id }
  })
}
