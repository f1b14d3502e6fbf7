import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { PostgresCluster } from '../../server/private-services/postgres-cluster.ts'
import type { PrivateRedis } from '../../server/private-services/redis-server.ts'
import type { Senders } from './steady-senders.ts'

/** A node that can be hurt. */
export interface HurtNode {
  readonly address: string
  readonly start: () => Promise<void>
  readonly signal: (signal: NodeJS.Signals) => void
  readonly kill: () => Promise<void>
  /** SIGTERM; resolves to the exit code. */
  readonly stop: () => Promise<number | null>
}
/** Two nodes behind a balancer, over one PostgreSQL and one Redis. */
export interface NodeScene {
  readonly nodes: readonly [HurtNode, HurtNode]
  readonly postgres: PostgresCluster
  readonly redis: PrivateRedis
  /** Cuts the way between the nodes, which reach each other and nobody else by it, or mends it. */
  readonly cut: (away: boolean) => void
  readonly senders: Senders
}
export interface NodeFault {
  readonly name: string
  readonly promised: string
  readonly act: (scene: NodeScene) => Promise<string>
}
const longest = (senders: Senders): string => `the longest wait for an acknowledgement was ${String(Math.round(senders.slowest()))} ms`
const health = (address: string): Promise<string> =>
  fetch(`${address}/health`, { signal: AbortSignal.timeout(2_000) }).then(({ status }) => String(status), () => 'no answer')

export const nodeFaults: readonly NodeFault[] = [
  {
    name: 'SIGKILL of one of two nodes, then of the other',
    promised: 'its calls go on at the other node; what was acknowledged is there, once',
    act: async ({ nodes, senders }) => {
      senders.slowest()
      for (const node of nodes) {
        await node.kill()
        await wait(2_500)
        await node.start()
        await wait(2_000)
      }
      return longest(senders)
    },
  },
  {
    name: 'a node is stopped (SIGTERM) and started again, then the other: a rolling restart',
    promised: 'its calls are handed over; nobody waits for more than a reconnection',
    act: async ({ nodes, senders }) => {
      senders.slowest()
      const codes: (number | null)[] = []
      for (const node of nodes) {
        codes.push(await node.stop())
        await node.start()
        await wait(1_500)
      }
      return `both ended with ${codes.join(' and ')}; ${longest(senders)}`
    },
  },
  {
    name: 'a node stands still for 6 s (SIGSTOP), long enough to be taken for dead',
    promised: 'the other takes its calls; what it still wants to write afterwards is refused',
    act: async ({ nodes: [first], senders }) => {
      senders.slowest()
      first.signal('SIGSTOP')
      await wait(6_000)
      first.signal('SIGCONT')
      await wait(2_000)
      return longest(senders)
    },
  },
  {
    name: 'the network between the nodes is cut for 5 s',
    promised: 'what comes to the wrong node is taken in there and shown at the home of its call',
    act: async ({ cut, senders }) => {
      senders.slowest()
      cut(true)
      await wait(5_000)
      cut(false)
      await wait(2_000)
      return longest(senders)
    },
  },
  {
    name: 'SIGKILL of Redis for 5 s; it comes back empty',
    promised: 'every node goes on with its calls',
    act: async ({ redis, senders }) => {
      senders.slowest()
      await redis.kill()
      await wait(5_000)
      await redis.start()
      await wait(2_500)
      return longest(senders)
    },
  },
  {
    name: 'SIGKILL of PostgreSQL, started again after 3 s',
    promised: 'nothing is acknowledged that is not written, /health says 503, and all goes on when it is back',
    act: async ({ nodes: [first], postgres, senders }) => {
      senders.slowest()
      process.kill(Number(readFileSync(join(postgres.folder, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
      await wait(3_000)
      const during = await health(first.address)
      postgres.start()
      await wait(4_000)
      return `/health ${during} without it, ${await health(first.address)} after; ${longest(senders)}; senders were told "${[...senders.refusals].find((refusal) => refusal.includes('unavailable')) ?? 'nothing'}"`
    },
  },
]
