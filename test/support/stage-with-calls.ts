import { storeCalls } from '../../server/bench/stored-calls.ts'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import { type Stage, stage } from './browser.ts'

const dayMs = 86_400_000
/** ms between the beginnings of two calls. */
const everyMs = 300_000

/** A stage on whose database lie so many ended calls of the days before yesterday, which no rule of storing takes away yet. */
export function stageWithCalls(calls: number): Promise<Stage> {
  const cache = diskCache(derivedFolder)
  const library = loadLibrary(libraryRoot, cache)
  const order = { calls, utterancesPerCall: 30, startedAt: Date.now() - dayMs - calls * everyMs, everyMs, fresh: 0 }
  return stage({}, (file) => void storeCalls(file, library, libraryEngine(library, cache), order))
}
