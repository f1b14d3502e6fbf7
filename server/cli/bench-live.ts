import { parseArgs } from 'node:util'
import type { Output } from './output.ts'

const options = {
  json: { type: 'boolean' },
  calls: { type: 'string' },
  seconds: { type: 'string' },
  windows: { type: 'string' },
  'warm-up': { type: 'string' },
  clients: { type: 'string' },
  'server-cores': { type: 'string' },
  soak: { type: 'boolean' },
  minutes: { type: 'string' },
  profile: { type: 'string' },
  'write-docs': { type: 'boolean' },
} as const

/** `bench live`: the live path under load. Resolves to the exit code: 1 when a browser missed or doubled anything. Throws TypeError for an unknown option. */
export async function benchLive(args: readonly string[], output: Output): Promise<number> {
  const { values } = parseArgs({ args: [...args], options, allowPositionals: true })
  const number = (text: string | undefined, fallback: number): number => {
    const value = Number(text ?? fallback)
    if (!(value > 0)) throw new TypeError(`expected a number above 0, not "${String(text)}"`)
    return value
  }
  const counts = values.calls?.split(',').map((each) => number(each, 1))
  const clients = number(values.clients, 1)
  const told = (words: string): void => output.fail(words)
  if (values.soak) {
    const { soak } = await import('../bench/live-soak.ts')
    const result = await soak(counts?.[0] ?? 3_000, number(values.minutes, 10), clients, values['server-cores'] ?? '0', told)
    const { lost, doubled, disordered, errors } = result.measure
    output.print(
      values.json
        ? JSON.stringify(result)
        : `${String(result.calls)} calls, ${String(result.minutes)} minutes: lost ${String(lost)}, doubled ${String(doubled)}, out of order ${String(disordered)}, errors ${String(errors)}; after five minutes live objects grew by ${result.heapMbPerMinute.toFixed(2)} MB a minute, resident memory by ${result.rssMbPerMinute.toFixed(2)} MB`,
    )
    return lost + doubled + disordered + errors === 0 ? 0 : 1
  }
  const { liveBench } = await import('../bench/live.ts')
  const order = { calls: counts ?? [100, 1_000], warmUpSeconds: number(values['warm-up'], 10), windows: number(values.windows, 5), seconds: number(values.seconds, 5), clients, profile: values.profile ?? null, ...(values['server-cores'] !== undefined && { serverCores: values['server-cores'] }) }
  const rows = await liveBench(order, told)
  if (values['write-docs']) {
    const { writeLiveDocument } = await import('../bench/live-document.ts')
    told(`written: ${writeLiveDocument(rows, order)}`)
  }
  if (values.json) output.print(JSON.stringify(rows))
  else for (const line of (await import('../bench/live-table.ts')).liveBenchTables(rows)) output.print(line)
  return rows.every(({ sunline: { lost, doubled, disordered, errors } }) => lost + doubled + disordered + errors === 0) ? 0 : 1
}
