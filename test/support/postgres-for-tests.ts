import { Client } from 'pg'
import { migratePostgres } from '../../server/store/postgres-migrate.ts'
import { postgresCluster } from '../../server/private-services/postgres-cluster.ts'
import { templateName } from './test-database.ts'

/** One cluster for a run of the tests, with a migrated database of which each test server gets a copy. Resolves to what takes it away. */
export default async function postgresForTests(): Promise<() => void> {
  const cluster = await postgresCluster()
  process.env['SUNLINE_TEST_POSTGRES'] = cluster.address
  const client = new Client(cluster.address)
  await client.connect()
  await client.query(`create database ${templateName}`)
  await client.end()
  await migratePostgres(cluster.address.replace(/[^/]*$/u, templateName))
  return cluster.remove
}
