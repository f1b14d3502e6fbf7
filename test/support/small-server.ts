import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { buildApp } from '../../server/app.ts'
import { systemClock } from '../../server/clock.ts'
import { readConfig } from '../../server/config.ts'
import { openStore } from '../../server/store/store.ts'
import { fakeEngine } from './fake-engine.ts'

// The server with a library of a few words, as a process of its own that starts fast.
const config = readConfig(process.env)
const app = buildApp({
  config,
  engine: fakeEngine,
  scenarios: () => [],
  scenarioPage: () => null,
  samples: [],
  store: await openStore(config.databaseUrl),
  versionsFolder: join(tmpdir(), 'sunline-no-versions'),
  clock: systemClock,
  logger: pino({ level: config.logLevel }),
  clientFolder: 'none',
})
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)))
await app.start()
