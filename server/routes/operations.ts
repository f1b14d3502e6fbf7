import type { FastifyInstance } from 'fastify'
import type { CallRegistry } from '../live/call-registry.ts'
import type { Metrics } from '../metrics.ts'
import type { ScenarioCard } from '../protocol.ts'
import { endpoint } from './endpoint.ts'

export interface OperationsTools {
  readonly registry: CallRegistry
  readonly metrics: Metrics
  readonly libraryVersion: () => string
  readonly scenarios: () => readonly ScenarioCard[]
  /** False when the disk fails or does not keep up: the server is better not sent more calls. */
  readonly healthy: () => boolean
  /** True once the server is being stopped: balancers send no new calls here. */
  readonly draining: () => boolean
  /** Where the telephone systems are listened to; null: there are none. */
  readonly telephony: () => string | null
}

/** For those who run the server, and what the search of every page asks first. */
export function operationRoutes(app: FastifyInstance, { registry, metrics, libraryVersion, scenarios, healthy, draining, telephony }: OperationsTools): void {
  app.get('/health', async (_request, reply) => {
    const status = draining() ? 'draining' : healthy() ? 'ok' : 'disk failing'
    void reply.code(status === 'ok' ? 200 : 503)
    const listened = telephony()
    return { status, libraryVersion: libraryVersion(), calls: registry.sessions().length, ...(listened !== null && { telephony: listened }) }
  })
  app.get('/metrics', { config: { access: 'metrics:read' } }, async (_request, reply) => {
    void reply.type(metrics.contentType)
    return metrics.text()
  })
  endpoint(app, { method: 'GET', url: '/api/scenarios', access: 'library:read', summary: 'What the search of scenarios looks through.' }, (): readonly ScenarioCard[] => scenarios())
}
