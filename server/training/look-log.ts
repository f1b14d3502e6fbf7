import { randomUUID } from 'node:crypto'
import type { Person } from '../identity/actor.ts'
import type { Database } from '../store/database.ts'

/** Notes that somebody looks at the words of a call. `address`: of the browser. */
export type LookedAt = (person: Person, callId: string, address: string) => Promise<void>

/** Notes looks in the audit log. `now`: ms since the epoch. */
export const lookLog =
  (database: Database, now: () => number): LookedAt =>
  async ({ id, name }, callId, address) =>
    void (await database.insertInto('audit_log').values({ id: randomUUID(), at: now(), actor: id, actor_name: name, action: 'call looked at', subject: callId, detail: '{}', address }).execute())
