import type { ReviewFailure } from '../quality/review-calls.ts'
import { localReviewer, type Reviewer } from '../quality/reviewer.ts'
import { threadedReviewer } from '../quality/threaded-reviewer.ts'
import { callTally, type CallTally, sharedTally } from './call-tally.ts'
import { type Database, openDatabase, openThreadedDatabase } from './database.ts'
import { databaseCommit } from './journal-commit.ts'
import { journalWriter, type JournalWriter } from './journal-writer.ts'
import { workerCommit } from './worker-commit.ts'

/** Where calls, people and reviews are kept. */
export interface Store {
  /** For everything but the journals of live calls, which go through `journal`. */
  readonly database: Database
  /** The same data for questions that may take seconds: reports, searches, sums. */
  readonly analysis: Database
  readonly journal: JournalWriter
  /** Sums over all calls. */
  readonly tally: CallTally
  /** Makes what reviews ask of ended calls from their journals. */
  readonly reviewer: (failed: (failure: ReviewFailure) => void) => Reviewer
  /** Writes what is waiting and closes the file. */
  readonly close: () => Promise<void>
}

/** The store of a running server: every query and every commit on a thread of its own. Throws SunlineError 'unavailable' like {@link openDatabase}. */
export function openStore(file: string): Store {
  const database = openThreadedDatabase(file)
  const analysis = openThreadedDatabase(file)
  const { commit, stop } = workerCommit(file)
  const journal = journalWriter(commit)
  const close = async (): Promise<void> => {
    await journal.drain()
    await stop()
    await Promise.all([database.destroy(), analysis.destroy()])
  }
  return { database, analysis, journal, tally: sharedTally(callTally(analysis)), reviewer: (failed) => threadedReviewer(file, failed), close }
}

/** A store that is read and written on this thread: for tools and tests that start and stop often. Throws like {@link openStore}. */
export function openSimpleStore(file: string): Store {
  const database = openDatabase(file)
  const journal = journalWriter(databaseCommit(database), { gatherMs: 1 })
  const close = async (): Promise<void> => {
    await journal.drain()
    await database.destroy()
  }
  return { database, analysis: database, journal, tally: callTally(database), reviewer: (failed) => localReviewer(database, failed), close }
}
