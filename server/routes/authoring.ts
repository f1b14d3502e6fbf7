import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import type { AuthoringDesk } from '../authoring/authoring-desk.ts'
import type { DraftReviews } from '../authoring/draft-review.ts'
import type { FlowDrafts } from '../authoring/flow-drafts.ts'
import { personOf } from '../identity/actor.ts'
import type { DraftItem, DraftSummary, FoundItem, DraftView, FlowDraftView, FlowParts, PublicationView, ScorecardParts, TriedView } from '../protocol.ts'
import { endpoint } from './endpoint.ts'

const Id = Type.String({ pattern: '^[a-zA-Z0-9-]{1,64}$', description: 'Expected the id of a draft' })
const Params = Type.Object({ id: Id })
const Title = Type.String({ minLength: 1, maxLength: 120, description: 'Expected 1 to 120 characters' })
const Kind = Type.Union([Type.Literal('phrase'), Type.Literal('rule'), Type.Literal('cue'), Type.Literal('scorecard'), Type.Literal('scenario')], { description: 'Expected phrase, rule, cue, scorecard or scenario' })
const ItemId = Type.String({ pattern: '^[a-z0-9_-]{1,64}(?:/[a-z0-9_-]{1,64})?$', description: 'Expected the id of a rule, cue, scorecard or scenario, or file/key of a phrase' })
const Item = Type.Object({ kind: Kind, id: ItemId })
const Search = Type.Object({ query: Type.String({ maxLength: 80, description: 'Expected at most 80 characters' }), kind: Type.Optional(Kind) })
const Change = Type.Object({ kind: Kind, id: ItemId, value: Type.Unknown(), category: Type.Union([Type.String({ maxLength: 40 }), Type.Null()]) })
const FlowId = Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'Expected the id of a flow' })
const Flow = Type.Object({ id: FlowId })
const Refs = Type.String({ pattern: '^[a-z0-9-]{1,64}/[a-z0-9-]{1,64}$' })
const Scenario = Type.Object({ id: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60, description: 'Expected a-z, 0-9 and hyphens' }), from: FlowId, title: Type.Object({ zh: Title, en: Title }) })
const FlowChange = Type.Object({
  id: FlowId,
  definition: Type.Unknown(),
  sentences: Type.Record(Refs, Type.Unknown(), { maxProperties: 200 }),
  wordings: Type.Record(Type.String({ pattern: '^own:[a-z0-9][a-z0-9 -]{0,50}$' }), Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 40 }), { maxProperties: 60 }),
})
const File = Type.Object({ path: Type.String({ maxLength: 160 }), text: Type.String({ maxLength: 1_000_000, description: 'Expected at most a million characters' }) })
const Try = Type.Object({
  text: Type.String({ minLength: 1, maxLength: 2_000, description: 'Expected 1 to 2000 characters' }),
  speaker: Type.Union([Type.Literal('agent'), Type.Literal('caller')], { description: 'Expected agent or caller' }),
  scenario: Type.Union([Type.String({ maxLength: 64 }), Type.Null()]),
})
const Time = Type.Union([Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }), Type.Null()], { description: 'Expected ms since the epoch, or null' })
const Blast = Type.Object({ calls: Type.Integer({ minimum: 1, maximum: 100_000, description: 'Expected 1 to 100000 calls' }), fromAt: Time, toAt: Time })
const Decision = Type.Object({ approved: Type.Boolean(), note: Type.String({ maxLength: 1_000, description: 'Expected at most 1000 characters' }) })
const Publish = Type.Object({ at: Time })
const Rollback = Type.Object({ version: Type.String({ pattern: '^[0-9a-f]{12}$', description: 'Expected a version' }) })

