import { parseArgs } from 'node:util'
import type { Output } from './output.ts'

/** Tries a rule on 10,000 stored calls of 100 utterances, or as many as `--calls N` says, and beside `--live N` calls on the line (0: none). */
export async function blastBench(json: boolean, output: Output, args: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' }, calls: text, utterances: text, live: text, windows: text, seconds: text }, allowPositionals: true })
  const { benchBlast } = await import('../bench/blast.ts')
  const bench = await benchBlast(
    { calls: Number(values.calls ?? 10_000), utterancesPerCall: Number(values.utterances ?? 100), live: Number(values.live ?? 500), windows: Number(values.windows ?? 5), seconds: Number(values.seconds ?? 5) },
    (words) => output.fail(words),
  )
  if (json) return output.print(JSON.stringify(bench))
  const { result, live } = bench
  output.print(`${String(bench.calls)} calls, ${String(bench.utterances)} utterances, stored in ${bench.fillSeconds.toFixed(0)} s`)
  output.print(`tried in ${bench.seconds.toFixed(1)} s, ${bench.cpuSeconds.toFixed(1)} s of processor time (${String(bench.cores)} cores)`)
  output.print(`  ${String(result.utterances)} agent utterances looked at, ${String(result.rerun)} calls run again${result.sampledFrom === null ? '' : ` of ${String(result.sampledFrom)}`}; gained ${String(result.gained)}, lost ${String(result.lost)}`)
  output.print(`  alarms per 100 calls ${String(result.alarmsPer100.before)} → ${String(result.alarmsPer100.after)}`)
  for (const { calls, serverCores, alone, beside } of live) output.print(`${String(calls)} live calls, server and trial on cores ${serverCores}, p99 from utterance to browser: alone ${alone.median.toFixed(2)} ms (${alone.least.toFixed(2)}–${alone.most.toFixed(2)}), beside it ${beside.median.toFixed(2)} ms (${beside.least.toFixed(2)}–${beside.most.toFixed(2)})`)
}
