import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { buildApp } from './app.ts'
import { wordsInUse } from './authoring/words-in-use.ts'
import { systemClock } from './clock.ts'
import { readConfig } from './config.ts'
import { SunlineError } from './errors.ts'
import { helpersGiveWay } from './helper-threads.ts'
import { diskCache } from './library/derived-cache.ts'
import { derivedFolder, libraryRoot } from './library/root.ts'
import { scenarioPage } from './library/scenario-page.ts'
import { maskedLog } from './privacy/masked-log.ts'
import { loadSamples } from './samples/sample-file.ts'
import { openStore } from './store/store.ts'
import { loadCallerLines } from './training/caller-lines.ts'

const folder = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
/** ms after which a stop that hangs is cut short. */
const longestStopMs = 10_000

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const logger = pino({ level: config.logLevel, ...maskedLog })
  const store = await openStore(config.databaseUrl)
  const versionsFolder = folder('data/local/versions')
  const derived = diskCache(derivedFolder)
  const words = wordsInUse({
    root: libraryRoot,
    derived,
    derivedFolder,
    shelfFolder: versionsFolder,
    store,
    databaseUrl: config.databaseUrl,
    fourEyes: config.fourEyes,
    trialPriority: config.trialPriority,
    now: systemClock.now,
    logger,
  })
  const app = buildApp({
    config,
    engine: words.shelf.newest,
    engineForCall: words.shelf.forCall,
    engineOf: words.engineOf,
    scenarios: words.cards,
    scenarioPage: (id) => scenarioPage(words.library(), id),
    library: words.library,
    libraryFolder: words.folder,
    versionsFolder,
    samples: loadSamples(folder('data/sample-calls'), derived),
    callerLines: loadCallerLines(libraryRoot, derived),
    authoring: words.authoring,
    store,
    clock: systemClock,
    logger,
    clientFolder: folder('client/dist'),
  })
  const stop = (signal: string): void => {
    logger.info({ signal }, 'stopping')
    words.close()
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
  await words.open()
  logger.info({ address: await app.start(), libraryVersion: words.library().version }, 'Sunline is ready')
  helpersGiveWay()
}

main().catch((error: unknown) => {
  // What a person can mend needs no stack trace.
  process.stderr.write(`${error instanceof SunlineError ? error.message : String(error instanceof Error ? error.stack : error)}\n`)
  process.exit(1)
})