/** Drafts of the words, their review and their publication. */
export function authoringRoutes(app: FastifyInstance, desk: AuthoringDesk, reviews: DraftReviews, flows: FlowDrafts): void {
  const drafts = '/api/authoring/drafts'
  const access = 'library:draft'
  endpoint(app, { method: 'GET', url: drafts, access, summary: 'Drafts, those changed last first.' }, (): Promise<readonly DraftSummary[]> => desk.list())
  endpoint(app, { method: 'POST', url: drafts, access, summary: 'Begin a draft from the words in use.', body: Type.Object({ title: Title }) }, ({ body, actor, reply }): Promise<DraftSummary> => {
    void reply.code(201)
    return desk.begin(personOf(actor), body.title)
  })
  endpoint(app, { method: 'GET', url: `${drafts}/:id`, access, summary: 'A draft: what differs, what is wrong, what stands in its way.', params: Params }, ({ params, actor }): Promise<DraftView> => reviews.view(personOf(actor), params.id))
  endpoint(app, { method: 'GET', url: `${drafts}/:id/items`, access, summary: 'Phrases, rules, cues and scorecards that hold some words.', params: Params, query: Search }, ({ params, query: { query, kind = null } }): Promise<readonly FoundItem[]> => desk.find(params.id, query, kind))
  endpoint(app, { method: 'GET', url: `${drafts}/:id/item`, access, summary: 'A phrase, rule, cue or scorecard as the draft has it.', params: Params, query: Item }, ({ params, query }): Promise<DraftItem> => desk.item(params.id, query.kind, query.id))
  endpoint(app, { method: 'PUT', url: `${drafts}/:id/item`, access, summary: 'Change, add or remove a phrase, rule, cue or scorecard.', params: Params, body: Change }, async ({ params, body, actor }): Promise<DraftView> => {
    await desk.change(params.id, body)
    return reviews.view(personOf(actor), params.id)
  })
  endpoint(app, { method: 'GET', url: `${drafts}/:id/scorecard-parts`, access, summary: 'What the items of a scorecard can be filled in by.', params: Params }, ({ params }): Promise<ScorecardParts> => desk.scorecardParts(params.id))
  endpoint(app, { method: 'GET', url: `${drafts}/:id/flow-parts`, access, summary: 'What the structure of a flow can be made of.', params: Params }, ({ params }): Promise<FlowParts> => flows.parts(params.id))
  endpoint(app, { method: 'GET', url: `${drafts}/:id/flow`, access, summary: 'The structure of a flow as the draft has it.', params: Params, query: Flow }, ({ params, query }): Promise<FlowDraftView> => flows.view(params.id, query.id))
  endpoint(app, { method: 'PUT', url: `${drafts}/:id/flow`, access, summary: 'Change the structure of a flow; its words follow.', params: Params, body: FlowChange }, async ({ params, body, actor }): Promise<DraftView> => {
    await flows.change(params.id, body)
    return reviews.view(personOf(actor), params.id)
  })
  endpoint(app, { method: 'POST', url: `${drafts}/:id/scenarios`, access, summary: 'Begin a scenario as a copy of another one.', params: Params, body: Scenario }, async ({ params, body, actor }): Promise<DraftView> => {
    await flows.addScenario(params.id, body)
    return reviews.view(personOf(actor), params.id)
  })
  endpoint(app, { method: 'PUT', url: `${drafts}/:id/file`, access, summary: 'Write a whole file of the draft.', params: Params, body: File }, async ({ params, body, actor }): Promise<DraftView> => {
    await desk.write(params.id, body.path, body.text)
    return reviews.view(personOf(actor), params.id)
  })
  endpoint(app, { method: 'POST', url: `${drafts}/:id/try`, access, summary: 'What the draft and the words in use make of a sentence.', params: Params, body: Try }, ({ params, body }): Promise<TriedView> => desk.try(params.id, body.text, body.speaker, body.scenario))
  endpoint(app, { method: 'POST', url: `${drafts}/:id/blast`, access, summary: 'Try the draft on stored calls.', params: Params, body: Blast }, async ({ params, body, actor, reply }) => {
    await desk.blast(personOf(actor), params.id, body)
    void reply.code(202)
    return { ok: true }
  })
  endpoint(app, { method: 'POST', url: `${drafts}/:id/blast/cancel`, access, summary: 'Stop trying the draft.', params: Params }, async ({ params }) => {
    await desk.cancelBlast(params.id)
    return { ok: true }
  })
  const steps = [
    ['submit', access, 'Hand the draft on for review.', (id: string) => reviews.submit(id)],
    ['take-back', access, 'Take the draft back from its review.', (id: string) => reviews.takeBack(id)],
    ['update', access, 'Let the draft begin from the words in use.', (id: string) => reviews.update(id)],
    ['discard', access, 'Give the draft up.', (id: string) => reviews.discard(id)],
  ] as const
  for (const [name, right, summary, step] of steps) {
    endpoint(app, { method: 'POST', url: `${drafts}/:id/${name}`, access: right, summary, params: Params }, async ({ params }) => {
      await step(params.id)
      return { ok: true }
    })
  }
  endpoint(app, { method: 'POST', url: `${drafts}/:id/decide`, access: 'library:approve', summary: 'Say yes or no to a draft under review.', params: Params, body: Decision }, async ({ params, body, actor }) => {
    await reviews.decide(personOf(actor), params.id, body.approved, body.note)
    return { ok: true }
  })
  endpoint(app, { method: 'POST', url: `${drafts}/:id/publish`, access: 'library:approve', summary: 'Publish an approved draft, now or at a time.', params: Params, body: Publish }, async ({ params, body, actor }) => {
    await reviews.publish(personOf(actor), params.id, body.at)
    return { ok: true }
  })
  endpoint(app, { method: 'GET', url: '/api/authoring/publications', access: 'library:use', summary: 'What was in use from when on.' }, (): Promise<readonly PublicationView[]> => desk.history())
  endpoint(app, { method: 'POST', url: '/api/authoring/rollback', access: 'library:approve', summary: 'Put an earlier version into use again.', body: Rollback }, async ({ body, actor }) => {
    const { publisher } = desk.tools
    await publisher.publish(personOf(actor), { version: body.version, kind: 'rollback', draft: null, title: body.version, approverName: null, at: null })
    return { ok: true }
  })
  endpoint(app, { method: 'POST', url: '/api/authoring/publications/:id/cancel', access: 'library:approve', summary: 'Take back a publication that has not begun.', params: Params }, async ({ params }) => {
    await desk.tools.versions.cancel(params.id, desk.tools.now())
    return { ok: true }
  })
}
