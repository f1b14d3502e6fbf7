import { fileURLToPath } from 'node:url'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import type { JournalEntry } from '../../server/live/call-events.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import { loadSamples } from '../../server/samples/sample-file.ts'
import { sampleJournal } from '../../server/training/replayable-sample.ts'

export const library = loadLibrary(libraryRoot)
export const engine = libraryEngine(library, diskCache(derivedFolder))
export const samples = loadSamples(fileURLToPath(new URL('../../data/sample-calls', import.meta.url)))
/** 1 June 2026, 09:00 in Shanghai. */
export const startedAt = Date.UTC(2026, 5, 1, 1)

/** The journal of a sample call. Throws when there is none of that id. */
export function journalOf(id: string): readonly JournalEntry[] {
  const sample = samples.find((each) => each.id === id)
  if (!sample) throw new Error(`no sample call ${id}`)
  return sampleJournal(sample, `sample-${id}`, startedAt, engine)
}
