import type { ReviewFailure } from '../quality/review-calls.ts'
import { localReviewer, type Reviewer } from '../quality/reviewer.ts'
import { threadedReviewer } from '../quality/threaded-reviewer.ts'
import { callTally, type CallTally, sharedTally } from './call-tally.ts'
import { isPostgres } from './database-address.ts'
import { type Database, openDatabase, openMigratedPostgres, openSqliteDatabase, openThreadedDatabase } from './database.ts'
import { databaseCommit } from './journal-commit.ts'
import { journalWriter, type JournalWriter } from './journal-writer.ts'
import { postgresCommit } from './postgres-commit.ts'
import { postgresPool } from './postgres-pool.ts'
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
  /** Writes what is waiting, lets queries under way end and closes the database; what comes later is refused with Stopping. */
  readonly close: () => Promise<void>
}

/** Connections of one process to PostgreSQL, beside the one that commits journals: for pages and tools, and for questions that may take seconds. */
const pageConnections = 6
const analysisConnections = 3
/** ms after which a journal commit, or a question of a report, is given up. */
const longestCommitMs = 5_000
const longestAnalysisMs = 120_000

/**
 * The store of a running server, in an SQLite file or at `postgres://…`: no query and no commit holds up the thread of the calls.
 * Throws SunlineError 'unavailable' like {@link openDatabase}.
 */
export async function openStore(address: string): Promise<Store> {
  if (isPostgres(address)) return openPostgresStore(address, () => (failed) => threadedReviewer(address, failed))
  const database = openThreadedDatabase(address)
  const analysis = openThreadedDatabase(address)
  const { commit, stop } = workerCommit(address)
  const journal = journalWriter(commit)
  const close = async (): Promise<void> => {
    await journal.close()
    await stop()
    await Promise.all([database.destroy(), analysis.destroy()])
  }
  return { database, analysis, journal, tally: sharedTally(callTally(analysis)), reviewer: (failed) => threadedReviewer(address, failed), close }
}

/** A store that is read and written on this thread: for tools and tests that start and stop often. Throws like {@link openStore}. */
export async function openSimpleStore(address: string): Promise<Store> {
  if (isPostgres(address)) return openPostgresStore(address, (database) => (failed) => localReviewer(database, failed))
  const database = openSqliteDatabase(address)
  const journal = journalWriter(databaseCommit(database), { gatherMs: 1 })
  const close = async (): Promise<void> => {
    await journal.close()
    await database.destroy()
  }
  return { database, analysis: database, journal, tally: callTally(database), reviewer: (failed) => localReviewer(database, failed), close }
}

/** Waiting for PostgreSQL blocks no thread, so only reviews, which reckon for long, may have one of their own. */
async function openPostgresStore(address: string, reviewer: (database: Database) => Store['reviewer']): Promise<Store> {
  const database = await openDatabase(address, { connections: pageConnections })
  const analysis = openMigratedPostgres(address, { connections: analysisConnections, longestMs: longestAnalysisMs })
  const commits = postgresPool(address, { connections: 1, longestMs: longestCommitMs })
  const journal = journalWriter(postgresCommit(commits))
  const close = async (): Promise<void> => {
    await journal.close()
    await Promise.all([commits.end(), database.destroy(), analysis.destroy()])
  }
  return { database, analysis, journal, tally: sharedTally(callTally(analysis)), reviewer: reviewer(database), close }
}
