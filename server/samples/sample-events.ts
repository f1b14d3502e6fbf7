import type { TranscriptEvent } from '../protocol.ts'
import type { Sample } from './sample-file.ts'

/** A transcript event and when it is sent: ms since the call began. */
export interface TimedEvent {
  readonly at: number
  readonly event: TranscriptEvent
}

/** The events of a sample call as the recogniser sent them, by time: interims spread evenly over each turn, then the final. */
export function sampleEvents({ turns }: Sample, callId: string): readonly TimedEvent[] {
  return turns
    .flatMap((turn, index): readonly TimedEvent[] => {
      const texts = [...(turn.interims ?? []), turn.text]
      return texts.map((text, part) => {
        const at = turn.at + Math.round((turn.for * (part + 1)) / texts.length)
        const final = part === texts.length - 1
        const utteranceId = `${turn.who}-${String(index + 1)}`
        return { at, event: { callId, utteranceId, revision: part + 1, speaker: turn.who, text, final, startMs: turn.at, endMs: at, source: 'sample' } }
      })
    })
    .sort((a, b) => a.at - b.at)
}
