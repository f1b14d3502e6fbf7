import type { Database } from './database.ts'
import type { CallRow, JournalRow } from './tables.ts'

/** Reads calls and their journals. */
export interface CallStore {
  readonly find: (callId: string) => Promise<CallRow | undefined>
  /** Calls that are not closed, oldest first. */
  readonly open: () => Promise<readonly CallRow[]>
  /** A call's entries by `seq`. */
  readonly journal: (callId: string) => Promise<readonly JournalRow[]>
}

export function callStore(database: Database): CallStore {
  return {
    find: (callId) => database.selectFrom('calls').selectAll().where('id', '=', callId).executeTakeFirst(),
    open: () => database.selectFrom('calls').selectAll().where('status', '<>', 'closed').orderBy('started_at').execute(),
    journal: (callId) => database.selectFrom('journal').selectAll().where('call_id', '=', callId).orderBy('seq').execute(),
  }
}
