import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { buildApp } from '../app.ts'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { loadLibrary } from '../library/load-library.ts'
import { libraryRoot } from '../library/root.ts'
import { libraryEngine } from '../live/library-engine.ts'
import { openStore } from '../store/store.ts'
import { reportTo } from './child-report.ts'

// The server under measurement: the product with its library and a database on disk, as a process of its own.
const folder = mkdtempSync(join(tmpdir(), 'sunline-bench-'))
const config = readConfig({ PORT: '0', DATABASE_URL: join(folder, 'bench.db') })
const app = buildApp({
  config,
  engine: libraryEngine(loadLibrary(libraryRoot)),
  scenarios: () => [],
  scenarioPage: () => null,
  samples: [],
  store: openStore(config.databaseFile),
  clock: systemClock,
  logger: pino({ level: 'error' }),
  clientFolder: 'none',
})
reportTo(process, await app.start(), async () => {
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
})
