import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { buildApp } from '../app.ts'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { helpersGiveWay } from '../helper-threads.ts'
import { loadLibrary } from '../library/load-library.ts'
import { libraryRoot } from '../library/root.ts'
import { libraryEngine } from '../live/library-engine.ts'
import { openStore } from '../store/store.ts'
import { answerParent } from './child-report.ts'
import { serverTally } from './server-tally.ts'

// The server under measurement: the product with its library and a database on disk, as a process of its own. Its argument: variables of the configuration as JSON.
const folder = mkdtempSync(join(tmpdir(), 'sunline-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const given = JSON.parse(process.argv[2] ?? '{}') as Readonly<Record<string, string>>
const config = readConfig({ PORT: '0', DATABASE_URL: join(folder, 'bench.db'), MAX_LIVE_CALLS: '100000', ...given })
const tally = serverTally()
const store = await openStore(config.databaseUrl)
const app = buildApp({
  config,
  engine: libraryEngine(loadLibrary(libraryRoot)),
  scenarios: () => [],
  scenarioPage: () => null,
  samples: [],
  store: { ...store, journal: tally.journal(store.journal) },
  clock: systemClock,
  logger: pino({ level: 'error' }),
  versionsFolder: join(folder, 'versions'),
  clientFolder: 'none',
  handled: tally.handled,
})
const address = await app.start()
helpersGiveWay()
answerParent(address, { begin: () => null, window: tally.window, finish: () => app.stop(), memory: tally.memory })
