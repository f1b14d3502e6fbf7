import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import pino from 'pino'
import { io, type Socket } from 'socket.io-client'
import { type App, buildApp } from '../../server/app.ts'
import type { Recogniser } from '../../server/audio/recogniser.ts'
import { wordsInUse } from '../../server/authoring/words-in-use.ts'
import { readConfig } from '../../server/config.ts'
import { demoAgentId } from '../../server/identity/demo.ts'
import { roles } from '../../server/identity/permissions.ts'
import type { Receipt } from '../../server/ingest/receive.ts'
import type { Library } from '../../server/library/library.ts'
import { diskCache } from '../../server/library/derived-cache.ts'
import { derivedFolder } from '../../server/library/root.ts'
import { scenarioCards } from '../../server/library/scenario-cards.ts'
import { scenarioPage } from '../../server/library/scenario-page.ts'
import type { LiveEngine } from '../../server/live/ports.ts'
import type { ClientEvents, Reply, ServerEvents, TranscriptEvent } from '../../server/protocol.ts'
import type { Sample } from '../../server/samples/sample-file.ts'
import type { Database } from '../../server/store/database.ts'
import { openSimpleStore, type Store } from '../../server/store/store.ts'
import type { CallerLines } from '../../server/training/caller-lines.ts'
import { fakeEngine } from './fake-engine.ts'
import { type ManualClock, manualClock } from './manual-clock.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'
import { patienceMs } from './patience.ts'

export type Browser = Socket<ServerEvents, ClientEvents>
export interface TestServer {
  readonly app: App
  readonly address: string
  readonly clock: ManualClock
  readonly databaseUrl: string
  /** The database behind it. */
  readonly database: Database
  /** Opens a browser's socket, of the demo's agent unless another `cookie` is given. */
  readonly browser: (cookie?: string) => Promise<Browser>
  /** What the server logged, from warnings on, a line of JSON each. */
  readonly log: readonly string[]
  /** Signs a person of the demo in; resolves to the cookie. */
  readonly signIn: (person: string) => Promise<string>
  /** Sends one transcript event by websocket. Resolves to its receipt. */
  readonly hear: (event: unknown) => Promise<Receipt>
  /** Stops the server and starts another on the same database, with what `environment` changes. */
  readonly restart: (environment?: Readonly<Record<string, string>>) => Promise<TestServer>
  readonly stop: () => Promise<void>
}
export interface ServerOptions {
  readonly engine?: LiveEngine
  readonly library?: Library
  readonly samples?: readonly Sample[]
  readonly callerLines?: CallerLines
  /** The whole library, from the folder given, with drafts and publications. */
  readonly words?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly recogniser?: Recogniser
  /** Changes how the store behaves. */
  readonly store?: (store: Store) => Store
  /** The built page; without it there is none. */
  readonly clientFolder?: string
}

/**
 * A server on a free port with a database of its own, a still clock and a small library.
 * Its requests (`app.http.inject`) and sockets come from the demo's agent, who here holds every role, unless they bring another cookie.
 */
export async function testServer(options: ServerOptions = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-'))
  return launch(options, folder, await testDatabase(folder), manualClock())
}

async function launch(options: ServerOptions, folder: string, own: TestDatabase, clock: ManualClock): Promise<TestServer> {
  const opened = await openSimpleStore(own.address)
  const store = options.store?.(opened) ?? opened
  const config = readConfig({ PORT: '0', TRIAL_PRIORITY: 'normal', DATABASE_URL: own.address, ...options.environment })
  const { library, callerLines } = options
  const log: string[] = []
  const logger = pino({ level: 'warn' }, { write: (line) => void log.push(line) })
  const words = options.words === undefined ? null : wordsInUse({ root: options.words, derived: diskCache(derivedFolder), derivedFolder, shelfFolder: join(folder, 'versions'), store, databaseUrl: config.databaseUrl, fourEyes: config.fourEyes, trialPriority: config.trialPriority, now: clock.now, logger })
  await words?.open()
  const app = buildApp({
    config,
    engine: words?.shelf.newest ?? options.engine ?? fakeEngine,
    ...(words ? { engineForCall: words.shelf.forCall, engineOf: words.engineOf, authoring: words.authoring } : {}),
    scenarios: () => (words ? scenarioCards(words.library()) : []),
    scenarioPage: (id) => (words ? scenarioPage(words.library(), id) : null),
    ...(words || library ? { library: () => words?.library() ?? (library as Library) } : {}),
    ...(callerLines ? { callerLines } : {}),
    samples: options.samples ?? [],
    ...(options.recogniser && { recogniser: options.recogniser }),
    versionsFolder: join(folder, 'versions'),
    store,
    clock,
    logger,
    clientFolder: options.clientFolder ?? join(folder, 'no-client'),
  })
  const address = await app.start()
  const signIn = async (person: string): Promise<string> => {
    const answer = await app.http.inject({ method: 'POST', url: '/api/session/demo', payload: { person } })
    return String(answer.headers['set-cookie']).split(';')[0] ?? ''
  }
  if (!config.access.accounts) await store.database.updateTable('people').set({ roles: JSON.stringify(roles) }).where('id', '=', demoAgentId).execute()
  const everyone = config.access.accounts ? '' : await signIn(demoAgentId)
  const sockets: Socket[] = []
  const connect = async <T extends Socket>(path: string, cookie: string): Promise<T> => {
    const socket = io(`${address}${path}`, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie } })
    sockets.push(socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    return socket as unknown as T
  }
  let ingest: Promise<Socket> | null = null
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.disconnect()
    words?.close()
    await app.stop()
  }
  return {
    app: { ...app, http: sendingCookie(app.http, everyone) },
    address,
    clock,
    databaseUrl: config.databaseUrl,
    database: store.database,
    log,
    signIn,
    browser: (cookie = everyone) => connect<Browser>('/', cookie),
    hear: async (event) => {
      ingest ??= connect('/ingest', '')
      return (await (await ingest).timeout(patienceMs).emitWithAck('transcript', event)) as Receipt
    },
    restart: async (environment = {}) => {
      await close()
      return launch({ ...options, environment: { ...options.environment, ...environment } }, folder, own, clock)
    },
    stop: async () => {
      await close()
      await own.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The same server, whose requests without a network bring a cookie when they bring none themselves. */
const sendingCookie = (http: App['http'], cookie: string): App['http'] =>
  new Proxy(http, {
    get: (target, name) =>
      name === 'inject' ? (options: InjectOptions) => target.inject({ ...options, headers: { cookie, 'x-sunline-page': '1', ...options.headers } }) : (Reflect.get(target, name) as unknown),
  })

/** A final utterance of call `c1`, to be changed where the test needs it. */
export const spoken = (speaker: 'agent' | 'caller', text: string, changes: Partial<TranscriptEvent> = {}): TranscriptEvent => ({
  callId: 'c1', utteranceId: `${speaker}-1`, revision: 1, speaker, text, final: true, startMs: 0, endMs: 1_000, source: 'test', ...changes,
})

/** What a request was answered with. Throws when it was refused. */
export function granted<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.error}: ${reply.message}`)
  return reply.data
}
