import { callTally, type CallTally } from './call-tally.ts'
import { type Database, openDatabase } from './database.ts'
import { databaseCommit } from './journal-commit.ts'
import { journalWriter, type JournalWriter } from './journal-writer.ts'
import { workerCommit } from './worker-commit.ts'
import { workerTally } from './worker-tally.ts'

/** Where calls are kept. */
export interface Store {
  /** For reading; what is written goes through `journal`. */
  readonly database: Database
  readonly journal: JournalWriter
  /** Sums over all calls; a running server works them out on another thread. */
  readonly tally: CallTally
  /** Writes what is waiting and closes the file. */
  readonly close: () => Promise<void>
}

/** The store of a running server: read on this thread, written on another. Throws SunlineError 'unavailable' like {@link openDatabase}. */
export function openStore(file: string): Store {
  const database = openDatabase(file)
  const { commit, stop } = workerCommit(file)
  const journal = journalWriter(commit)
  const close = async (): Promise<void> => {
    await journal.drain()
    await stop()
    await database.destroy()
  }
  return { database, journal, tally: workerTally(file), close }
}

/** A store that is read and written on this thread: for tools and tests that start and stop often. Throws like {@link openStore}. */
export function openSimpleStore(file: string): Store {
  const database = openDatabase(file)
  const journal = journalWriter(databaseCommit(database), { gatherMs: 1 })
  const close = async (): Promise<void> => {
    await journal.drain()
    await database.destroy()
  }
  return { database, journal, tally: callTally(database), close }
}
