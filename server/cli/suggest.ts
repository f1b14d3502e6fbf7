import { parseArgs } from 'node:util'
import { derivedFolder, libraryRoot } from '../library/root.ts'
import { diskCache } from '../library/derived-cache.ts'
import { loadLibrary } from '../library/load-library.ts'
import { scenarioFinder } from '../library/scenario-finder.ts'
import { compileCues, hearCues } from '../wording/cues.ts'
import { inputLines } from './input-lines.ts'
import type { Command } from './output.ts'

/** `suggest FILE|- [--top 3]`: the scenarios and cues of caller speech, one JSON line for each input line. */
export const suggestCommand: Command = {
  usage: 'suggest FILE|- [--top 3]',
  summary: 'scenarios and cues of caller speech: JSONL { text } in, { scenarios, cues } out',
  run: async (args, output) => {
    const { values, positionals } = parseArgs({ args: [...args], options: { top: { type: 'string', default: '3' } }, allowPositionals: true })
    const [file] = positionals
    const most = Number(values.top)
    if (file === undefined || !Number.isInteger(most) || most < 1) {
      output.fail('usage: suggest FILE|- [--top 3], with a whole number from 1')
      return 2
    }
    const derived = diskCache(derivedFolder)
    const library = loadLibrary(libraryRoot, derived)
    const finder = scenarioFinder(library, derived)
    const cues = compileCues(library.cues)
    let faults = 0
    for await (const { line, value, fault } of inputLines(file)) {
      const text = value?.['text']
      if (fault !== null || typeof text !== 'string') {
        faults += 1
        output.fail(`line ${String(line)}: ${fault ?? 'the field "text" is missing or no string'}`)
        continue
      }
      const { text: _, ...ids } = value ?? {}
      const scenarios = finder.suggest([text], null, most).map(({ id, score, words }) => ({ id, score: Number(score.toFixed(4)), words }))
      output.print(JSON.stringify({ ...ids, scenarios, cues: hearCues(cues, text).map(({ cue, match }) => ({ id: cue, match })) }))
    }
    return faults === 0 ? 0 : 1
  },
}
