import { readCsv } from './import-csv.ts'
import { readDialogue } from './import-dialogue.ts'
import { readJsonl } from './import-jsonl.ts'
import { readSubtitles } from './import-subtitles.ts'
import { type ImportedTurn, ImportRefused, type ReadTurns, soundTurns } from './import-turns.ts'

const readers: Readonly<Record<string, (text: string) => ReadTurns>> = { jsonl: readJsonl, ndjson: readJsonl, csv: readCsv, srt: readSubtitles, vtt: readSubtitles, json: readDialogue }

/** The endings of file names that can be imported. */
export const importable = Object.keys(readers)

/**
 * Reads the transcript of one call; the ending of its name says how it is written.
 * Throws {@link ImportRefused} that lists what is wrong by line.
 */
export function readTranscriptFile(file: string, text: string): readonly ImportedTurn[] {
  const ending = /\.([a-z]+)$/iu.exec(file)?.[1]?.toLowerCase() ?? ''
  const read = Object.hasOwn(readers, ending) ? readers[ending] : undefined
  const known = importable.map((each) => `.${each}`).join(', ')
  if (read === undefined) throw new ImportRefused(file, [{ line: 1, message: { zh: `文件名要以 ${known} 结尾`, en: `a transcript ends in ${known}` } }])
  return soundTurns(file, read(text))
}
