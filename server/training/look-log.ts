import type { Person } from '../identity/actor.ts'
import { auditLog } from '../identity/audit-log.ts'
import type { Database } from '../store/database.ts'

/** Notes that somebody looks at the words of a call. `address`: of the browser. */
export type LookedAt = (person: Person, callId: string, address: string) => Promise<void>

/** Notes looks in the audit log. `now`: ms since the epoch. */
export function lookLog(database: Database, now: () => number): LookedAt {
  const audit = auditLog(database, now)
  return (actor, subject, address) => audit.note({ actor, action: 'call looked at', subject, address })
}
