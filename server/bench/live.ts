import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ChildMessage, ParentMessage } from './child-report.ts'
import type { LoadOrder, LoadResult, Windows } from './live-load.ts'

export interface LiveBenchOptions {
  readonly calls: readonly number[]
  readonly warmUpSeconds: number
  readonly seconds: number
}
/** One server under one load. `cpu`: cores that the server used. */
export interface LiveMeasure extends LoadResult {
  readonly cpu: number
  readonly rssMb: number
}
/** The product beside the bare relay at the same message rate, in the same run. */
export interface LiveBenchRow {
  readonly calls: number
  readonly relay: LiveMeasure
  readonly sunline: LiveMeasure
  readonly ratio: { readonly p50: number; readonly p99: number }
}

/**
 * Measures, for each number of concurrent calls, the ms from a transcript event sent to its utterance received by the browser;
 * the server on the first core and the load on the second where `taskset` exists. Each call has 4 interims a second and one final in 3 s.
 */
export async function liveBench({ calls, warmUpSeconds, seconds }: LiveBenchOptions): Promise<readonly LiveBenchRow[]> {
  const rows: LiveBenchRow[] = []
  for (const count of calls) {
    const relay = await measure('relay-server.ts', { calls: count, warmUpSeconds, seconds })
    const sunline = await measure('live-server.ts', { calls: count, warmUpSeconds, seconds })
    rows.push({ calls: count, relay, sunline, ratio: { p50: sunline.p50.median / relay.p50.median, p99: sunline.p99.median / relay.p99.median } })
  }
  return rows
}

/** The rows as a table for people. */
export function liveBenchTable(rows: readonly LiveBenchRow[]): string {
  const ms = ({ median, least, most }: Windows): string => `${median.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`.padStart(24)
  const line = (name: string, calls: number, { sentPerSecond, delivered, p50, p99, cpu, rssMb }: LiveMeasure): string =>
    `${String(calls).padStart(6)}  ${name.padEnd(8)} ${sentPerSecond.toFixed(0).padStart(7)} ${(delivered * 100).toFixed(1).padStart(9)}% ${ms(p50)} ${ms(p99)} ${cpu.toFixed(2).padStart(6)} ${String(rssMb).padStart(7)}`
  return [
    'ms: median (least–most) over windows of 2 s; cpu: cores of the server',
    ` calls  server   events/s  delivered ${'p50'.padStart(24)} ${'p99'.padStart(24)}    cpu  rss MB`,
    ...rows.flatMap(({ calls, relay, sunline, ratio }) => [
      line('relay', calls, relay),
      line('sunline', calls, sunline),
      `        sunline / relay: p50 ×${ratio.p50.toFixed(1)}, p99 ×${ratio.p99.toFixed(1)}`,
    ]),
  ].join('\n')
}

async function measure(script: string, order: Omit<LoadOrder, 'address'>): Promise<LiveMeasure> {
  const server = pinned(0, script, [])
  try {
    const { address } = (await answer(server)) as Extract<ChildMessage, { address: string }>
    const load = pinned(1, 'live-load.ts', [JSON.stringify({ ...order, address } satisfies LoadOrder)])
    await new Promise((resolve) => setTimeout(resolve, 0))
    const loaded = answer(load)
    const before = await usage(server)
    const began = performance.now()
    const result = (await loaded) as LoadResult
    const after = await usage(server)
    return { ...result, cpu: (after.cpuSeconds - before.cpuSeconds) / ((performance.now() - began) / 1_000), rssMb: after.rssMb }
  } finally {
    server.send('stop' satisfies ParentMessage)
    await once(server, 'exit')
  }
}

async function usage(server: ChildProcess): Promise<Extract<ChildMessage, { cpuSeconds: number }>> {
  const told = answer(server)
  server.send('usage' satisfies ParentMessage)
  return (await told) as Extract<ChildMessage, { cpuSeconds: number }>
}

/** The next message of a child process. Rejects when it ends without one. */
function answer(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`a process of the measurement ended with code ${String(code)}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message)
    })
  })
}

const canPin = spawnSync('taskset', ['-c', '1', 'true']).status === 0

/** Starts a script of this folder, on one core where that is possible. */
function pinned(core: number, script: string, args: readonly string[]): ChildProcess {
  const command = [process.execPath, '--import', 'tsx', '--max-semi-space-size=64', fileURLToPath(new URL(script, import.meta.url)), ...args]
  const [program = process.execPath, ...rest] = canPin ? ['taskset', '-c', String(core), ...command] : command
  return spawn(program, rest, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}
