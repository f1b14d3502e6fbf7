import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { DatabaseError, Pool, type PoolClient, type QueryResultRow, types as wireTypes } from 'pg'
import { SunlineError } from '../errors.ts'
import { shownAddress } from './database-address.ts'

export interface PoolUse {
  /** Connections at once. */
  readonly connections: number
  /** False for what can be made anew from the journal: a commit need not be on the disk before it counts. */
  readonly durable?: boolean
  /** ms after which the server gives a query up; a little later the connection is given up that says nothing. */
  readonly longestMs?: number
}
/** ms after which a server that does not answer counts as gone, and by how much it may be late with an answer. */
const connectMs = 5_000
const lateMs = 2_000
/** Counts and sums arrive as numbers: what is counted here stays far below 2^53. */
const asNumbers: ReadonlySet<number> = new Set([wireTypes.builtins.INT8, wireTypes.builtins.NUMERIC])
const types = { getTypeParser: ((oid: number, format?: 'text' | 'binary') => (asNumbers.has(oid) ? Number : wireTypes.getTypeParser(oid, format ?? 'text'))) as typeof wireTypes.getTypeParser }

/** Connections to PostgreSQL, made as they are needed. What a lost connection means is told to whoever uses it, and to nobody else. */
export function postgresPool(address: string, { connections, durable = true, longestMs }: PoolUse): Pool {
  const pool = new Pool({
    connectionString: address,
    max: connections,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    application_name: 'sunline',
    types,
    ...(longestMs && { query_timeout: longestMs + lateMs }),
    onConnect: async (client) => {
      client.on('error', ignore)
      await client.query(durable ? inFull : 'set synchronous_commit = off')
      if (longestMs) await client.query(`set statement_timeout = ${String(longestMs)}`)
    },
  })
  pool.on('error', ignore)
  return pool
}

/** What an administrator has made stricter than 'on' stays. */
const inFull = "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') in ('off', 'local')"
const ignore = (): void => undefined

/** The same pool for Kysely. A database out of reach is SunlineError 'unavailable'. */
export const kyselyPool = (pool: Pool, address: string): PostgresPool => ({
  connect: async () => {
    try {
      return new Connection(await pool.connect(), address)
    } catch (error) {
      throw asUnavailable(error, address)
    }
  },
  end: () => pool.end(),
})

class Connection implements PostgresPoolClient {
  readonly #client: PoolClient
  readonly #address: string
  #broken = false

  constructor(client: PoolClient, address: string) {
    this.#client = client
    this.#address = address
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query<R>(sql: string | PostgresCursor<R>, parameters: readonly unknown[] = []): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof sql !== 'string') throw new SunlineError('internal', 'this database does not stream; read in pages')
    return this.#ask<R>(sql, parameters)
  }

  release(): void {
    this.#client.release(this.#broken)
  }

  async #ask<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    try {
      const { command, rowCount, rows } = await this.#client.query<R & QueryResultRow>(sql, parameters.map(storable))
      return { command: command as PostgresQueryResult<R>['command'], rowCount: rowCount ?? 0, rows }
    } catch (error) {
      this.#broken ||= isUnreachable(error)
      throw asUnavailable(error, this.#address)
    }
  }
}

/** PostgreSQL's texts cannot hold the character NUL; it becomes the sign for what cannot be shown. */
export function storable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(storable)
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value
}

/** Whether the connection was at fault and not the question: no answer of the server at all, or that it goes down, is full or starts. */
export const isUnreachable = (error: unknown): boolean => (error instanceof DatabaseError ? /^(?:08|53|57P)/u.test(error.code ?? '') : !(error instanceof TypeError))

/** Whether the server gave a query up because it took too long. */
export const tookTooLong = (error: unknown): boolean => error instanceof DatabaseError && error.code === '57014'

function asUnavailable(error: unknown, address: string): unknown {
  if (tookTooLong(error)) return new SunlineError('unavailable', 'the database took too long over this; ask for less at once')
  if (error instanceof SunlineError || !isUnreachable(error)) return error
  return new SunlineError('unavailable', `the database ${shownAddress(address)} cannot be reached: ${reasonOf(error)}; check DATABASE_URL and the server`)
}

/** Several addresses may have been tried, each with its own reason. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}
