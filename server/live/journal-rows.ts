import { SunlineError } from '../errors.ts'
import type { CallRow, JournalRow } from '../store/tables.ts'
import type { CallEvent, JournalEntry } from './call-events.ts'
import type { CallState } from './call-state.ts'

/** An entry as the store keeps it. */
export function journalRow(callId: string, { seq, at, event }: JournalEntry): JournalRow {
  const { type, ...payload } = event
  return { call_id: callId, seq, at, type, payload: JSON.stringify(payload) }
}

/** An entry as it was written. Throws SunlineError 'internal' when the row is damaged. */
export function journalEntry({ call_id, seq, at, type, payload }: JournalRow): JournalEntry {
  try {
    const fields = JSON.parse(payload) as Omit<CallEvent, 'type'>
    return { seq, at, event: { type, ...fields } as CallEvent }
  } catch {
    throw new SunlineError('internal', `entry ${String(seq)} of call ${call_id} is damaged; restore the database from a backup`)
  }
}

/** The call's line in the lists. */
export function callRow(state: CallState): CallRow {
  return {
    id: state.id,
    agent: state.agent,
    agent_id: state.agentId,
    team: state.team,
    origin: state.origin,
    caller_number: state.callerNumber,
    queue: state.queue,
    status: state.status,
    scenario: state.scenario,
    started_at: state.startedAt,
    ended_at: state.endedAt,
    outcome: state.outcome,
    library_version: state.libraryVersion,
  }
}
