import { Worker } from 'node:worker_threads'
import { CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type QueryResult, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { SunlineError } from '../errors.ts'

/** A query on its way to the thread, and what comes back. Plain data. */
export interface QueryMessage {
  readonly sql: string
  readonly parameters: readonly unknown[]
}
export type QueryAnswer =
  | { readonly rows: readonly unknown[]; readonly changes: number; readonly lastId: string | null }
  | { readonly failed: string }

/**
 * Kysely over an SQLite file in a thread of its own: a slow query holds up other queries of this database, never the calls.
 * One connection, so transactions queue. A thread that dies fails the query under way with SunlineError 'unavailable' and is started again with the next.
 */
export function workerDialect(file: string): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createDriver: () => new WorkerDriver(file),
  }
}

class WorkerDriver implements Driver {
  readonly #connection: WorkerConnection
  #free: Promise<void> = Promise.resolve()
  #release: () => void = () => undefined

  constructor(file: string) {
    this.#connection = new WorkerConnection(file)
  }

  async init(): Promise<void> {
    await Promise.resolve()
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free
    let release = (): void => undefined
    this.#free = new Promise((resolve) => (release = resolve))
    await before
    this.#release = release
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    this.#release()
    await Promise.resolve()
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy(): Promise<void> {
    await this.#connection.stop()
  }
}

class WorkerConnection implements DatabaseConnection {
  readonly #file: string
  #worker: Worker | null = null

  constructor(file: string) {
    this.#file = file
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const answer = await this.#ask({ sql, parameters })
    if ('failed' in answer) throw new Error(answer.failed)
    return {
      rows: answer.rows as R[],
      numAffectedRows: BigInt(answer.changes),
      ...(answer.lastId === null ? {} : { insertId: BigInt(answer.lastId) }),
    }
  }

  // oxlint-disable-next-line require-yield -- the interface asks for a generator; an embedded database has no cursor worth one here.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new SunlineError('internal', 'this database does not stream; read in pages')
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = null
  }

  #ask(message: QueryMessage): Promise<QueryAnswer> {
    const worker = (this.#worker ??= this.#start())
    return new Promise((resolve, reject) => {
      const settle = (answer: QueryAnswer): void => {
        worker.off('error', died).off('exit', died)
        resolve(answer)
      }
      const died = (reason: unknown): void => {
        worker.off('message', settle).off('error', died).off('exit', died)
        reject(new SunlineError('unavailable', `the thread that reads the database ended (${reason instanceof Error ? reason.message : `code ${String(reason)}`}); try again`))
      }
      worker.once('message', settle).once('error', died).once('exit', died)
      worker.postMessage(message)
    })
  }

  #start(): Worker {
    const started = new Worker(new URL('./start-query-worker.mjs', import.meta.url), { workerData: { file: this.#file }, execArgv: [] })
    started.once('exit', () => {
      if (this.#worker === started) this.#worker = null
    })
    return started
  }
}
