import type { KeptKind, PrivacySettings } from '../privacy-view.ts'
import type { Database } from '../store/database.ts'
import { type InUse, partedByUse } from './callers.ts'
import { eraseCalls } from './erase-calls.ts'

const dayMs = 86_400_000
/** Calls looked up at once. */
const batch = 500
/** From this hour of the server's day on the nightly job may run: few calls go on. */
const nightHour = 2

/** What the nightly job erased, by kind; kinds of which nothing was old enough are left out. */
export type Retired = Partial<Record<KeptKind, number>>

/** Erases what is older than its days. `now`: ms since the epoch; calls in use wait for the next night. */
export async function retire(database: Database, { keepDays }: PrivacySettings, now: number, inUse: InUse): Promise<Retired> {
  const erased: Partial<Record<KeptKind, number>> = {}
  for (const origin of ['live', 'sample', 'import', 'drill'] as const) {
    const days = keepDays[origin]
    const count = days === null ? 0 : await retireCalls(database, origin, now - days * dayMs, inUse)
    if (count > 0) erased[origin] = count
  }
  if (keepDays.originals !== null) {
    const old = database.selectFrom('calls').select('id').where('started_at', '<', now - keepDays.originals * dayMs)
    const { numDeletedRows } = await database.deleteFrom('sealed_entries').where('call_id', 'in', old).executeTakeFirst()
    if (numDeletedRows > 0) erased.originals = Number(numDeletedRows)
  }
  if (keepDays.audit !== null) {
    const { numDeletedRows } = await database.deleteFrom('audit_log').where('at', '<', now - keepDays.audit * dayMs).executeTakeFirst()
    if (numDeletedRows > 0) erased.audit = Number(numDeletedRows)
  }
  return erased
}

async function retireCalls(database: Database, origin: 'live' | 'sample' | 'import' | 'drill', before: number, inUse: InUse): Promise<number> {
  let erased = 0
  for (let after = ''; ; ) {
    const old = await database.selectFrom('calls').select(['id', 'status']).where('origin', '=', origin).where('started_at', '<', before).where('id', '>', after).orderBy('id').limit(batch).execute()
    const last = old.at(-1)
    if (last === undefined) return erased
    after = last.id
    erased += await eraseCalls(database, (await partedByUse(old, inUse)).free)
  }
}

/** Whether the nightly job is due: once a day, from two o'clock of the server's time on. Both in ms since the epoch; `last`: null when it has not run since the start. */
export function isNight(last: number | null, now: number): boolean {
  const day = (at: number): string => new Date(at).toDateString()
  return new Date(now).getHours() >= nightHour && (last === null || day(last) !== day(now))
}
