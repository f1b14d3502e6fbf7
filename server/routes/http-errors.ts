import type { ServerResponse } from 'node:http'
import type { FastifyError, FastifyInstance } from 'fastify'
import { type ErrorCode, SunlineError } from '../errors.ts'
import type { Reply } from '../protocol.ts'

const statusOf: Readonly<Record<ErrorCode, number>> = {
  'invalid payload': 400,
  unauthorised: 401,
  forbidden: 403,
  'not found': 404,
  'step moved': 409,
  conflict: 409,
  'call ended': 410,
  'payload too large': 413,
  'too many requests': 429,
  internal: 500,
  unavailable: 503,
}

/** Answers every failure with a code, a sentence and the field at fault; what nobody foresaw is logged and not shown. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | SunlineError, request, reply) => {
    const known = error instanceof SunlineError ? error : asSunlineError(error)
    if (known === null) request.log.error({ err: error }, 'request failed')
    if (known?.code === 'forbidden') request.log.warn({ actor: request.actor?.id ?? null, address: request.ip, method: request.method, route: request.routeOptions.url }, 'refused for want of a right')
    const { code, message, field, zh } = known ?? new SunlineError('internal', 'the request failed; the log of the server says why')
    const body: Reply<never> = { ok: false, error: code, message, field, ...(zh !== null && { zh }) }
    return reply.code(statusOf[code]).send(body)
  })
  app.setNotFoundHandler((request, reply) => {
    const body: Reply<never> = { ok: false, error: 'not found', message: `there is nothing at ${request.method} ${request.url.slice(0, 200)}`, field: null }
    return reply.code(404).send(body)
  })
}

/** Answers a request whose address cannot be decoded; it comes to no route and no hook. */
export function answerUnreadable(reply: { readonly hijack: () => unknown; readonly raw: ServerResponse }): void {
  const body: Reply<never> = { ok: false, error: 'invalid payload', message: 'the address is not valid; check its percent signs', field: null }
  reply.hijack()
  reply.raw.writeHead(400, { 'content-type': 'application/json; charset=utf-8', 'x-content-type-options': 'nosniff' }).end(JSON.stringify(body))
}

/** Fastify's own refusals in our words; null when the fault is ours. */
function asSunlineError(error: FastifyError): SunlineError | null {
  if (error.statusCode === 413) return new SunlineError('payload too large', 'the request is too large; send fewer events at once')
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new SunlineError('invalid payload', 'the content type must be application/json')
  if (error.statusCode === 400) return new SunlineError('invalid payload', 'the request is not valid JSON; check its encoding (UTF-8) and its brackets')
  return null
}
