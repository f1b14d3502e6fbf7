import { randomUUID } from 'node:crypto'
import formBody from '@fastify/formbody'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { Server } from 'socket.io'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { guard } from './identity/guard.ts'
import { openHouse } from './identity/open-house.ts'
import { serveIngest } from './ingest/ingest-socket.ts'
import { receiver } from './ingest/receive.ts'
import { serveIntegration } from './integration.ts'
import type { Library } from './library/library.ts'
import { type CallDetails, CallRegistry } from './live/call-registry.ts'
import type { LiveEngine } from './live/ports.ts'
import { serveBrowsers } from './live/sockets.ts'
import { watchers as newWatchers } from './live/watchers.ts'
import { metrics as newMetrics } from './metrics.ts'
import type { ClientEvents, ScenarioCard, ScenarioPage, ServerEvents } from './protocol.ts'
import { callRoutes } from './routes/calls.ts'
import { clientRoutes } from './routes/client.ts'
import { answerErrors } from './routes/http-errors.ts'
import { libraryRoutes, libraryUseRoutes } from './routes/library.ts'
import { operationRoutes } from './routes/operations.ts'
import { sampleRoutes } from './routes/samples.ts'
import { sameOrigin } from './same-origin.ts'
import type { Sample } from './samples/sample-file.ts'
import { samplePlayer } from './samples/sample-player.ts'
import { callStore } from './store/call-store.ts'
import type { Store } from './store/store.ts'

export interface AppParts {
  readonly config: Config
  readonly engine: LiveEngine
  /** The engine that a new call keeps; without it, `engine`. */
  readonly engineForCall?: () => LiveEngine
  readonly scenarios: () => readonly ScenarioCard[]
  readonly scenarioPage: (id: string) => ScenarioPage | null
  /** For the pages that count how it is used; without it there are none. */
  readonly library?: () => Library
  readonly samples: readonly Sample[]
  /** Closed when the server stops. */
  readonly store: Store
  readonly clock: Clock
  readonly logger: FastifyBaseLogger
  /** The built page. */
  readonly clientFolder: string
}
export interface App {
  /** For requests without a network. */
  readonly http: FastifyInstance
  /** Brings back the calls that were not closed, then listens. Resolves to the address. */
  readonly start: () => Promise<string>
  /** Takes nothing more in, writes what is waiting, and lets everything go. */
  readonly stop: () => Promise<void>
}

/** Largest HTTP body and websocket message, bytes. */
const mostHttpBytes = 2 * 1024 * 1024
const mostSocketBytes = 64 * 1024
/** How often the clock looks at the calls, ms. */
const tickMs = 500

/** Puts the server together from its parts. */
export function buildApp({ config, engine, engineForCall = () => engine, scenarios, scenarioPage, library, samples, store, clock, logger, clientFolder }: AppParts): App {
  const http = Fastify({ loggerInstance: logger, bodyLimit: mostHttpBytes, logController: new LogController({ disableRequestLogging: true }), genReqId: () => randomUUID() })
  const io = new Server<ClientEvents, ServerEvents>(http.server, {
    transports: ['websocket'],
    perMessageDeflate: false,
    serveClient: false,
    maxHttpBufferSize: mostSocketBytes,
    allowRequest: (request, allow) => allow(null, sameOrigin(request)),
  })
  const failed = (error: unknown): void => logger.error({ err: error }, 'unforeseen failure')
  const watchers = newWatchers(() => performance.now())
  const unannounced: CallDetails = {
    agent: config.agentName,
    agentId: null,
    team: null,
    origin: 'live',
    callerNumber: '',
    queue: '',
    facts: { agentName: config.agentName, agentNumber: config.agentNumber, brand: config.brand },
  }
  const metrics = newMetrics(() => registry.sessions().length)
  const registry = new CallRegistry({
    engine,
    engineForCall,
    audience: watchers,
    journal: store.journal,
    meters: metrics,
    now: clock.now,
    silenceMs: config.silenceSeconds * 1_000,
    store: callStore(store.database),
    maxLiveCalls: config.maxLiveCalls,
    unannounced,
    troubled: (callId, error) => logger.error({ err: error, callId }, 'a call could not be written or read'),
  })
  const receive = receiver({ registry, received: metrics.received, failed })
  const player = samplePlayer({ clock, registry, origin: () => origin, failed })
  let origin = ''
  let stopTicking = (): void => undefined

  answerErrors(http)
  guard(http, openHouse(config))
  void http.register(formBody)
  const integration = serveIntegration(http, { config: config.integration, registry, receiver: receive, metrics, maxLiveCalls: config.maxLiveCalls, failed })
  callRoutes(http, registry, engine, unannounced)
  operationRoutes(http, { registry, metrics, session: () => ({ agent: config.agentName, libraryVersion: engine.version }), scenarios, healthy: store.journal.healthy })
  libraryRoutes(http, scenarioPage)
  if (library) libraryUseRoutes(http, library, store.tally)
  sampleRoutes(http, samples, player)
  clientRoutes(http, clientFolder)
  serveBrowsers(io.of('/'), { registry, watchers, engine, failed })
  serveIngest(io.of('/ingest') as unknown as Parameters<typeof serveIngest>[0], receive)

  return {
    http,
    start: async () => {
      const restored = await registry.restore()
      if (restored > 0) logger.info({ calls: restored }, 'calls restored from the journal')
      origin = await http.listen({ port: config.port, host: config.host })
      stopTicking = clock.every(tickMs, () => registry.tick())
      return origin
    },
    stop: async () => {
      stopTicking()
      player.stop()
      integration.stop()
      io.engine.close()
      // A connection whose request was under way becomes idle only after its answer, and would linger for its keep-alive time.
      const stopSweeping = systemClock.every(50, () => http.server.closeIdleConnections())
      await http.close()
      stopSweeping()
      await io.close()
      await store.close()
      metrics.stop()
    },
  }
}
