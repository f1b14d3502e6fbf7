import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { io } from 'socket.io-client'
import { localFront } from '../../server/cluster/local-front.ts'
import { freePort } from '../../server/private-services/free-port.ts'
import { postgresCluster } from '../../server/private-services/postgres-cluster.ts'
import { privateRedis } from '../../server/private-services/redis-server.ts'
import { type HurtNode, nodeFaults } from './node-faults.ts'
import { steadySenders } from './steady-senders.ts'
import type { Outcome } from './outcome.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A way to a port that can be cut: connections break, and new ones get no answer. */
interface Way {
  readonly port: number
  readonly cut: (away: boolean) => void
  readonly server: Server
}
async function wayTo(target: number): Promise<Way> {
  const lines = new Set<Socket>()
  let away = false
  const server = createServer((near) => {
    lines.add(near)
    near.on('error', () => near.destroy()).on('close', () => lines.delete(near))
    if (away) return
    const far = connect(target, '127.0.0.1')
    far.on('error', () => near.destroy()).on('close', () => near.destroy())
    near.on('close', () => far.destroy())
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { readonly port: number }
  return {
    port,
    server,
    cut: (now) => {
      away = now
      for (const line of lines) line.destroy()
    },
  }
}

function hurtNode(port: number, environment: Readonly<Record<string, string>>): HurtNode {
  const address = `http://127.0.0.1:${String(port)}`
  const env = { ...process.env, PORT: String(port), LOG_LEVEL: 'silent', SILENCE_SECONDS: '86400', ...environment }
  let child: ChildProcess | null = null
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return null
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
    return child.exitCode
  }
  return {
    address,
    start: async () => {
      child = spawn(process.execPath, ['--max-semi-space-size=16', 'server/dist/main.js'], { cwd: root, env, stdio: 'ignore' })
      while (!(await fetch(`${address}/health`).then(({ ok }) => ok, () => false))) await wait(50)
    },
    signal: (signal) => void child?.kill(signal),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}

/** The agents' pages of some calls, which come back as real ones do; each makes the node that it reaches the home of its call. Returns what closes them. */
function pages(address: string, callIds: Iterable<string>): () => void {
  const open = [...callIds].map((callId) => {
    const page = io(address, { transports: ['websocket'], forceNew: true, reconnectionDelay: 100, reconnectionDelayMax: 300, query: { call: callId } })
    const watch = (): void => void page.emit('call:watch', { callId }, () => undefined)
    return page.on('connect', watch).on('call:moved', watch)
  })
  return () => open.forEach((page) => page.disconnect())
}

/** Two nodes of the whole product, hurt in every way of `nodeFaults` one after the other while calls go on, half of whose words come to the wrong node. */
export async function nodeOutcomes(calls: number): Promise<readonly Outcome[]> {
  const [postgres, redis] = await Promise.all([postgresCluster({ fsync: true }), privateRedis()])
  const ports = [await freePort(), await freePort()] as const
  const ways = await Promise.all(ports.map(wayTo))
  const node = (index: 0 | 1): HurtNode => hurtNode(ports[index], { DATABASE_URL: postgres.address, REDIS_URL: redis.address, NODE_ADDRESS: `http://127.0.0.1:${String(ways[index]?.port)}` })
  const nodes = [node(0), node(1)] as const
  const outcomes: Outcome[] = []
  let front: Awaited<ReturnType<typeof localFront>> | null = null
  try {
    for (const each of nodes) await each.start()
    front = await localFront(nodes.map(({ address }) => address))
    for (const [index, { name, promised, act }] of nodeFaults.entries()) {
      const senders = steadySenders(front.address, calls, `nodes-${String(index)}`)
      await wait(1_000)
      const closePages = pages(front.address, senders.acknowledged.keys())
      await wait(1_000)
      const seen = await act({ nodes, postgres, redis, senders, cut: (away) => ways.forEach((way) => way.cut(away)) })
      await senders.stop()
      const acknowledged = [...senders.acknowledged.values()].reduce((sum, ids) => sum + ids.length, 0)
      outcomes.push({ name, promised, seen, acknowledged, amiss: await senders.amiss() })
      senders.close()
      closePages()
    }
    return outcomes
  } finally {
    for (const each of nodes) await each.kill()
    await front?.close()
    for (const { server, cut } of ways) {
      cut(true)
      server.close()
    }
    await redis.remove()
    postgres.remove()
  }
}
