import type { TranscriptEvent } from '../protocol.ts'
import type { FinalUtterance } from './call-events.ts'
import { placeOf } from './utterance-places.ts'

/** Interim utterances kept open at once in one call; a recogniser has one or two. */
const mostInterims = 32

/** Which transcript events of one call are news, and the interim texts that are still open. */
export interface Transcript {
  /** True when the event is news; false for a repeat or a stale revision, which change nothing. */
  readonly takes: (event: TranscriptEvent) => boolean
  /** Remembers an event that `takes` let through; of a final only that its interim is over. */
  readonly keep: (event: TranscriptEvent) => void
}

/**
 * Keeps order among revisions: a final beats every interim, a higher revision beats a lower one,
 * and a final of the same revision closes its interim. `finals`: those that the journal holds by now.
 */
export function transcript(finals: () => readonly FinalUtterance[]): Transcript {
  /** Their newest revisions. */
  const open = new Map<string, number>()
  return {
    takes: ({ utteranceId, revision, final: isFinal }) => {
      const known = finals()
      const closed = known[placeOf(known, utteranceId)]
      if (closed) return isFinal && revision > closed.revision
      const newest = open.get(utteranceId)
      return newest === undefined || revision > newest || (isFinal && revision === newest)
    },
    keep: ({ utteranceId, revision, final: isFinal }) => {
      if (isFinal) {
        open.delete(utteranceId)
        return
      }
      open.set(utteranceId, revision)
      const oldest = open.keys().next()
      if (open.size > mostInterims && !oldest.done) open.delete(oldest.value)
    },
  }
}
