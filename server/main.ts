import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { buildApp } from './app.ts'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import { SunlineError } from './errors.ts'
import { diskCache } from './library/derived-cache.ts'
import { watchLibrary } from './library/library-watch.ts'
import { loadLibrary } from './library/load-library.ts'
import { prepareLibrary } from './library/prepare-library.ts'
import { derivedFolder, libraryRoot } from './library/root.ts'
import { scenarioCards } from './library/scenario-cards.ts'
import { scenarioPage } from './library/scenario-page.ts'
import { engineShelf } from './live/engine-shelf.ts'
import { libraryEngine } from './live/library-engine.ts'
import { loadSamples } from './samples/sample-file.ts'
import { openStore } from './store/store.ts'
import { loadCallerLines } from './training/caller-lines.ts'

const folder = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
/** ms after which a stop that hangs is cut short. */
const longestStopMs = 10_000

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const logger = pino({ level: config.logLevel })
  const derived = diskCache(derivedFolder)
  const first = loadLibrary(libraryRoot, derived)
  const shelf = engineShelf(libraryEngine(first, derived))
  let library = first
  let cards = scenarioCards(first)
  const app = buildApp({
    config,
    engine: shelf.newest,
    engineForCall: shelf.forCall,
    scenarios: () => cards,
    scenarioPage: (id) => scenarioPage(library, id),
    library: () => library,
    samples: loadSamples(folder('data/sample-calls')),
    callerLines: loadCallerLines(libraryRoot),
    store: openStore(config.databaseFile),
    clock: systemClock,
    logger,
    clientFolder: folder('client/dist'),
  })
  const stopWatching = watchLibrary(libraryRoot, first.version, {
    changed: (next) => {
      shelf.put(libraryEngine(next, derived))
      library = next
      cards = scenarioCards(next)
      logger.info({ libraryVersion: next.version }, 'the scripts library has changed; it counts from the next utterance on')
    },
    refused: (error) => logger.error(error.message),
    load: async () => {
      await prepareLibrary(libraryRoot, derivedFolder)
      return loadLibrary(libraryRoot, derived)
    },
  })
  const stop = (signal: string): void => {
    logger.info({ signal }, 'stopping')
    stopWatching()
    setTimeout(() => process.exit(1), longestStopMs).unref()
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'the stop was not clean')
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  logger.info({ address: await app.start(), libraryVersion: library.version }, 'Sunline is ready')
}

main().catch((error: unknown) => {
  // What a person can mend needs no stack trace.
  process.stderr.write(`${error instanceof SunlineError ? error.message : String(error instanceof Error ? error.stack : error)}\n`)
  process.exit(1)
})
