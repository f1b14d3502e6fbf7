import { fileURLToPath } from 'node:url'
import { diskCache } from '../library/derived-cache.ts'
import { loadLibrary } from '../library/load-library.ts'
import { derivedFolder, libraryRoot } from '../library/root.ts'
import { libraryEngine } from '../live/library-engine.ts'
import { type Rehearsal, rehearse } from '../samples/rehearse.ts'
import { loadSamples } from '../samples/sample-file.ts'
import type { Command, Output } from './output.ts'

const folder = fileURLToPath(new URL('../../data/sample-calls', import.meta.url))

function print({ turns, state }: Rehearsal, output: Output): void {
  for (const turn of turns) {
    output.print(`${turn.speaker === 'agent' ? '坐席' : '用户'}：${turn.text}`)
    const notes = [turn.said.join(' ') && `✓ ${turn.said.join(' ')}`, turn.heard.join(' ') && `听到 ${turn.heard.join(' ')}`, turn.warnings.join('；')].filter((note) => note !== '')
    output.print(`      ${turn.places.at(-1) ?? '（流程结束）'}  ${turn.say}${notes.length > 0 ? `  [${notes.join('；')}]` : ''}`)
    if (turn.places.length === 1 && turn.places[0]?.startsWith('hotline-opening')) output.print(`      也可能是 ${turn.suggested.join(', ')}`)
  }
  output.print(`结果 ${state.scenario ?? '未选场景'} → ${state.outcome ?? '未结束'}`)
}

/** `samples [ID]`: every sample call with what it comes to, or one turn by turn. */
export const samplesCommand: Command = {
  usage: 'samples [ID]',
  summary: 'play the sample calls without a server: outcomes, or one call turn by turn',
  run: (args, output) => {
    const samples = loadSamples(folder)
    const wanted = args[0] === undefined ? samples : samples.filter(({ id }) => id === args[0])
    if (wanted.length === 0) {
      output.fail(`there is no sample call "${args[0] ?? ''}" in data/sample-calls`)
      return 2
    }
    const derived = diskCache(derivedFolder)
    const engine = libraryEngine(loadLibrary(libraryRoot, derived), derived)
    let faults = 0
    for (const sample of wanted) {
      const rehearsal = rehearse(sample, engine)
      const { scenario, outcome } = rehearsal.state
      const right = scenario === sample.scenario && outcome === sample.outcome
      if (!right) faults += 1
      if (args[0] !== undefined) print(rehearsal, output)
      else output.print(`${right ? 'ok  ' : 'FAIL'} ${sample.id}: ${scenario ?? 'no scenario'} → ${outcome ?? 'open'}${right ? '' : ` (should be ${sample.scenario} → ${sample.outcome})`}`)
    }
    return faults === 0 ? 0 : 1
  },
}
