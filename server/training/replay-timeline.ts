import { finalView } from '../live/call-view.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { ReplayScreen, ReplayTimeline } from '../protocol.ts'
import { type Replay, risingTimes } from './replay.ts'
import { replayMarks } from './replay-marks.ts'

/** ms that a replay goes on after the last thing that happened. */
const afterglowMs = 1_000

/** All of a stored call but its screens: when what was heard, when the screen changed, what is worth a look. */
export function replayTimeline({ entries, end, ownWords }: Replay, engine: LiveEngine): Omit<ReplayTimeline, 'call'> {
  const times = risingTimes(entries).map((at) => at - end.startedAt)
  const changes = [...new Set(times)]
  return {
    durationMs: (changes.at(-1) ?? 0) + afterglowMs,
    utterances: entries.flatMap(({ event }, index) => (event.type === 'utterance heard' ? [{ heardMs: times[index] ?? 0, utterance: finalView(event.utterance) }] : [])),
    changes,
    marks: replayMarks(entries, engine),
    ownWords,
  }
}

/** The screen at a moment, as it is sent: the reader has the transcript already. `atMs`: since the call began. */
export const replayScreen = ({ screenAt }: Replay, atMs: number): ReplayScreen => ({ ...screenAt(atMs), atMs })
