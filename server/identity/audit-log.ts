import { randomUUID } from 'node:crypto'
import { masked } from '../privacy/masked-entries.ts'
import type { AuditAction } from '../session-view.ts'
import type { Database } from '../store/database.ts'
import type { AuditRow } from '../store/people-tables.ts'
import type { Actor } from './actor.ts'

/** One thing that somebody did. `subject`: the id of the person, key, call … it was done to. Secrets never stand in `detail`. */
export interface AuditNote {
  readonly actor: Actor | null
  readonly action: AuditAction
  readonly subject?: string
  readonly detail?: Readonly<Record<string, unknown>>
  /** Where the request came from; empty: from this machine's command line. */
  readonly address: string
}
export interface AuditFilter {
  readonly action?: string | undefined
  readonly subject?: string | undefined
}
export interface AuditLog {
  readonly note: (note: AuditNote) => Promise<void>
  /** Newest first; those before `before` (ms since the epoch) only, of one action or about one subject where these are given. */
  readonly page: (limit: number, before: number | null, only?: AuditFilter) => Promise<readonly AuditRow[]>
}

/** What was done in whose name. Only added to. */
export function auditLog(database: Database, now: () => number): AuditLog {
  return {
    note: async ({ actor, action, subject, detail, address }) => {
      const row: AuditRow = { id: randomUUID(), at: now(), actor: actor?.id ?? null, actor_name: actor?.name ?? '', action, subject: subject ?? null, detail: JSON.stringify(masked(detail ?? {})), address }
      await database.insertInto('audit_log').values(row).execute()
    },
    page: (limit, before, { action, subject } = {}) => {
      let rows = database.selectFrom('audit_log').selectAll().orderBy('at', 'desc').orderBy('id').limit(limit)
      if (before !== null) rows = rows.where('at', '<', before)
      if (action !== undefined) rows = rows.where('action', '=', action)
      if (subject !== undefined) rows = rows.where('subject', '=', subject)
      return rows.execute()
    },
  }
}
