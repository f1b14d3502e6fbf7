import type { FlowBook } from '../../flows/flow-book.ts'
import type { CallEvent, JournalEntry } from './call-events.ts'
import type { CallState } from './call-state.ts'
import { fold } from './fold.ts'

/** What one input adds to a call: later decisions see the state that earlier ones left. */
export interface EntryLog {
  readonly state: CallState
  readonly entries: readonly JournalEntry[]
  /** The flows that the call goes by. */
  readonly flows: FlowBook
  /** ms since the epoch, the same for all entries of one input. */
  readonly at: number
  readonly add: (event: CallEvent) => void
}

/** Starts collecting entries on top of `before`. */
export function entryLog(before: CallState, at: number, flows: FlowBook): EntryLog {
  const entries: JournalEntry[] = []
  let state = before
  return {
    get state() {
      return state
    },
    entries,
    flows,
    at,
    add: (event) => {
      const entry: JournalEntry = { seq: state.nextSeq, at, event }
      entries.push(entry)
      state = fold(state, entry)
    },
  }
}
