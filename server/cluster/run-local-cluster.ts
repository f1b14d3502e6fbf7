import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '../private-services/free-port.ts'
import { postgresCluster } from '../private-services/postgres-cluster.ts'
import { postgresPrograms } from '../private-services/postgres-programs.ts'
import { hasRedis, privateRedis } from '../private-services/redis-server.ts'
import { localFront } from './local-front.ts'

// npm run cluster [-- N]: N nodes (2) on this machine over a PostgreSQL and a Redis of their own, behind one address. For trying things out: what they hold is gone at the end.
const root = fileURLToPath(new URL('../../', import.meta.url))
const count = Number(process.argv[2] ?? 2)
const port = Number(process.env['PORT'] ?? 3000)
const tell = (words: string): void => void process.stdout.write(`${words}\n`)
const longestStartMs = 120_000

function missing(): string | null {
  if (!(Number.isInteger(count) && count >= 1 && count <= 16)) return `expected a number of nodes from 1 to 16, not "${String(process.argv[2])}": npm run cluster -- 3`
  const packages = [...(postgresPrograms() === null ? ['postgresql'] : []), ...(hasRedis() ? [] : ['redis-server'])]
  return packages.length === 0 ? null : `not installed here: ${packages.join(' and ')}. On Debian: sudo apt-get install -y ${packages.join(' ')}`
}

async function answers(address: string, node: ChildProcess): Promise<void> {
  const until = Date.now() + longestStartMs
  while (!(await fetch(`${address}/health`).then(({ ok }) => ok, () => false))) {
    if (node.exitCode !== null || Date.now() > until) throw new Error(`the node at ${address} did not start; its log is above`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function main(): Promise<void> {
  // First what fails when the port is taken: nothing else runs yet.
  const front = await localFront([], port)
  tell('starting PostgreSQL and Redis …')
  const [postgres, redis] = await Promise.all([postgresCluster({ fsync: true }), privateRedis()])
  const nodes = await Promise.all(
    Array.from({ length: count }, async () => {
      const own = await freePort()
      const env = { LOG_LEVEL: 'warn', ...process.env, PORT: String(own), DATABASE_URL: postgres.address, REDIS_URL: redis.address }
      // A group of its own: the interrupt of the terminal must reach it from here, in order.
      return { address: `http://127.0.0.1:${String(own)}`, child: spawn(process.execPath, ['--max-semi-space-size=16', '--heap-growing-percent=200', 'server/dist/main.js'], { cwd: root, env, stdio: 'inherit', detached: true }) }
    }),
  )
  front.use(nodes.map(({ address }) => address))
  let stopping: Promise<void> | null = null
  const stop = async (): Promise<void> => {
    tell('stopping …')
    for (const { child } of nodes) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
    await front.close()
    await redis.remove()
    postgres.remove()
  }
  const stopOnce = (): Promise<void> => (stopping ??= stop())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stopOnce().then(() => process.exit(0)))
  try {
    await Promise.all(nodes.map(({ address, child }) => answers(address, child)))
  } catch (error) {
    await stopOnce()
    throw error
  }
  tell(`Sunline on ${String(count)} nodes: open ${front.address}`)
  tell(`nodes: ${nodes.map(({ address, child }) => `${address} (pid ${String(child.pid)})`).join(', ')}`)
  tell(`PostgreSQL ${postgres.address}, Redis ${redis.address}`)
  tell('Kill a node, or end one with SIGTERM, and watch its calls go on at another. Ctrl+C ends everything.')
}

const fault = missing()
if (fault === null) {
  await main().catch((error: unknown) => {
    tell(error instanceof Error ? error.message : String(error))
    process.exit(1)
  })
} else {
  tell(fault)
  process.exit(1)
}
