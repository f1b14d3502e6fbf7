import type { ClusterBenchRow } from './cluster.ts'

/** The rows as a Markdown table. */
export function clusterTable(rows: readonly ClusterBenchRow[]): readonly string[] {
  const share = (row: ClusterBenchRow): string => {
    const one = rows.find(({ calls, nodes, astray }) => calls === row.calls && nodes === 1 && !astray)
    return one === undefined || row === one ? '' : ` (×${(row.msPerEvent / one.msPerEvent).toFixed(2)})`
  }
  return [
    '| nodes | calls | events/s | heard p50 / p99 ms | acknowledged p50 / p99 ms | cores: nodes | PostgreSQL | Redis | load | node ms an event | journal rows/s | bytes a row | interims superseded | lost, doubled, out of order, errors |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => {
      const { heard, acknowledged, cores, lost, doubled, disordered, errors, faults } = row
      const name = `${String(row.nodes)}${row.astray ? ', every event at the wrong one' : ''}`
      return `| ${name} | ${String(row.calls)} | ${String(row.eventsPerSecond)} | ${heard.p50.toFixed(1)} / ${heard.p99.toFixed(0)} | ${acknowledged.p50.toFixed(1)} / ${acknowledged.p99.toFixed(0)} | ${cores.nodes.toFixed(2)} | ${cores.postgres.toFixed(2)} | ${cores.redis.toFixed(3)} | ${cores.load.toFixed(2)} | ${row.msPerEvent.toFixed(3)}${share(row)} | ${String(row.rowsPerSecond)} | ${String(row.bytesPerRow)} | ${(row.supersededShare * 100).toFixed(1)} % | ${[lost, doubled, disordered, errors].join(', ')}${faults.length === 0 ? '' : ` (${faults.join('; ')})`} |`
    }),
  ]
}
