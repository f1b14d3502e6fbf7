import type { FastifyBaseLogger } from 'fastify'
import type { DerivedCache } from '../library/derived-cache.ts'
import { watchLibrary } from '../library/library-watch.ts'
import type { Library } from '../library/library.ts'
import { loadLibrary } from '../library/load-library.ts'
import { prepareLibrary } from '../library/prepare-library.ts'
import { scenarioCards } from '../library/scenario-cards.ts'
import { type EngineShelf, engineShelf } from '../live/engine-shelf.ts'
import { libraryEngine } from '../live/library-engine.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { ScenarioCard } from '../protocol.ts'
import type { Store } from '../store/store.ts'
import { type Authoring, authoring } from './authoring.ts'
import type { PublisherTools } from './publisher.ts'
import type { TrialPriority } from './stand-back.ts'

export interface WordsInUseParts {
  /** The folder of the library that comes with the program. */
  readonly root: string
  /** What is dear to make, kept from earlier starts. */
  readonly derived: DerivedCache
  readonly derivedFolder: string
  /** Where published and drafted versions are laid out. */
  readonly shelfFolder: string
  readonly store: Store
  /** Where stored calls are read from when a draft is tried on them; see `Config`. */
  readonly databaseUrl: string
  readonly fourEyes: boolean
  readonly trialPriority: TrialPriority
  readonly now: () => number
  readonly logger: FastifyBaseLogger
}
/** The words that calls are spoken with, exchangeable while the server runs. */
export interface WordsInUse {
  readonly shelf: EngineShelf
  /** The engine of a version that is kept, for a call that began with it; resolves to null when it is kept no more or does not fit this program. */
  readonly engineOf: (version: string) => Promise<LiveEngine | null>
  readonly library: () => Library
  /** Where the words in use stand on disk. */
  readonly folder: () => string
  readonly cards: () => readonly ScenarioCard[]
  readonly authoring: Authoring
  /** Puts the version into use that was last published, and follows the files on disk from then on. */
  readonly open: () => Promise<void>
  readonly close: () => void
}

/** Engines of earlier versions that are kept ready. */
const mostEngines = 3

/** Loads the library of `root`. Throws a LibraryError that lists every fault. */
export function wordsInUse({ root, derived, derivedFolder, shelfFolder, store, databaseUrl, fourEyes, trialPriority, now, logger }: WordsInUseParts): WordsInUse {
  let library = loadLibrary(root, derived)
  let place = root
  let cards = scenarioCards(library)
  const shelf = engineShelf(libraryEngine(library, derived))
  const engines = new Map<string, Promise<LiveEngine | null>>()
  const remember = (version: string, engine: Promise<LiveEngine | null>): Promise<LiveEngine | null> => {
    const [oldest] = engines.keys()
    if (engines.size >= mostEngines && oldest !== undefined) engines.delete(oldest)
    engines.set(version, engine)
    return engine
  }
  const loadEngine = async (version: string): Promise<LiveEngine | null> => {
    try {
      const kept = await desk.publisher.folder(version)
      await prepareLibrary(kept, derivedFolder)
      return libraryEngine(loadLibrary(kept, derived), derived)
    } catch (error) {
      logger.warn({ err: error, libraryVersion: version }, 'the words that a call began with cannot be loaded; it goes on with the newest')
      return null
    }
  }
  const apply: PublisherTools['apply'] = async (folder, _version, kind) => {
    await prepareLibrary(folder, derivedFolder)
    void remember(library.version, Promise.resolve(shelf.forCall()))
    library = loadLibrary(folder, derived)
    place = folder
    shelf.put(libraryEngine(library, derived), kind === 'files' ? 'next utterance' : 'next call')
    cards = scenarioCards(library)
    logger.info({ libraryVersion: library.version }, 'the words in use have changed')
  }
  const failed = (error: unknown): void => logger.error({ err: error }, 'the words that were published could not be put into use')
  const desk = authoring({ store, databaseUrl, root, used: library.version, shelf: shelfFolder, fourEyes, trialPriority, now, apply, failed, troubled: (error) => logger.error({ err: error }, 'how far the trial of a draft has come could not be written down') })
  let stopWatching = (): void => undefined
  return {
    shelf,
    engineOf: async (version) => (version === library.version ? shelf.forCall() : (engines.get(version) ?? remember(version, loadEngine(version)))),
    library: () => library,
    folder: () => place,
    cards: () => cards,
    authoring: desk,
    open: async () => {
      await desk.filesChanged()
      stopWatching = watchLibrary(root, library.version, {
        changed: () => void desk.filesChanged().catch(failed),
        refused: (error) => logger.error(error.message),
        load: async () => {
          await prepareLibrary(root, derivedFolder)
          return loadLibrary(root, derived)
        },
      })
    },
    close: () => stopWatching(),
  }
}
