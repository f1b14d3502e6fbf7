import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { SunlineError } from './errors.ts'

/**
 * Only this server's own scripts and style sheets, and the style sheets that Ant Design makes, which carry the nonce of their page.
 * Style attributes are allowed: the tooltips of ECharts are written with them, and they run nothing.
 */
const directives = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'style-src-attr': ["'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}
/** What the pages may use of the machine. */
const permissionsPolicy = 'microphone=(self), camera=(), geolocation=(), payment=(), usb=()'
const strictTransport = { maxAge: 365 * 24 * 3_600, includeSubDomains: true }

/** Headers that make browsers careful, on every answer. `secure`: browsers come by TLS. */
export function hardenHeaders(app: FastifyInstance, secure: boolean): void {
  void app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: secure ? strictTransport : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('permissions-policy', permissionsPolicy)
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
  })
}

/** Requests of an address without a sign-in, for each that one person has: a whole centre may share an address. */
const perAddress = 5

/** Refuses requests beyond `perMinute` of one person or program; the ways in of recognisers and telephony have bounds of their own. Register after {@link hardenHeaders} and before the guard. */
export function limitRates(app: FastifyInstance, perMinute: number): void {
  void app.register(rateLimit, { global: false })
  app.after(() => {
    const limits = { keyGenerator: (request: { readonly actor: { readonly id: string } | null; readonly ip: string }) => request.actor?.id ?? request.ip, timeWindow: 60_000 }
    const ofActor = app.createRateLimit({ ...limits, max: perMinute })
    const ofAddress = app.createRateLimit({ ...limits, max: perMinute * perAddress })
    app.addHook('preParsing', async (request, reply) => {
      const { access } = request.routeOptions.config
      if (access === undefined || access === 'ingest:send' || access === 'calls:announce' || request.url.startsWith('/api/ingest/') || request.url.startsWith('/api/telephony/')) return
      const counted = await (request.actor ? ofActor : ofAddress)(request)
      if (counted.isAllowed || !counted.isExceeded) return
      void reply.header('retry-after', String(counted.ttlInSeconds))
      throw new SunlineError('too many requests', `that was too much at once; try again in ${String(counted.ttlInSeconds)} seconds`)
    })
  })
}
