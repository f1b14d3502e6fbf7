import type { SuggestBench, Ranking } from '../bench/suggest.ts'
import { accuracyTables, speedTables, thresholdTables } from './bench-tables.ts'
import { blastBench } from './blast-bench.ts'
import type { Command, Output } from './output.ts'
import { searchBench } from './search-bench.ts'

function rankings(title: string, all: readonly Ranking[], output: Output): void {
  output.print(`\n${title}`)
  output.print('  top-1     top-3     ms/query   calls  approach')
  for (const { name, calls, top1, top3, msPerQuery } of all) {
    output.print(`  ${top1.toFixed(1).padStart(5)} %   ${top3.toFixed(1).padStart(5)} %   ${msPerQuery.toFixed(3).padStart(8)}   ${String(calls).padStart(5)}  ${name}`)
  }
}

function printSuggest(bench: SuggestBench, output: Output): void {
  output.print(`${String(bench.scenarios)} scenarios, ${String(bench.openings)} texts at full weight, trained in ${bench.trainMs.toFixed(0)} ms`)
  rankings('Openings held out in turn (5-fold cross-validation)', bench.crossValidation, output)
  rankings('Unseen calls, first sentence', bench.unseenFirst, output)
  rankings('Unseen calls, after three sentences', bench.unseenThree, output)
}

async function live(_json: boolean, output: Output, args: readonly string[]): Promise<number> {
  const { benchLive } = await import('./bench-live.ts')
  return benchLive(args, output)
}

async function cluster(_json: boolean, output: Output, args: readonly string[]): Promise<number> {
  const { benchCluster } = await import('./bench-cluster.ts')
  return benchCluster(args, output)
}

async function wording(json: boolean, output: Output): Promise<void> {
  const { benchWording } = await import('../bench/wording-bench.ts')
  const result = benchWording()
  if (json) output.print(JSON.stringify(result))
  else for (const line of [...accuracyTables(result), ...thresholdTables(result.thresholds), ...speedTables(result.speed)]) output.print(line)
}

async function suggest(json: boolean, output: Output): Promise<void> {
  const { benchSuggest } = await import('../bench/suggest.ts')
  const result = benchSuggest()
  if (json) output.print(JSON.stringify(result))
  else printSuggest(result, output)
}

async function start(json: boolean, output: Output): Promise<void> {
  const { benchStart } = await import('../bench/start.ts')
  const rows = await benchStart(5)
  if (json) return output.print(JSON.stringify(rows))
  output.print('Start of the server with the whole library, median of 5 (fastest–slowest)')
  for (const { name, starts, median } of rows) {
    const all = starts.map(({ ms }) => ms)
    output.print(`  ${median.ms.toFixed(0).padStart(6)} ms (${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)}), processor ${median.cpuMs.toFixed(0)} ms  ${name}`)
  }
}

async function typing(json: boolean, output: Output): Promise<void> {
  const { benchTyping } = await import('../bench/typing.ts')
  const result = await benchTyping()
  if (json) return output.print(JSON.stringify(result))
  output.print(`The agent's search in Chromium, from a keystroke to its results in the page: ${String(result.scenarios)} scenarios, ${String(result.sentences)} sentences`)
  output.print('  median     most       Fuse.js over all texts')
  for (const { query, medianMs, mostMs, baselineMs, found } of result.timings) {
    output.print(`  ${medianMs.toFixed(1).padStart(5)} ms   ${mostMs.toFixed(1).padStart(5)} ms   ${baselineMs.toFixed(0).padStart(5)} ms   ${query} → ${found}`)
  }
}

async function replayed(json: boolean, output: Output): Promise<void> {
  const { benchReplay, replayTable } = await import('../bench/replay.ts')
  const result = benchReplay()
  if (json) return output.print(JSON.stringify(result))
  for (const line of replayTable(result)) output.print(line)
}

const benches: Readonly<Record<string, (json: boolean, output: Output, args: readonly string[]) => Promise<number | void>>> = { live, cluster, wording, suggest, start, typing, search: searchBench, replay: replayed, blast: blastBench }

/** `bench live|cluster|wording|suggest|start|typing|search|replay|blast [--json]`: each beside its baseline in the same run. */
export const benchCommand: Command = {
  usage: 'bench live|cluster|wording|suggest|start|typing|search|replay|blast [--json]',
  summary: 'measure, beside the baseline, in one run',
  run: async (args, output) => {
    const what = args.find((arg) => !arg.startsWith('--')) ?? ''
    const bench = Object.hasOwn(benches, what) ? benches[what] : undefined
    if (bench === undefined) {
      output.fail(`usage: ${benchCommand.usage}`)
      return 2
    }
    return (await bench(args.includes('--json'), output, args)) ?? 0
  },
}
