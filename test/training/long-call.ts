import type { JournalEntry } from '../../server/live/call-events.ts'
import { longCall } from '../../server/bench/long-call.ts'
import { importJournal } from '../../server/training/import-journal.ts'
import { engine, startedAt } from './sample-journals.ts'

/** The journal of a call of so many utterances, one a second. */
export function longJournal(utterances: number): { readonly entries: readonly JournalEntry[] } {
  const details = { callId: 'long', agent: '李敏', agentId: null, team: null, queue: '', callerNumber: '', startedAt, facts: {}, scenario: 'repeated-repairs-wants-replacement', silenceMs: 12_000 }
  return { entries: importJournal(longCall(utterances), details, engine) }
}
