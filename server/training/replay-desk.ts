import { diskCache } from '../library/derived-cache.ts'
import { loadLibrary } from '../library/load-library.ts'
import { derivedFolder } from '../library/root.ts'
import { SunlineError } from '../errors.ts'
import type { JournalEntry } from '../live/call-events.ts'
import { journalEntry } from '../live/journal-rows.ts'
import { libraryEngine } from '../live/library-engine.ts'
import type { LiveEngine } from '../live/ports.ts'
import { callComparison } from './compare-view.ts'
import { compareRuns, outcomeOf } from './compare-runs.ts'
import { inputsOf } from './call-inputs.ts'
import { importJournal } from './import-journal.ts'
import { closedCall } from './made-call.ts'
import { type Replay, replay } from './replay.ts'
import type { Answer, Asked, CallToRead, LibrarySource, ReplayOrder } from './replay-orders.ts'
import { sampleJournal } from './replayable-sample.ts'
import { replayScreen, replayTimeline } from './replay-timeline.ts'
import { runInputs } from './run-inputs.ts'

/** Calls and engines kept ready at once. */
const mostCalls = 12
const mostEngines = 4

/** Replays and comparisons, with what they need kept ready. One order after the other, each synchronous. */
export class ReplayDesk {
  readonly #journals = new Map<string, { readonly entries: JournalEntry[]; whole: boolean }>()
  readonly #replays = new Map<string, Replay>()
  readonly #engines = new Map<string, LiveEngine>()
  readonly #load: (source: LibrarySource) => LiveEngine

  /** `load` makes the engine of a source; the libraries of this machine without it. */
  constructor(load: (source: LibrarySource) => LiveEngine = loadedEngine) {
    this.#load = load
  }

  readonly #orders: { readonly [K in ReplayOrder]: (asked: Asked<K>) => Answer<K> } = {
    version: ({ source }) => this.#engine(source).version,
    knows: ({ key }) => this.#journals.get(key)?.whole ?? false,
    rows: ({ key, rows, last }) => {
      const known = this.#journals.get(key)
      const journal = known && !known.whole ? known : { entries: [], whole: false }
      journal.entries.push(...rows.map(journalEntry))
      journal.whole = last
      keep(this.#journals, key, journal, mostCalls)
      return null
    },
    timeline: (call) => replayTimeline(this.#own(call), this.#engine(call.source)),
    screen: ({ atMs, ...call }) => replayScreen(this.#own(call), atMs),
    compare: ({ other, ...call }) => {
      const [own, against] = [this.#own(call), this.#against(call, other)]
      const [before, after] = [outcomeOf(own.entries), outcomeOf(against.entries)]
      return callComparison(compareRuns(before, after), before, after, { start: own.end.startedAt, before: this.#engine(call.source), after: this.#engine(other) })
    },
    compared: ({ other, atMs, ...call }) => ({ before: replayScreen(this.#own(call), atMs), after: replayScreen(this.#against(call, other), atMs) }),
    sample: ({ sample, callId, startedAt, source }) => closedCall(sampleJournal(sample, callId, startedAt, this.#engine(source)), this.#engine(source)),
    import: ({ turns, details, source }) => closedCall(importJournal(turns, details, this.#engine(source)), this.#engine(source)),
  }

  /** Does one order. Throws SunlineError; 'not found' for a call that was not told of, or let go again. */
  do<K extends ReplayOrder>(order: K, asked: Asked<K>): Answer<K> {
    return this.#orders[order](asked)
  }

  /** Throws SunlineError 'conflict' when other words stand in the folder by now. */
  #engine(source: LibrarySource): LiveEngine {
    const { folder, version } = source
    const known = this.#engines.get(folder)
    if (known && (version === null || known.version === version)) return known
    const made = this.#load(source)
    keep(this.#engines, folder, made, mostEngines)
    if (version !== null && made.version !== version) throw new SunlineError('conflict', `the words in ${folder} are not those of version ${version} any more; reload the page`)
    return made
  }

  /** The call as it was. */
  #own({ key, source }: CallToRead): Replay {
    const engine = this.#engine(source)
    return this.#kept(`${key} as it was ${engine.version}`, () => replay(this.#entries(key), engine))
  }

  /** The call as other words would have had it. */
  #against({ key }: CallToRead, other: LibrarySource): Replay {
    const engine = this.#engine(other)
    return this.#kept(`${key} under ${engine.version}`, () => {
      const entries = this.#entries(key)
      return replay(runInputs(entries, inputsOf(entries), engine), engine)
    })
  }

  #kept(key: string, make: () => Replay): Replay {
    const known = this.#replays.get(key) ?? make()
    keep(this.#replays, key, known, 2 * mostCalls)
    return known
  }

  #entries(key: string): readonly JournalEntry[] {
    const journal = this.#journals.get(key)
    if (!journal?.whole) throw new SunlineError('not found', 'this call is not at hand; open it again')
    keep(this.#journals, key, journal, mostCalls)
    return journal.entries
  }
}

function loadedEngine({ folder }: LibrarySource): LiveEngine {
  const derived = diskCache(derivedFolder)
  return libraryEngine(loadLibrary(folder, derived), derived)
}

/** Keeps a value as the newest of at most `most`. */
function keep<T>(all: Map<string, T>, key: string, value: T, most: number): void {
  all.delete(key)
  all.set(key, value)
  const oldest = all.keys().next()
  if (all.size > most && !oldest.done) all.delete(oldest.value)
}
