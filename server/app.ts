import { randomUUID } from 'node:crypto'
import formBody from '@fastify/formbody'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { type DefaultEventsMap, Server } from 'socket.io'
import type { AppParts } from './app-parts.ts'
import { systemClock } from './clock.ts'
import { clusterServices } from './cluster/cluster-services.ts'
import { newCluster } from './cluster/cluster.ts'
import { drain } from './cluster/drain.ts'
import { nodeNamespace } from './cluster/peer-link.ts'
import { shareNews } from './cluster/share-news.ts'
import { processRecogniser } from './audio/process-recogniser.ts'
import { guard } from './identity/guard.ts'
import { hardenHeaders, limitRates } from './harden.ts'
import { httpServer } from './http-server.ts'
import { demoAgentId } from './identity/demo.ts'
import { identity as newIdentity } from './identity/identity.ts'
import { linkAddress } from './identity/one-time-links.ts'
import { refuseForeignPages, sameSite } from './identity/same-site.ts'
import { cutEnded, cutExpired, guardSockets } from './identity/socket-guard.ts'
import { serveIngest } from './ingest/ingest-socket.ts'
import { receiver } from './ingest/receive.ts'
import { serveIntegration } from './integration.ts'
import { CallRegistry } from './live/call-registry.ts'
import { clockWatch } from './live/set-clock.ts'
import { serveBrowsers } from './live/sockets.ts'
import { type SocketData, watchers as newWatchers } from './live/watchers.ts'
import { libraryRoot } from './library/root.ts'
import { metrics as newMetrics } from './metrics.ts'
import type { CallSummary, ClientEvents, ServerEvents } from './protocol.ts'
import { logLooks } from './privacy/look-hook.ts'
import { maskNotes } from './privacy/note-hook.ts'
import { newPrivacy } from './privacy/privacy.ts'
import { quality as newQuality } from './quality/quality.ts'
import { clientRoutes } from './routes/client.ts'
import { answerErrors, answerUnreadable } from './routes/http-errors.ts'
import { identityRoutes } from './routes/identity.ts'
import { libraryRoutes, libraryUseRoutes } from './routes/library.ts'
import { describeRoutes } from './routes/open-api.ts'
import { operationRoutes } from './routes/operations.ts'
import { privacyRoutes } from './routes/privacy.ts'
import { sampleRoutes } from './routes/samples.ts'
import { samplePlayer } from './samples/sample-player.ts'
import { callStore } from './store/call-store.ts'
import { drills } from './training/drills.ts'
import { replayService } from './training/replay-service.ts'
import { newSupervision } from './supervision/supervision.ts'
import { troubles } from './troubles.ts'
import { unannouncedCall } from './live/unannounced-call.ts'
import { RetractionBook } from './wording/retractions.ts'
import { webhooks } from './webhooks/webhooks.ts'

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
/** ms in which an opened socket must say what it wants. */
const joinMs = 10_000
/** How often the clock looks at the calls, ms. */
const tickMs = 500
/** How often it is looked whether a publication is due, ms. */
const publishMs = 5_000
/** How often sessions that have run out are let go, ms. */
const sweepMs = 60_000

