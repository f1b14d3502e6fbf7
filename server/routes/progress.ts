import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { personOf } from '../identity/actor.ts'
import type { ProgressView, TraineeProgressView } from '../protocol.ts'
import type { Progress } from '../training/progress.ts'
import { progressCsv, progressWorkbook } from '../training/progress-sheet.ts'
import { endpoint } from './endpoint.ts'

const Id = Type.String({ minLength: 1, maxLength: 64, description: 'Expected an id of 1 to 64 characters' })
const Zone = Type.Optional(Type.Integer({ minimum: -840, maximum: 840, description: 'Expected minutes ahead of UTC, -840 to 840' }))
const Team = Type.Optional(Id)
const TeamQuery = Type.Object({ team: Team, zone: Zone })
const SheetQuery = Type.Object({
  team: Team,
  format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')], { description: 'Expected csv or xlsx' }),
  lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')], { description: 'Expected zh or en' })),
})
const TraineeQuery = Type.Object({ zone: Zone })
const Params = Type.Object({ person: Id })
const chinaMinutes = 480
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** How far trainees have come: a supervisor sees the own team, a trainer everyone, each the own. */
export function progressRoutes(app: FastifyInstance, progress: Progress): void {
  const access = 'training:progress'
  endpoint(app, { method: 'GET', url: '/api/training/progress', access, summary: 'The trainees of a team, or of all.', query: TeamQuery }, ({ query, actor }): Promise<ProgressView> =>
    progress.team(personOf(actor), query.team ?? null, query.zone ?? chinaMinutes))
  endpoint(app, { method: 'GET', url: '/api/training/progress/sheet', access, summary: 'The trainees as a CSV file or a workbook.', query: SheetQuery }, async ({ query, actor, reply }) => {
    const { team = null, format, lang = 'zh' } = query
    const view = await progress.team(personOf(actor), team, chinaMinutes)
    void reply.header('cache-control', 'no-store').header('content-disposition', `attachment; filename="sunline-progress.${format}"`)
    void reply.type(format === 'csv' ? 'text/csv; charset=utf-8' : workbookType)
    return format === 'csv' ? progressCsv(view, lang) : progressWorkbook(view, lang)
  })
  endpoint(app, { method: 'GET', url: '/api/training/my-progress', access: 'training:drill', summary: 'How far oneself has come, scenario by scenario.', query: TraineeQuery }, ({ query, actor }): Promise<TraineeProgressView> =>
    progress.own(personOf(actor), query.zone ?? chinaMinutes))
  endpoint(app, { method: 'GET', url: '/api/training/progress/:person', access, summary: 'One trainee, scenario by scenario.', params: Params, query: TraineeQuery }, ({ params, query, actor }): Promise<TraineeProgressView> =>
    progress.trainee(personOf(actor), params.person, query.zone ?? chinaMinutes))
}
