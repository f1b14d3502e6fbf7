import type { Label, Warning } from '../protocol.ts'
import type { JournalEntry } from '../live/call-events.ts'
import { foldAll } from '../live/fold.ts'
import type { LiveEngine } from '../live/ports.ts'
import { stepVisits } from './step-visits.ts'

/** One thing the trainee said, beside what was expected. Times are ms since the drill began. */
export interface DebriefTurn {
  readonly utteranceId: string
  readonly atMs: number
  readonly said: string
  /** What the caller had said before it; empty at the start. */
  readonly caller: string
  readonly place: { readonly flow: string; readonly step: string; readonly title: Label | null }
  /** The sentence that was recommended. */
  readonly expected: string
  /** Key points of the step, with the words that counted; those missed are given at the last try on the step. */
  readonly points: readonly { readonly label: Label; readonly heard: string | null; readonly said: boolean }[]
  readonly warnings: readonly Warning[]
  /** What would have been better to say: the recommended sentence where a point is missing, the repair where a phrase was forbidden; null when it was good. */
  readonly better: string | null
}

/** Goes through a drill, or any call, turn by turn from its journal. */
export function debrief(entries: readonly JournalEntry[], engine: LiveEngine): readonly DebriefTurn[] {
  const { utterances, warnings } = foldAll(entries)
  return stepVisits(entries, engine).flatMap(({ flow, step, expected, said, points }) =>
    said.map(({ id, text, atMs }, index): DebriefTurn => {
      const last = index === said.length - 1
      const own = warnings.filter(({ utteranceId, state }) => utteranceId === id && (state === 'firm' || state === 'repaired'))
      const before = utterances.slice(0, utterances.findIndex((each) => each.id === id)).findLast(({ speaker }) => speaker === 'caller')
      const missed = last && points.some((point) => !point.said)
      return {
        utteranceId: id,
        atMs,
        said: text,
        caller: before?.text ?? '',
        place: { flow, step, title: engine.flowInfo(flow)?.title ?? null },
        expected,
        points: last ? points.map(({ label, heard, said: wasSaid }) => ({ label, heard, said: wasSaid })) : [],
        warnings: own,
        better: missed ? expected : (own[0]?.sayInstead ?? null),
      }
    }),
  )
}
