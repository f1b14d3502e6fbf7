import { type Static, Type } from '@sinclair/typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { SunlineError } from '../errors.ts'
import type { CallLine } from '../telephony/call-line.ts'
import { type TelephonyEvent, TelephonyEventSchema } from '../telephony/telephony-event.ts'
import { validator } from '../validation.ts'
import { signatureHeader, verifier } from '../webhooks/signature.ts'
import { endpoint } from './endpoint.ts'

/** Events that one request may carry. */
const mostEvents = 100

const Events = Type.Union([TelephonyEventSchema, Type.Array(TelephonyEventSchema, { maxItems: mostEvents })], { description: `Expected an event or up to ${String(mostEvents)} of them` })
const readEvent = validator(TelephonyEventSchema)
const Result = Type.Object({ results: Type.Array(Type.Union([Type.Literal('taken'), Type.Literal('unknown call')])) })

export interface TelephonyRouteTools {
  readonly line: CallLine
  /** Secret of the senders' signatures; null: they send an API key instead. */
  readonly secret: string | null
  /** ms since the epoch. */
  readonly now: () => number
}

/** What any telephone system can say of its calls. With a secret set, the signature of the body takes the place of an API key. */
export function telephonyRoutes(app: FastifyInstance, { line, secret, now }: TelephonyRouteTools): void {
  const verify = secret === null ? null : verifier(secret)
  // A scope of its own: the signature covers the body as it came.
  void app.register((scope, _options, done) => {
    const raw = new WeakMap<FastifyRequest, string>()
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, parsed) => {
      const text = body.toString()
      raw.set(request, text)
      try {
        parsed(null, JSON.parse(text))
      } catch {
        parsed(new SunlineError('invalid payload', 'the request is not valid JSON; check its encoding (UTF-8) and its brackets'))
      }
    })
    endpoint(
      scope,
      { method: 'POST', url: '/api/telephony/events', access: verify ? 'public' : 'calls:announce', summary: 'Calls answered, held, retrieved, transferred and hung up.', answer: Result, body: Type.Unknown({ ...Events }) },
      async ({ body, request }): Promise<Static<typeof Result>> => {
        verify?.(raw.get(request) ?? '', request.headers[signatureHeader], now())
        const events: readonly unknown[] = Array.isArray(body) ? body : [body]
        if (events.length > mostEvents) throw new SunlineError('payload too large', `send at most ${String(mostEvents)} events at once`)
        const results: Static<typeof Result>['results'] = []
        for (const event of events.map(named)) results.push((await line.take(event)) === null ? 'unknown call' : 'taken')
        return { results }
      },
    )
    done()
  })
}

const kinds = new Map(TelephonyEventSchema.anyOf.map((schema) => [schema.properties.type.const, validator(schema)]))

/** Reads one event; what is at fault is named within its own kind. */
function named(value: unknown): TelephonyEvent {
  const kind = typeof value === 'object' && value !== null && 'type' in value ? kinds.get(value.type as TelephonyEvent['type']) : undefined
  return kind ? (kind(value) as TelephonyEvent) : readEvent(value)
}
