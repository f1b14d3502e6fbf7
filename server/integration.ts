import type { FastifyInstance } from 'fastify'
import type { IntegrationConfig } from './integration-config.ts'
import { providerReceiver } from './ingest/provider-receiver.ts'
import { providerSockets } from './ingest/provider-sockets.ts'
import type { Receiver } from './ingest/receive.ts'
import { senderOrigin } from './ingest/sender-origin.ts'
import { streamShelf } from './ingest/stream-shelf.ts'
import type { CallRegistry } from './live/call-registry.ts'
import type { Metrics } from './metrics.ts'
import { ingestRoutes, readOrigin } from './routes/ingest.ts'
import { serveUpgrades } from './upgrades.ts'

export interface IntegrationTools {
  readonly config: IntegrationConfig
  readonly registry: CallRegistry
  readonly receiver: Receiver
  readonly metrics: Metrics
  readonly maxLiveCalls: number
  /** Reports what nobody foresaw. */
  readonly failed: (error: unknown) => void
}
export interface Integration {
  readonly stop: () => void
}

/** Streams that one call may have: one for each leg, and those of a reconnection. */
const streamsPerCall = 4

/** Connects the server to other systems: recognisers, platforms, telephony. */
export function serveIntegration(http: FastifyInstance, { config, registry, receiver, metrics, maxLiveCalls, failed }: IntegrationTools): Integration {
  const shelf = streamShelf({ now: () => performance.now(), beganAt: (callId) => registry.session(callId)?.state.startedAt ?? null, mostStreams: maxLiveCalls * streamsPerCall })
  const receiveMessages = providerReceiver({ receiveAll: receiver.receiveAll, shelf, refused: () => metrics.received('error', 0), failed })
  ingestRoutes(http, receiver, receiveMessages, config)
  const providers = providerSockets(receiveMessages, (provider, query) => senderOrigin(readOrigin(Object.fromEntries(query)), config.speakers[provider] ?? {}))
  serveUpgrades(http.server, http, [providers])
  return {
    stop: () => providers.close(),
  }
}
