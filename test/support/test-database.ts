import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'

/** The database that others are copies of. */
export const templateName = 'sunline_template'

/** Whether the tests of this run use PostgreSQL. */
export const onPostgres = process.env['SUNLINE_TEST_STORE'] === 'postgres'

/** An empty, migrated database of its own, and what removes it once nobody uses it. `folder`: where a file would lie. */
export interface TestDatabase {
  readonly address: string
  readonly drop: () => Promise<void>
}

/** A new database of the store under test: a file, or a database of the run's PostgreSQL. `migrated` false: without any table. */
export async function testDatabase(folder: string, { migrated = true }: { readonly migrated?: boolean } = {}): Promise<TestDatabase> {
  if (!onPostgres) return testFile(join(folder, `${randomUUID()}.db`))
  const server = process.env['SUNLINE_TEST_POSTGRES']
  if (server === undefined) throw new Error('no PostgreSQL was started for these tests: run the Vitest project "postgres"')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await ask(server, `create database ${name} template ${migrated ? templateName : 'template0'}`)
  return { address: server.replace(/[^/]*$/u, name), drop: () => ask(server, `drop database if exists ${name} with (force)`) }
}

const testFile = (file: string): TestDatabase => ({
  address: file,
  drop: async () => {
    for (const left of [file, `${file}-wal`, `${file}-shm`]) await rm(left, { force: true })
  },
})

async function ask(server: string, statement: string): Promise<void> {
  const client = new Client(server)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
