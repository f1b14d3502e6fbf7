import type { FastifyInstance } from 'fastify'
import type { AuditLog } from '../identity/audit-log.ts'

/** Routes that show what was said in calls. `call`: `:id` is the call; `search`: words of many calls; anything else: what `:id` is. The time line of a replay notes its looks itself. */
export const showingRoutes: Readonly<Record<string, 'call' | 'search' | 'evaluation' | 'calibration'>> = {
  '/api/training/calls/:id/screen': 'call',
  '/api/training/calls/:id/comparison': 'call',
  '/api/training/calls/:id/compared': 'call',
  '/api/quality/calls/:id/dossier': 'call',
  '/api/quality/calls/:id/dossier.html': 'call',
  '/api/quality/evaluations/:id': 'evaluation',
  '/api/my/evaluations/:id': 'evaluation',
  '/api/quality/calibrations/:id': 'calibration',
  '/api/quality/findings': 'search',
  '/api/quality/search': 'search',
}
/** The same person looking at the same thing again within this time is one look, ms. */
const oneLookMs = 600_000
/** Looks kept in mind. */
const mostLooks = 10_000

/** A query as a person reads it; one with broken escapes stands as it was sent. */
function readable(query: string): string {
  try {
    return decodeURIComponent(query)
  } catch {
    return query
  }
}

/** Puts every look at what was said in calls on the record, once it was granted. `now`: ms since the epoch. */
export function logLooks(app: FastifyInstance, audit: AuditLog, now: () => number, failed: (error: unknown) => void): void {
  const looks = new Map<string, number>()
  app.addHook('onResponse', (request, reply, done) => {
    done()
    const { actor, method, url, routeOptions, params, ip } = request
    const shows = showingRoutes[routeOptions.url ?? '']
    if (shows === undefined || method !== 'GET' || reply.statusCode !== 200 || actor?.kind !== 'person') return
    const id = (params as { readonly id?: string }).id
    const look = `${actor.id} ${id ?? url}`
    if ((looks.get(look) ?? 0) > now() - oneLookMs) return
    looks.delete(look)
    looks.set(look, now())
    for (const oldest of looks.keys()) {
      if (looks.size <= mostLooks) break
      looks.delete(oldest)
    }
    const note = shows === 'search' ? { action: 'transcripts searched' as const, detail: { asked: readable(url.split('?')[1] ?? '').slice(0, 200) } } : { action: 'call looked at' as const, detail: shows === 'call' ? {} : { by: shows } }
    audit.note({ actor, ...note, ...(id !== undefined && { subject: id }), address: ip }).catch(failed)
  })
}
