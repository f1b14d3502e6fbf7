import { loadSamples } from '../samples/sample-file.ts'
import type { ImportedTurn } from '../training/import-turns.ts'

const folder = new URL('../../data/sample-calls', import.meta.url).pathname

/** A call of so many utterances, one a second: the sentences of the sample calls one after the other. */
export function longCall(utterances: number): readonly ImportedTurn[] {
  const said = loadSamples(folder).flatMap(({ turns }) => turns.map(({ who, text }) => ({ speaker: who, text })))
  return Array.from({ length: utterances }, (_, index): ImportedTurn => {
    const { speaker, text } = said[index % said.length] ?? { speaker: 'agent', text: '您好' }
    return { line: index + 1, speaker, text, startMs: index * 1_000, endMs: index * 1_000 + 900 }
  })
}
