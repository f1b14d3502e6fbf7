import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { personOf } from '../identity/actor.ts'
import { IdSchema } from '../ingest/neutral.ts'
import type { FindingsView, QualityChoices, SavedView, SearchView, TrendsView } from '../protocol.ts'
import { choicesOf } from '../quality/choices.ts'
import { findingsPage, judge } from '../quality/findings.ts'
import { namesOf } from '../quality/names.ts'
import type { QualityTools } from '../quality/quality-tools.ts'
import { teamOf, within } from '../quality/reach.ts'
import { removeView, savedViews, saveView } from '../quality/saved-views.ts'
import { search } from '../quality/search.ts'
import { cutOf, trends } from '../quality/trends.ts'
import { trendSums } from '../store/trend-queries.ts'
import { endpoint } from './endpoint.ts'
import { choice, filterFields, FilterSchema, VerdictSchema } from './quality-filter.ts'

const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, description: 'Expected 1 to 1000' }))
const FindingsQuery = Type.Object({ ...filterFields, before: Type.Optional(Type.String({ maxLength: 600 })), limit: Limit })
const SearchQuery = Type.Object({ ...filterFields, before: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })), limit: Limit })
const TrendsQuery = Type.Object({
  ...filterFields,
  group: choice(['agent', 'team', 'scenario', 'rule', 'version']),
  bucket: choice(['day', 'week']),
  zone: Type.Optional(Type.Integer({ minimum: -840, maximum: 840, description: 'Expected minutes east of UTC' })),
})
const Judged = Type.Object({
  callId: IdSchema,
  warningId: Type.String({ minLength: 1, maxLength: 400 }),
  verdict: Type.Union([VerdictSchema, Type.Null()], { description: 'Expected right, false alarm, coaching, or null to take it back' }),
  note: Type.String({ maxLength: 500, description: 'Expected at most 500 characters' }),
})
const View = Type.Object({ name: Type.String({ minLength: 1, maxLength: 60, description: 'Expected 1 to 60 characters' }), filter: FilterSchema, shared: Type.Boolean() })
const ViewParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 60 }) })
const pageSize = 200
const chinaMinutes = 480

/** Findings, trends, search and what their filters offer. */
export function findingRoutes(app: FastifyInstance, { database, analysis, library, behind, now }: QualityTools): void {
  const names = () => namesOf(database, library())

  endpoint(app, { method: 'GET', url: '/api/quality/findings', access: 'quality:read', summary: 'Warnings of stored calls, newest first.', query: FindingsQuery }, async ({ query: { before, limit = pageSize, ...filter }, actor }): Promise<FindingsView> =>
    findingsPage(analysis, await names(), within(personOf(actor), filter), before, limit))

  endpoint(app, { method: 'POST', url: '/api/quality/judgements', access: 'quality:judge', summary: 'Mark a finding as right, as a false alarm or for coaching.', body: Judged }, async ({ body, actor }) => {
    await judge(database, personOf(actor), body, now())
    return { ok: true }
  })

  endpoint(app, { method: 'GET', url: '/api/quality/choices', access: 'quality:read', summary: 'What the filters offer.' }, async ({ actor }): Promise<QualityChoices> =>
    choicesOf(analysis, await names(), library(), teamOf(personOf(actor)), await behind()))

  endpoint(app, { method: 'GET', url: '/api/quality/trends', access: 'quality:read', summary: 'Calls and findings added up by group and time.', query: TrendsQuery }, async ({ query: { group, bucket, zone = chinaMinutes, ...filter }, actor }): Promise<TrendsView> => {
    const cut = cutOf(bucket, zone)
    const named = await names()
    const sums = await trendSums(analysis, within(personOf(actor), filter), group, cut)
    const people = new Map((group === 'agent' ? (await choicesOf(analysis, named, null, teamOf(personOf(actor)), 0)).agents : []).map(({ id, name }) => [id, name]))
    const label = (key: string) => {
      if (group === 'scenario' && key !== '') return named.scenario(key).title
      const name = group === 'team' && key !== '' ? named.team(key).name : group === 'rule' ? named.rule(key).name : (people.get(key) ?? key)
      return name === '' ? { zh: '（未知）', en: '(none)' } : { zh: name, en: name }
    }
    return trends(sums, bucket, cut, { group: label, outcome: named.outcome }, group === 'rule')
  })

  endpoint(app, { method: 'GET', url: '/api/quality/search', access: 'quality:read', summary: 'Final utterances that hold the words, newest first.', query: SearchQuery }, async ({ query: { before, limit = pageSize, ...filter }, actor }): Promise<SearchView> =>
    search(analysis, await names(), within(personOf(actor), filter), before ?? null, limit))

  endpoint(app, { method: 'GET', url: '/api/quality/views', access: 'quality:read', summary: 'Filters kept under a name.' }, async ({ actor }): Promise<readonly SavedView[]> => savedViews(database, personOf(actor)))

  endpoint(app, { method: 'PUT', url: '/api/quality/views', access: 'quality:read', summary: 'Keep a filter under a name.', body: View }, async ({ body, actor }): Promise<readonly SavedView[]> => {
    await saveView(database, personOf(actor), body, now())
    return savedViews(database, personOf(actor))
  })

  endpoint(app, { method: 'DELETE', url: '/api/quality/views/:id', access: 'quality:read', summary: 'Let a kept filter go.', params: ViewParams }, async ({ params, actor }): Promise<readonly SavedView[]> => {
    await removeView(database, personOf(actor), params.id)
    return savedViews(database, personOf(actor))
  })
}
