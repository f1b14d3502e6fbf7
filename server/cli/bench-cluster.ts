import { parseArgs } from 'node:util'
import type { Output } from './output.ts'

const options = {
  json: { type: 'boolean' },
  nodes: { type: 'string' },
  calls: { type: 'string' },
  seconds: { type: 'string' },
  'warm-up': { type: 'string' },
  'write-docs': { type: 'boolean' },
} as const

/** `bench cluster`: one load on 1, 2 and 4 nodes. Resolves to the exit code: 1 when a browser missed or doubled anything. Throws TypeError for an unknown option. */
export async function benchCluster(args: readonly string[], output: Output): Promise<number> {
  const { values } = parseArgs({ args: [...args], options, allowPositionals: true })
  const number = (text: string | undefined, fallback: number): number => {
    const value = Number(text ?? fallback)
    if (!(value > 0)) throw new TypeError(`expected a number above 0, not "${String(text)}"`)
    return value
  }
  const { clusterBench } = await import('../bench/cluster.ts')
  const { clusterTable } = await import('../bench/cluster-table.ts')
  const order = { nodes: (values.nodes ?? '1,2,4').split(',').map((each) => number(each, 1)), calls: (values.calls ?? '400').split(',').map((each) => number(each, 1)), warmUpSeconds: number(values['warm-up'], 6), seconds: number(values.seconds, 12) }
  const rows = await clusterBench(order, (words) => output.fail(words))
  if (values['write-docs']) {
    const { machine, writeMarked } = await import('../bench/marked-document.ts')
    const how = `${String(order.warmUpSeconds)} s of warm-up, then ${String(order.seconds)} s measured; nodes and load processes take the two cores in turn, PostgreSQL (fsync on) and Redis run beside them.`
    output.fail(`written: ${writeMarked('performance.md', 'bench cluster', [machine(), how, '', ...clusterTable(rows), ''])}`)
  }
  if (values.json) output.print(JSON.stringify(rows))
  else for (const line of clusterTable(rows)) output.print(line)
  return rows.every(({ lost, doubled, disordered, errors }) => lost + doubled + disordered + errors === 0) ? 0 : 1
}
