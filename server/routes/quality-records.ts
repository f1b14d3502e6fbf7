import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { SunlineError } from '../errors.ts'
import { type Actor, personOf } from '../identity/actor.ts'
import { IdSchema } from '../ingest/neutral.ts'
import type { Label } from '../protocol.ts'
import { type Dossier, dossierOf } from '../quality/dossier.ts'
import { dossierPage } from '../quality/dossier-page.ts'
import { namesOf } from '../quality/names.ts'
import type { QualityTools } from '../quality/quality-tools.ts'
import { mustReach, teamOf } from '../quality/reach.ts'
import { itemsOf } from '../library/scorecards.ts'
import { weeklyPage } from '../quality/weekly-page.ts'
import { type WeeklySheet, weeklySheet } from '../quality/weekly-sheet.ts'
import { weeklyWorkbook } from '../quality/weekly-workbook.ts'
import { callStore } from '../store/call-store.ts'
import { endpoint } from './endpoint.ts'
import { choice } from './quality-filter.ts'

const Zone = Type.Optional(Type.Integer({ minimum: -840, maximum: 840, description: 'Expected minutes east of UTC' }))
const Language = Type.Optional(choice(['zh', 'en']))
const Params = Type.Object({ id: IdSchema })
const PageQuery = Type.Object({ lang: Language, zone: Zone })
const WeekQuery = Type.Object({
  /** Any moment of the week. */
  at: Type.Integer({ minimum: 0, maximum: 8_640_000_000_000, description: 'Expected ms since the epoch' }),
  team: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  lang: Language,
  zone: Zone,
})
const chinaMinutes = 480
const dayMs = 86_400_000
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The beginning of the Monday of a moment's week, where clocks are `zone` minutes ahead of UTC. */
function mondayOf(at: number, zone: number): number {
  const day = Math.floor((at + zone * 60_000) / dayMs)
  return (day - ((day + 3) % 7)) * dayMs - zone * 60_000
}

/** What leaves the house on paper: a call's dossier, a team's week. */
export function recordRoutes(app: FastifyInstance, { database, analysis, library, engine, scorecards, now }: QualityTools): void {
  const names = () => namesOf(database, library())
  const itemLabel = (id: string): Label => scorecards().flatMap((card) => itemsOf(card)).find((item) => item.id === id)?.label ?? { zh: id, en: id }

  const dossier = async (callId: string, actor: Actor | null): Promise<Dossier> => {
    const person = personOf(actor)
    const call = await callStore(database).find(callId)
    if (!call) throw new SunlineError('not found', `there is no call "${callId}"`, 'id')
    mustReach(person, call)
    return dossierOf(analysis, callId, await names(), engine.flows, (flow) => engine.flowInfo(flow)?.source ?? null, { at: now(), by: person.name })
  }
  endpoint(app, { method: 'GET', url: '/api/quality/calls/:id/dossier', access: 'quality:read', summary: 'All that is on record of a call, with the proof that it is untouched.', params: Params }, ({ params: { id }, actor }): Promise<Dossier> => dossier(id, actor))

  endpoint(app, { method: 'GET', url: '/api/quality/calls/:id/dossier.html', access: 'quality:read', summary: 'The same as a page that prints.', params: Params, query: PageQuery }, async ({ params: { id }, query: { lang = 'zh', zone = chinaMinutes }, actor, reply }) => {
    const page = dossierPage(await dossier(id, actor), lang, zone, reply.cspNonce.style)
    void reply.header('cache-control', 'no-store').type('text/html; charset=utf-8')
    return page
  })

  const week = async (actor: Actor | null, { at, team, zone = chinaMinutes }: { readonly at: number; readonly team?: string; readonly zone?: number }): Promise<WeeklySheet> => {
    const held = teamOf(personOf(actor))
    if (held !== null && team !== undefined && team !== held) throw new SunlineError('forbidden', 'this is another team; a supervisor sees the own team', 'team')
    return weeklySheet(analysis, await names(), { team: held ?? team ?? null, from: mondayOf(at, zone), zone })
  }
  endpoint(app, { method: 'GET', url: '/api/quality/reports/weekly.html', access: 'quality:read', summary: 'A team’s week as a page that prints.', query: WeekQuery }, async ({ query, actor, reply }) => {
    const { lang = 'zh', zone = chinaMinutes } = query
    const page = weeklyPage(await week(actor, query), { language: lang, zone, nonce: reply.cspNonce.style, itemLabel, madeAt: now() })
    void reply.header('cache-control', 'no-store').type('text/html; charset=utf-8')
    return page
  })

  endpoint(app, { method: 'GET', url: '/api/quality/reports/weekly.xlsx', access: 'quality:read', summary: 'A team’s week as a workbook.', query: WeekQuery }, async ({ query, actor, reply }) => {
    const { lang = 'zh', zone = chinaMinutes } = query
    const sheet = await week(actor, query)
    const book = await weeklyWorkbook(sheet, lang, zone, itemLabel)
    const day = new Date(sheet.from + zone * 60_000).toISOString().slice(0, 10)
    void reply.header('cache-control', 'no-store').header('content-disposition', `attachment; filename="sunline-week-${day}.xlsx"`).type(workbookType)
    return book
  })
}
