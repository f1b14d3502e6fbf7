import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Actor, admit } from './actor.ts'

/** Who sends a request: the person of its session, the program of its API key, or null. Throws SunlineError 'unauthorised' for a faulty key. */
export type Identify = (request: FastifyRequest) => Promise<Actor | null>

/**
 * Puts a guard before every route: who sends it, and may he; after the plugins that are registered already. A route under `/api/` that names no access stops the start,
 * so that none is open by oversight; everything else is the page itself.
 */
export function guard(app: FastifyInstance, identify: Identify): void {
  app.decorateRequest('actor', null)
  app.addHook('onRoute', ({ method, url, config }) => {
    if (url.startsWith('/api/') && config?.access === undefined) throw new Error(`the route ${String(method)} ${url} names no access`)
  })
  app.after(() =>
    app.addHook('onRequest', async (request) => {
      const access = request.routeOptions.config.access ?? 'public'
      if (access === 'public') return
      request.actor = await identify(request)
      admit(request.actor, access)
    }),
  )
}
