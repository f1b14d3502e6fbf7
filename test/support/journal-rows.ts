import type { CallRow, JournalRow } from '../../server/store/tables.ts'

/** A call on the line, as short as can be. */
export const callOf = (id: string): CallRow => ({
  id, agent: '李敏', agent_id: null, team: null, origin: 'live', caller_number: '138****2075', queue: 'q', status: 'live', scenario: null, started_at: 1, ended_at: null, outcome: null, library_version: 'v',
})

/** An entry that says nothing more than that it is there. */
export const entryOf = (id: string, seq: number, payload = '{}'): JournalRow => ({ call_id: id, seq, at: 5, type: 'held', payload })
