import type { JournalEntry } from '../live/call-events.ts'
import { fold, foldAll } from '../live/fold.ts'
import { callRow, journalRow } from '../live/journal-rows.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { MadeCall } from './replay-orders.ts'

/** A call that was not on the line, wrapped up by itself with the disposition that fits its outcome. `entries`: up to its end. */
export function closedCall(entries: readonly JournalEntry[], engine: LiveEngine): MadeCall {
  const ended = foldAll(entries)
  const { outcome, nextSeq, endedAt, startedAt } = ended
  const fitting = engine.dispositions.find(({ outcomes }) => outcome !== null && outcomes.includes(outcome)) ?? engine.dispositions.at(-1)
  const last: JournalEntry = { seq: nextSeq, at: endedAt ?? startedAt, event: { type: 'wrapped up', disposition: fitting?.id ?? '', notes: '' } }
  const closed = fold(ended, last)
  return { call: callRow(closed), entries: [...entries, last].map((entry) => journalRow(closed.id, entry)) }
}
