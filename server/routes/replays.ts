import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { SunlineError } from '../errors.ts'
import { personOf } from '../identity/actor.ts'
import type { People } from '../identity/people.ts'
import { IdSchema } from '../ingest/neutral.ts'
import { maskNumber } from '../live/call-details.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { CallComparison, ComparedScreens, ImportedCall, ImportFault, KnownVersion, ReplayScreen, ReplayTimeline, Reply, StoredCalls } from '../protocol.ts'
import type { Sample } from '../samples/sample-file.ts'
import type { Database } from '../store/database.ts'
import type { KnownVersions } from '../training/known-versions.ts'
import type { LookedAt } from '../training/look-log.ts'
import { storedCalls } from '../training/replay-calls.ts'
import { ImportRefused } from '../training/import-turns.ts'
import type { Replays } from '../training/replays.ts'
import { endpoint } from './endpoint.ts'

export interface ReplayRouteTools {
  readonly replays: Replays
  readonly versions: KnownVersions
  readonly database: Database
  readonly engine: LiveEngine
  readonly samples: readonly Sample[]
  readonly lookedAt: LookedAt
  readonly named: People['named']
}

type RefusedImport = Extract<Reply<never>, { readonly ok: false }> & { readonly faults: readonly ImportFault[] }

const Name = Type.String({ minLength: 1, maxLength: 128, description: 'Expected 1 to 128 characters' })
const Time = Type.Integer({ minimum: 0, maximum: 8_640_000_000_000, description: 'Expected ms since the epoch' })
const AtMs = Type.Integer({ minimum: 0, maximum: 172_800_000, description: 'Expected ms since the call began' })
const Origin = Type.Union([Type.Literal('live'), Type.Literal('sample'), Type.Literal('import'), Type.Literal('drill')], { description: 'Expected live, sample, import or drill' })
const Filter = Type.Object({
  agent: Type.Optional(Name), team: Type.Optional(Name), scenario: Type.Optional(Name), outcome: Type.Optional(Name), origin: Type.Optional(Origin),
  from: Type.Optional(Time), until: Type.Optional(Time), page: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, description: 'Expected a page from 0' })),
})
const CallParams = Type.Object({ id: IdSchema })
const Playlist = Type.Optional(Name)
const Transcript = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 255, description: 'Expected the name of the file' }),
  text: Type.String({ minLength: 1, description: 'Expected the text of the file' }),
  agent: Type.Optional(Type.String({ maxLength: 80, description: 'Expected at most 80 characters' })),
  queue: Type.Optional(Type.String({ maxLength: 80, description: 'Expected at most 80 characters' })),
  callerNumber: Type.Optional(Type.String({ maxLength: 40, description: 'Expected at most 40 characters' })),
  startedAt: Type.Optional(Time),
  scenario: Type.Optional(Name),
})

/** Stored calls read again: the list, the time line, the screen at any moment, other words beside it; and calls made of samples and files. */
export function replayRoutes(app: FastifyInstance, { replays, versions, database, engine, samples, lookedAt, named }: ReplayRouteTools): void {
  endpoint(app, { method: 'GET', url: '/api/training/calls', access: 'calls:review', summary: 'Stored calls, newest first.', query: Filter }, async ({ query, actor }): Promise<StoredCalls> => {
    replays.wake()
    return storedCalls(database, personOf(actor), query, engine)
  })

  endpoint(app, { method: 'GET', url: '/api/training/calls/:id/timeline', access: 'calls:review', summary: 'A stored call on its time line.', params: CallParams, query: Type.Object({ playlist: Playlist }) }, async ({ params: { id }, query: { playlist }, actor, request }): Promise<ReplayTimeline> => {
    const person = personOf(actor)
    const call = await replays.find(id, person, playlist)
    await lookedAt(person, id, request.ip)
    return replays.timeline(call)
  })

  endpoint(app, { method: 'GET', url: '/api/training/calls/:id/screen', access: 'calls:review', summary: "The agent's screen at a moment of a stored call.", params: CallParams, query: Type.Object({ at: AtMs, playlist: Playlist }) }, async ({ params: { id }, query: { at, playlist }, actor }): Promise<ReplayScreen> =>
    replays.screen(await replays.find(id, personOf(actor), playlist), at))

  endpoint(app, { method: 'GET', url: '/api/training/calls/:id/comparison', access: 'calls:review', summary: 'A stored call beside what another version of the words would have advised.', params: CallParams, query: Type.Object({ version: Name }) }, async ({ params: { id }, query: { version }, actor, request }): Promise<CallComparison> => {
    const person = personOf(actor)
    const call = await replays.find(id, person)
    await lookedAt(person, id, request.ip)
    return replays.compare(call, version)
  })

  endpoint(app, { method: 'GET', url: '/api/training/calls/:id/compared', access: 'calls:review', summary: 'Both screens of a comparison at a moment.', params: CallParams, query: Type.Object({ version: Name, at: AtMs }) }, async ({ params: { id }, query: { version, at }, actor }): Promise<ComparedScreens> =>
    replays.compared(await replays.find(id, personOf(actor)), version, at))

  endpoint(app, { method: 'GET', url: '/api/training/versions', access: 'calls:review', summary: 'Versions of the words that a call can be run against.' }, async (): Promise<readonly KnownVersion[]> => versions.list())

  endpoint(app, { method: 'POST', url: '/api/training/samples/:id/replay', access: 'calls:import', summary: 'Make a sample call a stored call.', params: CallParams }, async ({ params: { id }, reply }): Promise<{ readonly callId: string }> => {
    const sample = samples.find((each) => each.id === id)
    if (!sample) throw new SunlineError('not found', `there is no sample call "${id}"`, 'id')
    void reply.code(201)
    return { callId: await replays.ofSample(sample) }
  })

  endpoint(app, { method: 'POST', url: '/api/training/import', access: 'calls:import', summary: 'Make a transcript from outside a stored call.', body: Transcript }, async ({ body: { name, text, agent = '', queue = '', callerNumber = '', startedAt = null, scenario = null }, reply }): Promise<ImportedCall | RefusedImport> => {
    const person = agent.trim() === '' ? null : await named(agent)
    const made = replays.ofTranscript({ name, text, queue, startedAt, scenario, callerNumber: maskNumber(callerNumber), agent: { name: person?.name ?? agent.trim(), number: person?.number ?? '', id: person?.id ?? null, team: person?.team ?? null } })
    try {
      const imported = await made
      void reply.code(201)
      return imported
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error
      void reply.code(400)
      return { ok: false, error: error.code, message: error.message, field: error.field, faults: error.faults }
    }
  })
}
