import { SunlineError } from '../errors.ts'
import type { JournalEntry } from '../live/call-events.ts'
import type { CallState } from '../live/call-state.ts'
import { callView } from '../live/call-view.ts'
import { fold, started } from '../live/fold.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { CallView } from '../protocol.ts'

/** Entries from one kept state to the next. */
const checkpointEvery = 16

/** A stored call, readable at any moment. */
export interface Replay {
  readonly entries: readonly JournalEntry[]
  /** The call after its last entry. */
  readonly end: CallState
  /** Whether the words at hand are those of the call. */
  readonly ownWords: boolean
  /** The call as it stood `ms` after it began; before that, as it began. */
  readonly stateAt: (ms: number) => CallState
  /** The agent's screen `ms` after the call began. */
  readonly viewAt: (ms: number) => CallView
  /** The same without the transcript, which grows with the call and need not be copied for every look. */
  readonly screenAt: (ms: number) => Omit<CallView, 'utterances'>
}

/**
 * Reads a journal once and keeps the state at every 16th entry, so that any moment is a short fold away.
 * `engine`: of the call's own version where that is at hand; else its sentences are replaced by those that the journal shows.
 * Throws SunlineError 'internal' when the journal does not begin with the start of a call or has a gap.
 */
export function replay(entries: readonly JournalEntry[], engine: LiveEngine): Replay {
  const [first] = entries
  if (first?.event.type !== 'call started') throw new SunlineError('internal', 'the journal does not begin with the start of a call')
  const checkpoints: CallState[] = [started(first.event, first.at)]
  const shown = new Map<number, string>()
  let end = started(first.event, first.at)
  for (const [at, entry] of entries.entries()) {
    if (at === 0) continue
    if (entry.seq !== end.nextSeq) throw new SunlineError('internal', `the journal of ${end.id} lacks entry ${String(end.nextSeq)}`)
    end = fold(end, entry)
    if (at % checkpointEvery === 0) checkpoints.push(end)
    if (entry.event.type === 'guidance shown') shown.set(entry.event.guidanceSeq, entry.event.text)
  }
  // The clock of the machine may have been set back during the call.
  const times = risingTimes(entries)
  const ownWords = engine.version === first.event.libraryVersion
  const stateAt = (ms: number): CallState => {
    const last = lastAt(times, first.at + ms)
    const from = Math.floor(last / checkpointEvery)
    const base = checkpoints[from] ?? end
    return entries.slice(from * checkpointEvery + 1, last + 1).reduce(fold, base)
  }
  const drawn = (state: CallState): CallView => {
    const view = callView(state, engine)
    return ownWords ? view : asShown(view, shown)
  }
  return {
    entries,
    end,
    ownWords,
    stateAt,
    viewAt: (ms) => drawn(stateAt(ms)),
    screenAt: (ms) => {
      const { utterances: _, ...screen } = drawn({ ...stateAt(ms), utterances: [] })
      return screen
    },
  }
}

/** The times of the entries, each no earlier than the one before. */
export function risingTimes(entries: readonly JournalEntry[]): readonly number[] {
  let latest = Number.NEGATIVE_INFINITY
  return entries.map(({ at }) => (latest = Math.max(latest, at)))
}

/** The index of the last entry at or before `at`, found by halving; 0 when there is none. */
function lastAt(times: readonly number[], at: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? at) <= at) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** The sentence that the agent was given, in place of what another version makes of the step. */
function asShown(view: CallView, shown: ReadonlyMap<number, string>): CallView {
  const { guidance } = view
  const text = shown.get(guidance.seq)
  if (text === undefined) return view
  const same = guidance.phrase?.parts.map((part) => ('text' in part ? part.text : (part.value ?? '…'))).join('') === text
  return same ? view : { ...view, guidance: { ...guidance, phrase: { style: 'main', parts: [{ text }], en: '' }, variants: [] } }
}
