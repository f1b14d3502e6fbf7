import { defineConfig } from 'vitest/config'
import { patienceMs } from './test/support/patience.ts'

/** Deadlines, ms, for a machine that has much else to do. Nothing waits for them but a test that fails. */
const shared = {
  pool: 'forks',
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: patienceMs } },
} as const

/** Tests of what the database answers, which both have to pass; those named for one database are for that one. */
const onBoth = [
  ...['store', 'quality', 'privacy', 'identity', 'protocol', 'webhooks', 'supervision', 'operations'].map((folder) => `test/${folder}/**/*.test.ts`),
  ...['authoring', 'courses', 'coverage', 'drills', 'graceful-stop', 'hostile-input', 'http', 'kill-nine', 'library-command', 'restored-words', 'structure'].map((name) => `test/server/${name}.test.ts`),
  ...['branch-wishes', 'import-command', 'replay-http', 'stored-versions'].map((name) => `test/training/${name}.test.ts`),
]

/** Tests in those folders for which it makes no difference what the database is. */
const indifferent = [
  'identity/client-address', 'identity/encrypted', 'identity/slow-and-large', 'operations/deploy', 'privacy/mask', 'protocol/browser-speech', 'protocol/errors',
  'quality/agreement', 'quality/audit', 'quality/own-words', 'quality/scorecards',
].map((name) => `test/${name}.test.ts`)

export default defineConfig({
  test: {
    maxWorkers: 2,
    passWithNoTests: false,
    allowOnly: false,
    projects: [
      { test: { ...shared, name: 'sqlite', include: ['test/**/*.test.{ts,tsx}', 'test/browser/**/*.spec.ts'], exclude: ['test/**/postgres-*.test.ts', 'test/cluster/**'] } },
      // What asks the database, once more on PostgreSQL.
      { test: { ...shared, name: 'postgres', include: [...onBoth, 'test/cluster/**/*.test.ts'], exclude: ['test/**/sqlite-*.test.ts', ...indifferent], env: { SUNLINE_TEST_STORE: 'postgres' }, globalSetup: ['test/support/postgres-for-tests.ts'] } },
    ],
  },
})
