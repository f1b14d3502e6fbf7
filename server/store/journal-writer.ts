import { SunlineError } from '../errors.ts'
import type { Database } from './database.ts'
import type { CallRow, JournalRow } from './tables.ts'

/** What one event adds to a call: its entries, and the call's row when the lists must show something new. */
export interface Addition {
  readonly callId: string
  readonly entries: readonly JournalRow[]
  readonly call: CallRow | null
}
export interface JournalWriter {
  /** Resolves when the addition is on disk; rejects with 'conflict' when another writer holds its `seq`, else 'unavailable'. */
  readonly append: (addition: Addition) => Promise<void>
  /** False when so much waits that more must be refused. */
  readonly hasRoom: () => boolean
  /** Resolves when everything appended so far is on disk or rejected. */
  readonly drain: () => Promise<void>
}
export interface WriterOptions {
  /** ms that additions wait for company, so that many share one commit. */
  readonly gatherMs?: number
  /** Additions that may wait before more are refused. */
  readonly mostWaiting?: number
}
interface Waiting {
  readonly addition: Addition
  readonly done: () => void
  readonly failed: (error: SunlineError) => void
}

/** Writes additions in the order given, all that wait in one transaction. */
export function journalWriter(database: Database, { gatherMs = 8, mostWaiting = 20_000 }: WriterOptions = {}): JournalWriter {
  let waiting: Waiting[] = []
  let writing: Promise<void> | null = null

  const flush = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, gatherMs))
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      const refused = await writeBatch(database, batch)
      if (refused.size > 0) refuseFollowing(refused)
    }
    writing = null
  }
  // What was to follow a refused entry would leave a gap in the call's journal.
  const refuseFollowing = (refused: ReadonlyMap<string, SunlineError>): void => {
    const following = waiting.filter(({ addition }) => refused.has(addition.callId))
    waiting = waiting.filter(({ addition }) => !refused.has(addition.callId))
    for (const { addition, failed } of following) failed(refused.get(addition.callId) ?? asSunlineError(null))
  }
  return {
    append: (addition) =>
      new Promise((done, failed) => {
        waiting.push({ addition, done, failed })
        writing ??= flush()
      }),
    hasRoom: () => waiting.length < mostWaiting,
    drain: () => writing ?? Promise.resolve(),
  }
}

/**
 * One transaction for all; when that fails, one for each call, so that a faulty call does not take others with it.
 * Resolves to the calls that were refused.
 */
async function writeBatch(database: Database, batch: readonly Waiting[]): Promise<ReadonlyMap<string, SunlineError>> {
  try {
    await commit(database, batch)
    for (const { done } of batch) done()
    return new Map()
  } catch (error) {
    const calls = [...new Set(batch.map(({ addition }) => addition.callId))]
    const [only, ...others] = calls
    if (only !== undefined && others.length === 0) {
      const fault = asSunlineError(error)
      for (const { failed } of batch) failed(fault)
      return new Map([[only, fault]])
    }
    const refused = new Map<string, SunlineError>()
    for (const call of calls) {
      const ofCall = batch.filter(({ addition }) => addition.callId === call)
      for (const [id, fault] of await writeBatch(database, ofCall)) refused.set(id, fault)
    }
    return refused
  }
}

/** SQLite takes at most 32,766 bound values in one statement; an entry has five. */
const entriesPerStatement = 2_000

async function commit(database: Database, batch: readonly Waiting[]): Promise<void> {
  const calls = new Map(batch.flatMap(({ addition: { call } }) => (call ? [[call.id, call]] : [])))
  const entries = batch.flatMap(({ addition }) => addition.entries)
  await database.transaction().execute(async (transaction) => {
    for (const call of calls.values()) {
      const { id: _, ...changes } = call
      await transaction.insertInto('calls').values(call).onConflict((on) => on.column('id').doUpdateSet(changes)).execute()
    }
    for (let from = 0; from < entries.length; from += entriesPerStatement) {
      await transaction.insertInto('journal').values(entries.slice(from, from + entriesPerStatement)).execute()
    }
  })
}

function asSunlineError(error: unknown): SunlineError {
  const reason = error instanceof Error ? error.message : String(error)
  return reason.includes('UNIQUE constraint')
    ? new SunlineError('conflict', 'another process has written to this call; it is read anew from the journal')
    : new SunlineError('unavailable', `the call could not be written to disk: ${reason}; check the space and the folder of the database`)
}
