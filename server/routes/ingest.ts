import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { SunlineError } from '../errors.ts'
import { fromAliyunNls } from '../ingest/aliyun-nls.ts'
import { IdSchema } from '../ingest/neutral.ts'
import type { Receipt, Receiver } from '../ingest/receive.ts'
import { validator } from '../validation.ts'
import { endpoint } from './endpoint.ts'

/** Events that one request may carry. */
export const mostEvents = 500

const Batch = Type.Object({ events: Type.Array(Type.Unknown(), { minItems: 1, maxItems: mostEvents, description: `Expected 1 to ${String(mostEvents)} events` }) })
const Origin = Type.Object({ callId: IdSchema, speaker: Type.Union([Type.Literal('agent'), Type.Literal('caller')], { description: 'Expected agent or caller' }) })
const readOrigin = validator(Origin)
type Answer = { readonly results: readonly (Receipt | { readonly result: 'ignored' })[] }

/** Transcripts over HTTP: answered once all finals are on disk, one result for each event, in their order. */
export function ingestRoutes(app: FastifyInstance, { receive, receiveAll }: Receiver): void {
  endpoint(
    app,
    { method: 'POST', url: '/api/ingest/events', access: 'ingest:send', summary: 'Transcript events in the neutral shape.', body: Batch },
    async ({ body }): Promise<Answer> => ({ results: await receiveAll(body.events) }),
  )

  endpoint(
    app,
    { method: 'POST', url: '/api/ingest/aliyun-nls', access: 'ingest:send', summary: 'Messages of the Aliyun NLS recogniser.', query: Type.Partial(Origin) },
    async ({ query, body, request: { headers } }): Promise<Answer> => {
      const origin = readOrigin({ callId: query.callId ?? headers['x-call-id'], speaker: query.speaker ?? headers['x-speaker'] })
      const messages: readonly unknown[] = Array.isArray(body) ? body : [body]
      if (messages.length > mostEvents) throw new SunlineError('payload too large', `send at most ${String(mostEvents)} messages at once`)
      const results: Answer['results'][number][] = []
      for (const message of messages) results.push(await receiveNls(message, origin, receive))
      return { results }
    },
  )
}

async function receiveNls(message: unknown, origin: Parameters<typeof fromAliyunNls>[1], receive: Receiver['receive']): Promise<Answer['results'][number]> {
  try {
    const event = fromAliyunNls(message, origin)
    return event ? await receive(event) : { result: 'ignored' }
  } catch (error) {
    if (!(error instanceof SunlineError)) throw error
    return { result: 'error', error: error.code, message: error.message, field: error.field }
  }
}
