import { Client, type ClientBase } from 'pg'
import { SunlineError } from '../errors.ts'
import { shownAddress } from '../store/database-address.ts'
import { appliedMigration } from '../store/postgres-migrate.ts'
import { reasonOf } from '../store/postgres-pool.ts'

/** What a database or a copy of it holds. Times are ms since the epoch, null when it holds no call. */
export interface CopyFacts {
  readonly migration: number
  readonly calls: number
  readonly entries: number
  readonly newest: number | null
}

/** Asks a PostgreSQL database through a connection of its own. Throws SunlineError 'unavailable' when it cannot be reached or answers with an error. */
export async function askPostgres<T>(address: string, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 5_000, application_name: 'sunline tool' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await ask(client)
  } catch (error) {
    if (error instanceof SunlineError) throw error
    throw new SunlineError('unavailable', `the database ${shownAddress(address)}: ${reasonOf(error)}`)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Whether there is anything of this program in a database, in the schema that it works in. */
export async function isMade(client: Pick<ClientBase, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ readonly there: boolean }>("select to_regclass('schema_migrations') is not null as there")
  return rows[0]?.there === true
}

/** What a PostgreSQL database holds. */
export async function factsOfPostgres(client: Pick<ClientBase, 'query'>): Promise<CopyFacts> {
  const { rows } = await client.query<Record<'calls' | 'entries', string> & { readonly newest: string | null }>('select (select count(*) from calls) as calls, (select count(*) from journal) as entries, (select max(started_at) from calls) as newest')
  const [row] = rows
  return { migration: Number(await appliedMigration(client)), calls: Number(row?.calls ?? 0), entries: Number(row?.entries ?? 0), newest: row?.newest == null ? null : Number(row.newest) }
}
