import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import type { BlastOrder } from './blast-radius.ts'

/** A stored call that a draft is tried on. `startedAt`: ms since the epoch. */
export interface BlastCall {
  readonly id: string
  readonly startedAt: number
  /** Warnings of `block` and `warn` that it is known to have had. */
  readonly alarms: number
  /** Phrases that it was shown, and flows that it was in. */
  readonly phrases: ReadonlySet<string>
  readonly flows: ReadonlySet<string>
}

/** The newest reviewed calls in the range, practice left out. */
export async function blastCalls(database: Database, { calls, fromAt, toAt }: Pick<BlastOrder, 'calls' | 'fromAt' | 'toAt'>): Promise<readonly BlastCall[]> {
  let chosen = database.selectFrom('call_sums').select(['call_id', 'started_at']).where('origin', '<>', 'drill').orderBy('started_at', 'desc').limit(calls)
  if (fromAt !== null) chosen = chosen.where('started_at', '>=', fromAt)
  if (toAt !== null) chosen = chosen.where('started_at', '<=', toAt)
  const rows = await chosen.execute()
  const alarms = await database
    .selectFrom('findings')
    .innerJoin(chosen.as('chosen'), 'chosen.call_id', 'findings.call_id')
    .select(['findings.call_id', sql<number>`count(*)`.as('count')])
    .where('severity', 'in', ['block', 'warn'])
    .groupBy('findings.call_id')
    .execute()
  const shown = await database
    .selectFrom('journal')
    .innerJoin(chosen.as('chosen'), 'chosen.call_id', 'journal.call_id')
    .select(['journal.call_id', 'payload'])
    .where('type', '=', 'guidance shown')
    .execute()
  const counts = new Map(alarms.map(({ call_id, count }) => [call_id, Number(count)]))
  const phrases = new Map<string, Set<string>>()
  for (const { call_id, payload } of shown) {
    const phrase = phraseIn(payload)
    const known = phrases.get(call_id)
    if (known) known.add(phrase)
    else phrases.set(call_id, new Set([phrase]))
  }
  return rows.map(({ call_id: id, started_at: startedAt }) => {
    const seen = phrases.get(id) ?? new Set<string>()
    return { id, startedAt, alarms: counts.get(id) ?? 0, phrases: seen, flows: new Set([...seen].map((ref) => ref.split('/')[0] ?? '')) }
  })
}

/** The reference of the phrase in an entry's payload, without parsing the sentence beside it. */
const phraseIn = (payload: string): string => /"phrase":"([^"]*)"/u.exec(payload)?.[1] ?? ''
