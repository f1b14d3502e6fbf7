import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Actor, admit } from './actor.ts'
import type { Access } from './permissions.ts'

/** A route and who may use it. */
export interface RouteAccess {
  readonly method: string
  readonly url: string
  readonly access: Access
}
/** Who sends a request: the person of its session, the program of its API key, or null. Throws SunlineError 'unauthorised' for a faulty key. */
export type Identify = (request: FastifyRequest) => Promise<Actor | null>

/**
 * Puts a guard before every route: who sends it, and may he; after the plugins that are registered already. A route under `/api/` that names no access stops the start,
 * so that none is open by oversight; everything else is the page itself.
 */
export function guard(app: FastifyInstance, identify: Identify): void {
  app.decorateRequest('actor', null)
  const routes: RouteAccess[] = []
  app.decorate('routeAccess', routes)
  app.addHook('onRoute', ({ method, url, config }) => {
    if (url.startsWith('/api/') && config?.access === undefined) throw new Error(`the route ${String(method)} ${url} names no access`)
    for (const each of [method].flat()) if (each !== 'HEAD' && each !== 'OPTIONS') routes.push({ method: each, url, access: config?.access ?? 'public' })
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
