import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { audioSockets } from './audio/audio-sockets.ts'
import type { Recogniser } from './audio/recogniser.ts'
import type { Clock } from './clock.ts'
import type { IntegrationConfig } from './integration-config.ts'
import { providerReceiver } from './ingest/provider-receiver.ts'
import { providerSockets } from './ingest/provider-sockets.ts'
import type { Receiver } from './ingest/receive.ts'
import { senderOrigin } from './ingest/sender-origin.ts'
import { streamShelf } from './ingest/stream-shelf.ts'
import type { Metrics } from './metrics.ts'
import { audioRoutes } from './routes/audio.ts'
import { callRoutes } from './routes/calls.ts'
import { deskRoutes } from './routes/desk.ts'
import { ingestRoutes, readOrigin } from './routes/ingest.ts'
import { openApiRoutes } from './routes/open-api.ts'
import { telephonyRoutes } from './routes/telephony.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { type CallLine, callLine, type LineTools } from './telephony/call-line.ts'
import { type Listening, listeningAlone, type OpenLinks } from './telephony/listening.ts'
import { listensToAny, telephonyLinks } from './telephony/telephony-links.ts'
import { serveUpgrades } from './upgrades.ts'
import type { Webhooks } from './webhooks/webhooks.ts'

export interface IntegrationTools extends LineTools {
  readonly config: IntegrationConfig
  readonly receiver: Receiver
  readonly metrics: Metrics
  readonly clock: Clock
  readonly logger: FastifyBaseLogger
  readonly webhooks: Webhooks
  readonly recogniser: Recogniser
  readonly maxLiveCalls: number
  /** What is wrong with a request of another site's page; null: nothing. */
  readonly foreign: (headers: IncomingHttpHeaders) => string | null
  /** Does what happens to a call at the node at which it is at home. */
  readonly atHome: (line: CallLine) => CallLine
  /** Where there are other nodes: sees to it that one of them listens to the telephone systems. */
  readonly takingTurns?: (open: OpenLinks) => Listening
  /** Reports what nobody foresaw. */
  readonly failed: (error: unknown) => void
}
export interface Integration {
  /** Connects to the other systems; once this server listens. */
  readonly start: () => void
  /** Lets go of the telephone systems, so that another node may listen to them. */
  readonly leaveTelephony: () => Promise<void>
  /** Where they are listened to; null: there are none. */
  readonly telephony: () => ReturnType<Listening['where']> | null
  readonly stop: () => Promise<void>
}

/** Streams that one call may have: one for each leg, and those of a reconnection. */
const streamsPerCall = 4

/** Connects the server to other systems: recognisers, platforms, telephony. */
export function serveIntegration(http: FastifyInstance, tools: IntegrationTools): Integration {
  const { config, registry, receiver, metrics, clock, logger, webhooks, recogniser, maxLiveCalls, foreign, failed } = tools
  const shelf = streamShelf({ now: () => performance.now(), beganAt: (callId) => registry.session(callId)?.state.startedAt ?? null, mostStreams: maxLiveCalls * streamsPerCall })
  const receiveMessages = providerReceiver({ receiveAll: receiver.receiveAll, shelf, refused: () => metrics.received('error'), failed })
  const line = tools.atHome(callLine(tools))
  openApiRoutes(http)
  ingestRoutes(http, receiver, receiveMessages, config)
  callRoutes(http, line)
  telephonyRoutes(http, { line, secret: config.telephonySecret, now: clock.now })
  const providers = providerSockets(receiveMessages, (provider, query) => senderOrigin(readOrigin(Object.fromEntries(query)), config.speakers[provider] ?? {}))
  const audio = audioSockets({ recogniser, receive: receiver.receive, startedAt: (callId) => registry.session(callId)?.state.startedAt ?? null, now: clock.now })
  serveUpgrades(http.server, http, [providers, audio], foreign)
  webhookRoutes(http, webhooks.outbox, clock.now)
  deskRoutes(http, config)
  audioRoutes(http)
  const open: OpenLinks = (terms) =>
    telephonyLinks(config.telephony, {
      ...terms,
      clock,
      changed: (system, lost) => {
        metrics.linkChanged(system, lost === undefined ? null : lost === null)
        if (lost === undefined) logger.info({ system }, 'not listening to the telephone system any more')
        else if (lost === null) logger.info({ system }, 'connected to the telephone system')
        else logger.warn({ system, reason: lost }, 'not connected to the telephone system; trying again')
      },
      take: async (event) => {
        try {
          await line.take(event)
        } catch (error) {
          logger.error({ err: error, callId: event.callId, event: event.type }, 'an event of the telephone system could not be taken in')
        }
      },
    })
  const listening = listensToAny(config.telephony) ? (tools.takingTurns ?? listeningAlone)(open) : null
  return {
    start: () => {
      webhooks.start()
      listening?.start()
    },
    leaveTelephony: async () => listening?.stop(),
    telephony: () => listening?.where() ?? null,
    stop: async () => {
      providers.close()
      audio.close()
      await recogniser.stop()
      await webhooks.stop()
    },
  }
}
