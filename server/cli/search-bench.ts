import type { Output } from './output.ts'

/** Times the search over a million generated utterances, or as many as `--utterances N` says; `--postgres`: in a PostgreSQL of its own. */
export async function searchBench(json: boolean, output: Output, args: readonly string[]): Promise<void> {
  const { benchSearch } = await import('../bench/search.ts')
  const at = args.indexOf('--utterances')
  const bench = await benchSearch(at < 0 ? 1_000_000 : Number(args[at + 1]), args.includes('--postgres') ? 'postgres' : 'sqlite')
  if (json) return output.print(JSON.stringify(bench))
  output.print(`${String(bench.utterances)} utterances, indexed in ${bench.buildSeconds.toFixed(0)} s; newest 200, 15 runs`)
  output.print('  median ms   most ms   like ms   found  question')
  for (const { query, found, medianMs, mostMs, baselineMs } of bench.timings) {
    output.print(`  ${medianMs.toFixed(1).padStart(9)}  ${mostMs.toFixed(1).padStart(8)}  ${baselineMs.toFixed(1).padStart(8)}  ${String(found).padStart(6)}  ${query}`)
  }
}