/** Puts the server together from its parts. */
export function buildApp({ config, engine, engineForCall = () => engine, engineOf, scenarios, scenarioPage, library, libraryFolder = () => libraryRoot, versionsFolder, samples, callerLines, authoring, store: opened, clock, logger, clientFolder, handled, recogniser }: AppParts): App {
  const { access, brand } = config
  const secure = access.tls !== null || (config.integration.publicUrl?.startsWith('https:') ?? false)
  const http = Fastify({
    loggerInstance: logger,
    bodyLimit: mostHttpBytes,
    trustProxy: access.proxyHops > 0 && ((_address, hop) => hop < access.proxyHops),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    frameworkErrors: (_error, _request, reply) => answerUnreadable(reply),
    serverFactory: (handler) => httpServer(access, handler),
  })
  const ours = sameSite(config.integration.publicUrl, config.access.accounts)
  const io = new Server<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>(http.server, {
    transports: ['websocket'],
    perMessageDeflate: false,
    serveClient: false,
    // Other websockets are opened, or refused, by `serveUpgrades`.
    destroyUpgrade: false,
    maxHttpBufferSize: mostSocketBytes,
    connectTimeout: joinMs,
    allowRequest: (request, allow) => allow(null, ours.fault({ ...request.headers, 'sec-fetch-site': undefined }) === null),
  })
  const { store, ...privacy } = newPrivacy({ store: opened, secret: config.privacyKey, inUse: ({ id, status }) => registry.session(id) !== undefined || (status !== 'closed' && (nodes?.held(id) ?? false)), clock, logger })
  const { failed, troubled } = troubles(logger)
  const metrics = newMetrics(() => registry.sessions().length, () => registry.waitingInterims(), () => cluster?.peers.all().length ?? 0)
  const watchers = newWatchers(() => performance.now(), metrics.superseded)
  const cluster = config.cluster && newCluster({ config: config.cluster, watchers, calls: () => registry.sessions().length, saved: async (callId) => registry.session(callId)?.saved, walls: () => supervision.teams(), logger })
  const identity = newIdentity({ database: store.database, config: access, demoAgent: config, secure, now: clock.now })
  const unannounced = unannouncedCall(identity.demo.find(({ id }) => id === demoAgentId) ?? null, config)
  const quality = newQuality({ store, engine, library, clock, logger })
  const told = webhooks({ receivers: config.integration.webhooks, database: store.database, clock, stateOf: (callId) => registry.session(callId)?.state, counted: metrics.webhookCounted, failed })
  const retractions = new RetractionBook()
  const registry = new CallRegistry({
    engine,
    engineForCall,
    ...(engineOf && { engineOf }),
    audience: privacy.audience(cluster?.audience(watchers) ?? watchers),
    ...(cluster && { homes: cluster.forRegistry }),
    journal: told.journal(quality.journal),
    meters: handled ? { ...metrics, handled } : metrics,
    now: clock.now,
    silenceMs: config.silenceSeconds * 1_000,
    retractions,
    store: callStore(store.database),
    maxLiveCalls: config.maxLiveCalls,
    unannounced,
    openingNotice: () => privacy.settings.now().openingNotice,
    troubled,
  })
  const reassigned = (call: CallSummary): void => {
    watchers.reassigned(call)
    watchers.listed(call)
  }
  const browsers = io.of('/')
  const nodes = cluster && clusterServices(cluster, { registry, watchers, engine, database: store.database, namespace: io.of(nodeNamespace), counted: metrics.nodeCounted, failed })
  const supervision = newSupervision({
    registry, watchers, engine, reassigned,
    ...(nodes && { shared: nodes.wall }),
    tellLooked: () => privacy.settings.now().tellLooked,
    noted: (actor, action, subject, address) => void identity.audit.note({ actor, action, subject, address }).catch(failed),
  })
  const receive = receiver({ registry, received: metrics.received, failed, ...(nodes && { away: nodes.away }) })
  const post = async (url: string, payload: unknown): Promise<void> => {
    const answer = await http.inject({ method: 'POST', url, payload: JSON.stringify(payload), headers: { 'content-type': 'application/json', authorization: `Bearer ${identity.ownKey}` } })
    if (answer.statusCode >= 400) throw new Error(`${url} answered ${String(answer.statusCode)}: ${answer.body}`)
  }
  const player = samplePlayer({ clock, registry, post, failed })
  const replaying = replayService({
    database: store.database, journal: quality.journal, engine, libraryFolder, versionsFolder, otherLibraries: config.otherLibraries, samples, named: identity.people.named,
    facts: () => unannounced.facts, silenceMs: config.silenceSeconds * 1_000, now: clock.now,
  })
  const timers: (() => void)[] = []
  let origin = config.integration.publicUrl ?? ''

  answerErrors(http)
  hardenHeaders(http, secure)
  limitRates(http, access.requestsPerMinute)
  refuseForeignPages(http, ours, ({ cookie }) => identity.cookie.read(cookie) !== null)
  guard(http, identity.identify)
  maskNotes(http)
  logLooks(http, identity.audit, clock.now, failed)
  describeRoutes(http)
  void http.register(formBody)
  const integration = serveIntegration(http, {
    config: config.integration, registry, receiver: receive, metrics, engine, unannounced, clock, logger, webhooks: told, recogniser: recogniser ?? processRecogniser(config.integration.asrModels), maxLiveCalls: config.maxLiveCalls, foreign: ours.fault, failed,
    named: identity.people.named,
    reassigned,
    cameFrom: privacy.callers.note,
    atHome: (line) => nodes?.line(line) ?? line,
    ...(nodes && { takingTurns: nodes.takingTurns }),
  })
  identityRoutes(http, { identity, openid: access.openid, now: clock.now, libraryVersion: () => engine.version, origin: () => origin })
  operationRoutes(http, { registry, metrics, libraryVersion: () => engine.version, scenarios, healthy: store.journal.healthy, draining: () => cluster?.draining() ?? false, telephony: integration.telephony })
  libraryRoutes(http, scenarioPage)
  if (library) libraryUseRoutes(http, library, store.tally, quality.verdicts)
  quality.routes(http)
  privacyRoutes(http, privacy, identity.audit)
  sampleRoutes(http, samples, player)
  replaying.routes(http)
  authoring?.routes(http)
  if (library && callerLines) drills({ store, journal: quality.journal, engine: engineForCall, library, lines: callerLines, brand, clock }).routes(http)
  clientRoutes(http, clientFolder)
  guardSockets(browsers, access.proxyHops, async ({ headers }, key) => nodes?.relayed(key) ?? identity.browser(headers))
  cutEnded(() => browsers.sockets.values(), identity.sessions)
  serveBrowsers(browsers, {
    registry, watchers, engine, receive: receive.receive, shown: privacy.shown, supervision,
    ...(nodes && { nodes: nodes.requests }),
    active: (sessionId) => void identity.sessions.used(sessionId).catch(failed),
    refused: ({ id }, event) => logger.warn({ actor: id, event }, 'refused for want of a right'),
    looked: (actor, subject, address) => void identity.audit.note({ actor, action: 'call looked at', subject, address }).catch(failed),
    failed,
  })
  guardSockets(io.of('/ingest'), access.proxyHops, ({ headers }, key) => identity.program(headers, key, 'ingest:send'))
  serveIngest(io.of('/ingest') as unknown as Parameters<typeof serveIngest>[0], receive)
  const sweep = async (): Promise<void> => {
    // Whoever follows a call on the line is there, even without touching a key.
    await identity.sessions.allUsed([...watchers.sessionsAt(registry.sessions().map(({ state }) => state.id)), ...supervision.sessions()])
    await identity.sweep()
    await cutExpired(() => browsers.sockets.values(), identity.sessions)
  }

  const restore = async (): Promise<void> => {
    const restored = await registry.restore()
    if (restored > 0) logger.info({ calls: restored }, 'calls restored from the journal')
  }
  if (cluster) shareNews(cluster, { sessions: identity.sessions, settings: privacy.settings, authoring, browsers: () => browsers.sockets.values(), failed })

  return {
    http,
    start: async () => {
      const administratorToken = await identity.open()
      timers.push(await privacy.start())
      for (const { rule, heard, taken_back: takenBack } of await store.tally.interims()) retractions.add(rule, heard, takenBack)
      if (cluster === null) await restore()
      const listening = await http.listen({ port: config.port, host: config.host })
      const address = access.tls === null ? listening : listening.replace(/^http:/u, 'https:')
      if (cluster) await cluster.join(address).then(restore)
      integration.start()
      quality.keeper.start()
      if (config.integration.publicUrl === null) origin = address
      if (administratorToken !== null) logger.warn({ link: linkAddress(origin, administratorToken) }, 'nobody administers this server yet: open the link within 24 hours; each start makes another')
      timers.push(clock.every(tickMs, clockWatch(clock, logger, (by) => registry.clockJumped(by))), clock.every(tickMs, () => registry.tick()), clock.every(tickMs, supervision.tick))
      if (authoring) timers.push(clock.every(publishMs, () => void authoring.tick()))
      timers.push(clock.every(sweepMs, () => void sweep().catch(failed)))
      return address
    },
    stop: async () => {
      await integration.leaveTelephony()
      if (cluster) await drain({ cluster, registry, browsers: () => browsers.sockets.values() })
      for (const stop of timers) stop()
      player.stop()
      await integration.stop()
      // Before the connections are cut: what was taken in is acknowledged, and what comes too late is told so.
      await registry.close()
      io.engine.close()
      // A connection whose request was under way becomes idle only after its answer, and would linger for its keep-alive time.
      const stopSweeping = systemClock.every(50, () => http.server.closeIdleConnections())
      await http.close()
      stopSweeping()
      await io.close()
      await replaying.stop()
      await authoring?.stop()
      await quality.keeper.stop()
      await cluster?.leave()
      await store.close()
      metrics.stop()
    },
  }
}
