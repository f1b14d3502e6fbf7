import type { Database } from './database.ts'
import type { CallRow, JournalRow } from './tables.ts'

/** Reads calls and their journals. */
export interface CallStore {
  readonly find: (callId: string) => Promise<CallRow | undefined>
  /** Calls on the line, and those whose wrap-up began after `since` (ms since the epoch), oldest first. */
  readonly current: (since: number) => Promise<readonly CallRow[]>
  /** A call's entries by `seq`. */
  readonly journal: (callId: string) => Promise<readonly JournalRow[]>
}

export function callStore(database: Database): CallStore {
  return {
    find: (callId) => database.selectFrom('calls').selectAll().where('id', '=', callId).executeTakeFirst(),
    current: (since) =>
      database
        .selectFrom('calls')
        .selectAll()
        .where('status', '<>', 'closed')
        .where('origin', 'in', ['live', 'sample'])
        .where((is) => is.or([is('ended_at', 'is', null), is('ended_at', '>', since)]))
        .orderBy('started_at')
        .execute(),
    journal: (callId) => database.selectFrom('journal').select(['call_id', 'seq', 'at', 'type', 'payload']).where('call_id', '=', callId).orderBy('seq').execute(),
  }
}
