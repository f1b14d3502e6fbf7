import { type DatabaseConnection, type Dialect, type Driver, Kysely, type TransactionSettings } from 'kysely'
import { Stopping } from '../errors.ts'

/** ms that the end waits for queries under way; what takes longer is cut. */
const longestMs = 2_000

/** Kysely that ends in order: `destroy` lets queries under way end, and what is asked later rejects with Stopping, which its sender can act on. */
export class ClosableDatabase<Tables> extends Kysely<Tables> {
  readonly #driver: ClosableDriver

  constructor(dialect: Dialect) {
    const driver = new ClosableDriver(dialect.createDriver())
    super({
      dialect: {
        createAdapter: () => dialect.createAdapter(),
        createDriver: () => driver,
        createIntrospector: (database) => dialect.createIntrospector(database),
        createQueryCompiler: () => dialect.createQueryCompiler(),
      },
    })
    this.#driver = driver
  }

  // Kysely's own end is not used: it answers what comes later with an error that says nothing to whoever asked.
  override destroy(): Promise<void> {
    return this.#driver.destroy()
  }
}

class ClosableDriver implements Driver {
  readonly #driver: Driver
  #begun = false
  #lent = 0
  #ended: Promise<void> | null = null
  #idle: () => void = () => undefined

  constructor(driver: Driver) {
    this.#driver = driver
  }

  async init(): Promise<void> {
    if (this.#ended) throw new Stopping()
    await this.#driver.init()
    this.#begun = true
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#ended) throw new Stopping()
    this.#lent += 1
    try {
      return await this.#driver.acquireConnection()
    } catch (error) {
      this.#returned()
      throw error
    }
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    try {
      await this.#driver.releaseConnection(connection)
    } finally {
      this.#returned()
    }
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#driver.beginTransaction(connection, settings)
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#driver.commitTransaction(connection)
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#driver.rollbackTransaction(connection)
  }

  destroy(): Promise<void> {
    return (this.#ended ??= this.#end())
  }

  async #end(): Promise<void> {
    if (this.#lent > 0) {
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        this.#idle = resolve
        timer = setTimeout(resolve, longestMs)
      })
      clearTimeout(timer)
    }
    if (this.#begun) await this.#driver.destroy()
  }

  #returned(): void {
    this.#lent -= 1
    if (this.#lent === 0) this.#idle()
  }
}
