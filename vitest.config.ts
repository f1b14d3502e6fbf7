import { defineConfig } from 'vitest/config'

const shared = {
  pool: 'forks',
  testTimeout: 30_000,
  hookTimeout: 60_000,
} as const

export default defineConfig({
  test: {
    maxWorkers: 2,
    passWithNoTests: false,
    allowOnly: false,
    projects: [
      { test: { ...shared, name: 'sqlite', include: ['test/**/*.test.{ts,tsx}', 'test/browser/**/*.spec.ts'], exclude: ['test/**/postgres-*.test.ts'] } },
      // What asks the database, once more on PostgreSQL.
      { test: { ...shared, name: 'postgres', include: ['test/store/**/*.test.ts'], exclude: ['test/**/sqlite-*.test.ts'], env: { SUNLINE_TEST_STORE: 'postgres' }, globalSetup: ['test/support/postgres-for-tests.ts'] } },
    ],
  },
})
