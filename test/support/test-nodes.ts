import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { io, type Socket } from 'socket.io-client'
import { type App, buildApp } from '../../server/app.ts'
import { systemClock } from '../../server/clock.ts'
import { readConfig } from '../../server/config.ts'
import type { Receipt } from '../../server/ingest/receive.ts'
import { type PrivateRedis, privateRedis } from '../../server/private-services/redis-server.ts'
import { openSimpleStore } from '../../server/store/store.ts'
import { fakeEngine } from './fake-engine.ts'
import { testDatabase } from './test-database.ts'
import type { Browser } from './test-server.ts'
import { patienceMs } from './patience.ts'

/** A node of a cluster, in this process. */
export interface TestNode {
  readonly app: App
  readonly address: string
  /** Signs a person of the demo in; resolves to the cookie. */
  readonly signIn: (person?: string) => Promise<string>
  /** Opens a browser's socket for a person of the demo, or for who has this cookie. */
  readonly browser: (person?: string, cookie?: string) => Promise<Browser>
  /** Sends one transcript event by websocket. Resolves to its receipt. */
  readonly hear: (event: unknown) => Promise<Receipt>
  /** Stops it as SIGTERM does, while its clients are connected. */
  readonly leave: () => Promise<void>
  readonly stop: () => Promise<void>
}
/** Nodes that share a PostgreSQL database and a Redis of their own. */
export interface TestNodes {
  readonly redis: PrivateRedis
  readonly node: (environment?: Readonly<Record<string, string>>) => Promise<TestNode>
  readonly stop: () => Promise<void>
}

export async function testNodes(): Promise<TestNodes> {
  const [redis, database] = await Promise.all([privateRedis(), testDatabase(tmpdir())])
  const nodes: TestNode[] = []
  return {
    redis,
    node: async (environment = {}) => {
      const started = await testNode({ REDIS_URL: redis.address, DATABASE_URL: database.address, ...environment })
      nodes.push(started)
      return started
    },
    stop: async () => {
      await Promise.all(nodes.map(({ stop }) => stop()))
      await redis.remove()
      await database.drop()
    },
  }
}

async function testNode(environment: Readonly<Record<string, string>>): Promise<TestNode> {
  const config = readConfig({ PORT: '0', DRAIN_SECONDS: '0', SILENCE_SECONDS: '86400', ...environment })
  const store = await openSimpleStore(config.databaseUrl)
  const app = buildApp({
    config, engine: fakeEngine, scenarios: () => [], scenarioPage: () => null, samples: [], store, clock: systemClock,
    versionsFolder: join(tmpdir(), 'sunline-no-versions'), logger: pino({ level: 'silent' }), clientFolder: 'none',
  })
  const address = await app.start()
  const sockets: Socket[] = []
  const connect = async <T extends Socket>(path: string, cookie: string): Promise<T> => {
    const socket = io(`${address}${path}`, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie } })
    sockets.push(socket)
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
    return socket as unknown as T
  }
  const signIn = async (person = 'demo-agent'): Promise<string> => {
    const answer = await app.http.inject({ method: 'POST', url: '/api/session/demo', payload: { person } })
    return String(answer.headers['set-cookie']).split(';')[0] ?? ''
  }
  let ingest: Promise<Socket> | null = null
  let stopped: Promise<void> | null = null
  const leave = (): Promise<void> => (stopped ??= app.stop())
  return {
    app,
    address,
    signIn,
    browser: async (person, cookie) => connect<Browser>('/', cookie ?? (await signIn(person))),
    hear: async (event) => {
      ingest ??= connect('/ingest', '')
      return (await (await ingest).timeout(patienceMs).emitWithAck('transcript', event)) as Receipt
    },
    leave,
    stop: () => {
      for (const socket of sockets) socket.disconnect()
      return leave()
    },
  }
}
