import { SunlineError } from '../errors.ts'
import type { CallerCalls, CallerErasure, CallerExport, CallOriginals } from '../privacy-view.ts'
import { callStore } from '../store/call-store.ts'
import type { Database } from '../store/database.ts'
import type { CallRow } from '../store/tables.ts'
import { eraseCalls } from './erase-calls.ts'
import { aboutEntry } from './masked-journal.ts'
import type { PrivacyKey } from './privacy-key.ts'

/** Whether this process, or another node, holds the call, so that it may still be written to. */
export type InUse = (call: Pick<CallRow, 'id' | 'status'>) => boolean | Promise<boolean>
/** Those of some calls that nobody holds, and those that somebody does. */
export async function partedByUse<C extends Pick<CallRow, 'id' | 'status'>>(calls: readonly C[], inUse: InUse): Promise<{ readonly free: readonly string[]; readonly held: readonly string[] }> {
  const used = await Promise.all(calls.map(inUse))
  const ids = (wanted: boolean): readonly string[] => calls.filter((_call, at) => used[at] === wanted).map(({ id }) => id)
  return { free: ids(false), held: ids(true) }
}
export interface CallerTools {
  readonly database: Database
  /** A number as the index keeps it; null for what is no number. */
  readonly hash: (number: string) => string | null
  /** Opens originals; null without a key. */
  readonly key: PrivacyKey | null
  readonly inUse: InUse
  /** ms since the epoch. */
  readonly now: () => number
}
/** What is kept of one caller, found by the number that the call came from. All but `note` throw SunlineError 'conflict' without a key, 'invalid payload' for what is no number. */
export interface Callers {
  /** Notes that a stored call came from this number. */
  readonly note: (callId: string, number: string) => Promise<void>
  readonly calls: (number: string) => Promise<CallerCalls>
  readonly exported: (number: string) => Promise<CallerExport>
  readonly erase: (number: string) => Promise<CallerErasure>
  /** Throws SunlineError 'unavailable' when an original was sealed by another key. */
  readonly originals: (callId: string) => Promise<CallOriginals>
}

export function callers({ database, hash, key, inUse, now }: CallerTools): Callers {
  const rows = async (number: string) => {
    if (key === null) throw new SunlineError('conflict', 'callers can be looked up once the server has SUNLINE_PRIVACY_KEY in its environment; calls from before that are not found')
    const caller = hash(number)
    if (caller === null) throw new SunlineError('invalid payload', 'number: give at least five digits', 'number')
    return database.selectFrom('calls').innerJoin('caller_index', 'caller_index.call_id', 'calls.id').selectAll('calls').where('caller_index.caller', '=', caller).orderBy('calls.started_at').execute()
  }
  const opened = async (callId: string): Promise<ReadonlyMap<number, string>> => {
    if (key === null) return new Map()
    const sealed = await database.selectFrom('sealed_entries').selectAll().where('call_id', '=', callId).execute()
    return new Map(sealed.map((row) => [row.seq, key.open(row.sealed, aboutEntry(callId, row.seq))]))
  }
  const entries = async (callId: string) => {
    const originals = await opened(callId)
    return (await callStore(database).journal(callId)).map(({ seq, at, type, payload }) => ({ at, type, payload: JSON.parse(originals.get(seq) ?? payload) as unknown, original: originals.has(seq) }))
  }
  return {
    note: async (callId, number) => {
      const caller = hash(number)
      if (caller !== null) await database.insertInto('caller_index').values({ caller, call_id: callId }).onConflict((on) => on.doNothing()).execute()
    },
    calls: async (number) => ({
      calls: (await rows(number)).map(({ id, started_at, agent, scenario, status, origin }) => ({ id, startedAt: started_at, agent, scenario, status, origin })),
    }),
    exported: async (number) => {
      const calls: CallerExport['calls'][number][] = []
      for (const { id, started_at, ended_at, agent, queue, scenario, outcome } of await rows(number)) calls.push({ id, startedAt: started_at, endedAt: ended_at, agent, queue, scenario, outcome, entries: await entries(id) })
      return { exportedAt: now(), calls }
    },
    erase: async (number) => {
      const found = await rows(number)
      const { free, held } = await partedByUse(found, inUse)
      return { erased: await eraseCalls(database, free), skipped: held }
    },
    originals: async (callId) => ({
      utterances: (await entries(callId)).filter(({ type }) => type === 'utterance heard').map(({ payload }) => {
        const { id, speaker, text } = (payload as { readonly utterance: { readonly id: string; readonly speaker: string; readonly text: string } }).utterance
        return { id, speaker, text }
      }),
    }),
  }
}
