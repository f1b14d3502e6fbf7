import type { SuggestBench, Ranking } from '../bench/suggest.ts'
import type { Command, Output } from './output.ts'

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

/** `bench suggest [--json]` and its siblings: each beside its baseline in the same run. */
export const benchCommand: Command = {
  usage: 'bench live|wording|suggest [--json]',
  summary: 'measure, beside the baseline, in one run',
  run: async (args, output) => {
    const json = args.includes('--json')
    const [what] = args.filter((arg) => !arg.startsWith('--'))
    if (what === 'suggest') {
      const { benchSuggest } = await import('../bench/suggest.ts')
      const result = benchSuggest()
      if (json) output.print(JSON.stringify(result))
      else printSuggest(result, output)
      return 0
    }
    if (what === 'live') {
      const { liveBench, liveBenchTable } = await import('../bench/live.ts')
      const rows = await liveBench({ calls: [100, 1_000], warmUpSeconds: 5, seconds: 20 })
      output.print(json ? JSON.stringify(rows) : liveBenchTable(rows))
      return 0
    }
    output.fail(`usage: ${benchCommand.usage}`)
    return 2
  },
}
