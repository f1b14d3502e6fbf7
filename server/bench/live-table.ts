import type { Latency, LiveBenchRow, LiveMeasure, Spread } from './live.ts'

const figure = ({ median, least, most }: Spread, digits: number): string => `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`
const percentiles = ({ p50, p99 }: Latency): string => `${figure(p50, 2)} | ${figure(p99, 1)}`

/** The rows as Markdown tables, for people and for the documents. */
export function liveBenchTables(rows: readonly LiveBenchRow[]): readonly string[] {
  return [
    'Medians of the windows (least–most), ms. Event sent by the recogniser → utterance at the browser:',
    '',
    '| calls | server | events/s | p50 | p99 | cores | loop delay p99 | RSS MB | kB a call | interims superseded |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.flatMap(({ calls, relay, sunline, ratio }) => [
      line(calls, 'bare relay', relay),
      line(calls, 'sunline', sunline),
      `| | ratio | | ×${ratio.p50.toFixed(1)} | ×${ratio.p99.toFixed(1)} | | | | | |`,
    ]),
    '',
    'By hop. *arrived*: sent → read by the server; *handled*: → all it changed handed to the sockets; *written*: handed to the journal → on disk; *acknowledged*: final sent → acknowledged; *guidance*: final sent → the sentence it brought at the browser; *clicked*: key pressed → acknowledged.',
    '',
    '| calls | arrived p50 / p99 | handled | written | acknowledged | guidance | clicked | bare insert p50 / p99 | rows/s |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(({ calls, sunline: { latencies: of, rowsPerSecond }, insert }) => {
      const hops = [of.arrived, of.handled, of.written, of.acknowledged, of.guidance, of.clicked].map(({ p50, p99 }) => `${p50.median.toFixed(2)} / ${p99.median.toFixed(1)}`)
      return `| ${String(calls)} | ${hops.join(' | ')} | ${insert.p50.toFixed(2)} / ${insert.p99.toFixed(1)} | ${String(rowsPerSecond)} |`
    }),
    '',
    'What the browsers checked, over the whole run:',
    '',
    ...rows.map(({ calls, sunline }) => `- ${String(calls)} calls: ${faultsOf(sunline)}; the load’s own loop was at most ${sunline.clientLoopDelayMs.toFixed(1)} ms late (p99).`),
  ]
}

function line(calls: number, name: string, { latencies, eventsPerSecond, cores, loopDelayMs, rssMb, kbPerCall, supersededShare }: LiveMeasure): string {
  return `| ${String(calls)} | ${name} | ${String(eventsPerSecond)} | ${percentiles(latencies.heard)} | ${figure(cores, 2)} | ${figure(loopDelayMs, 1)} | ${String(rssMb)} | ${kbPerCall.toFixed(1)} | ${(supersededShare * 100).toFixed(1)} % |`
}

const faultsOf = ({ lost, doubled, disordered, errors, faults }: LiveMeasure): string =>
  `lost ${String(lost)}, doubled ${String(doubled)}, out of order ${String(disordered)}, errors ${String(errors)}${faults.length === 0 ? '' : ` (${faults.join('; ')})`}`
