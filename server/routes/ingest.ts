import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { SunlineError } from '../errors.ts'
import type { Adapter } from '../ingest/adapter.ts'
import { adapters } from '../ingest/adapters.ts'
import type { MessageReceipt, ProviderReceiver } from '../ingest/provider-receiver.ts'
import type { Receiver } from '../ingest/receive.ts'
import { OriginQuery, senderOrigin } from '../ingest/sender-origin.ts'
import { sameText, twilioSignature } from '../ingest/twilio-signature.ts'
import type { IntegrationConfig } from '../integration-config.ts'
import { validator } from '../validation.ts'
import { endpoint } from './endpoint.ts'

/** Events or messages that one request may carry. */
export const mostEvents = 500

const Batch = Type.Object({ events: Type.Array(Type.Unknown(), { minItems: 1, maxItems: mostEvents, description: `Expected 1 to ${String(mostEvents)} events` }) })
const Provider = Type.Object({ provider: Type.String({ maxLength: 40, description: 'Expected the id of a provider' }) })
const Messages = Type.Unknown({ description: 'One message of the provider as it comes, or an array of them' })
const Receipt = Type.Union([
  Type.Object({ result: Type.Union([Type.Literal('accepted'), Type.Literal('stale'), Type.Literal('ignored')]) }),
  Type.Object({ result: Type.Literal('error'), error: Type.String(), message: Type.String(), field: Type.Union([Type.String(), Type.Null()]) }),
])
const Results = Type.Object({ results: Type.Array(Receipt) }, { description: 'One result for each event or message, in their order' })
type Answer = { readonly results: readonly MessageReceipt[] }

const checkOrigin = validator(OriginQuery)
/** The query of a stream's address. Throws SunlineError 'invalid payload' naming the field. */
export const readOrigin = (query: Readonly<Record<string, string>>): ReturnType<typeof checkOrigin> => checkOrigin(Value.Convert(OriginQuery, { ...query }))

/** Transcripts over HTTP: answered once all finals are on disk, one result for each event, in their order. */
export function ingestRoutes(app: FastifyInstance, { receiveAll }: Receiver, receiveMessages: ProviderReceiver, { speakers, twilioToken, publicUrl }: IntegrationConfig): void {
  endpoint(
    app,
    { method: 'POST', url: '/api/ingest/events', access: 'ingest:send', summary: 'Transcript events in the neutral shape.', body: Batch, answer: Results },
    async ({ body }): Promise<Answer> => ({ results: await receiveAll(body.events) }),
  )
  endpoint(
    app,
    { method: 'POST', url: '/api/ingest/:provider', access: 'ingest:send', params: Provider, query: OriginQuery, body: Messages, answer: Results, summary: 'Messages of a recogniser or contact-centre platform in its own shape.' },
    async ({ params: { provider }, query, body, request: { headers } }): Promise<Answer> => {
      const adapter = knownAdapter(provider)
      const messages: readonly unknown[] = Array.isArray(body) ? body : [body]
      if (messages.length > mostEvents) throw new SunlineError('payload too large', `send at most ${String(mostEvents)} messages at once`)
      const named = checkOrigin({ ...definedOnly({ callId: headers['x-call-id'], speaker: headers['x-speaker'] }), ...query })
      return { results: await receiveMessages(adapter, senderOrigin(named, speakers[provider] ?? {}), messages) }
    },
  )
  endpoint(
    app,
    { method: 'GET', url: '/api/ingest/:provider/stream', access: 'ingest:send', params: Provider, query: OriginQuery, summary: 'Websocket for a provider\'s stream: each text frame is a message, each is answered with its result.' },
    ({ params: { provider } }) => ({ provider: knownAdapter(provider).id, open: 'as a websocket' }),
  )
  if (twilioToken === null) return
  endpoint(
    app,
    { method: 'POST', url: '/api/ingest/twilio', access: 'public', query: OriginQuery, body: Messages, answer: Results, summary: 'Status callbacks of Twilio\'s real-time transcription; their signature takes the place of an API key.' },
    async ({ query, body, request }): Promise<Answer> => {
      refuseUnsigned(request, twilioToken, publicUrl)
      return { results: await receiveMessages(knownAdapter('twilio'), senderOrigin(query, speakers['twilio'] ?? {}), [body]) }
    },
  )
}

const definedOnly = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

function knownAdapter(provider: string): Adapter {
  const adapter = adapters.get(provider)
  if (!adapter) throw new SunlineError('not found', `there is no provider "${provider}"; known are ${[...adapters.keys()].join(', ')}`, 'provider')
  return adapter
}

/** Throws SunlineError 'forbidden' unless Twilio signed the request. */
function refuseUnsigned({ headers, body, url, protocol, host }: FastifyRequest, token: string, publicUrl: string | null): void {
  const given = headers['x-twilio-signature']
  const expected = twilioSignature(token, `${publicUrl ?? `${protocol}://${host}`}${url}`, (body ?? {}) as Readonly<Record<string, string>>)
  if (typeof given === 'string' && sameText(given, expected)) return
  throw new SunlineError('forbidden', 'the signature X-Twilio-Signature does not fit; check TWILIO_AUTH_TOKEN, and PUBLIC_URL behind a proxy')
}
