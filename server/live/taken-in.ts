import type { Timer } from './call-events.ts'
import type { CallState } from './call-state.ts'
import { noteConventions } from './conventions.ts'
import { type EntryLog, entryLog } from './entry-log.ts'
import { noteShown } from './guidance-shown.ts'
import { react } from './moving.ts'
import type { LiveEngine } from './ports.ts'

/**
 * What one input does to a call: the entries that `decide` adds, and what follows from them. The same live, in a replay against
 * another library and for a transcript from outside. `at`: ms since the epoch; `utteranceId`: the final utterance taken in, or null.
 * Throws what `decide` throws.
 */
export function takenIn(before: CallState, at: number, engine: LiveEngine, decide: (log: EntryLog) => void, utteranceId: string | null): EntryLog {
  const log = entryLog(before, at, engine.flows)
  decide(log)
  if (log.entries.length === 0) return log
  noteConventions(log, before, engine, utteranceId)
  noteShown(log, before, engine)
  return log
}

/** A timer of the call rings. */
export function ring(log: EntryLog, timer: Timer): void {
  log.add({ type: 'clock rang', timer })
  if (timer === 'caller silent') react(log, 'caller silent', null)
  if (timer === 'hold reminder') react(log, 'hold reminder due', null)
  if (timer === 'abandoned') log.add({ type: 'ended' })
}
