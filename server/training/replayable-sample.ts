import type { JournalEntry } from '../live/call-events.ts'
import type { LiveEngine } from '../live/ports.ts'
import { sampleEvents } from '../samples/sample-events.ts'
import { durationMs, type Sample } from '../samples/sample-file.ts'
import { maskNumber } from '../live/call-details.ts'
import { beginRun } from './run-inputs.ts'

/** ms between the last word and the end of the line. */
const hangUpMs = 1_500

/** Who sits at the desk of a sample call. */
export const sampleAgent = { agentName: '李敏', agentNumber: '1001', brand: '阳光' } as const

/**
 * The journal of a sample call as a live call would leave it, the agent accepting its scenario as soon as it is suggested.
 * `startedAt`: ms since the epoch.
 */
export function sampleJournal(sample: Sample, callId: string, startedAt: number, engine: LiveEngine): readonly JournalEntry[] {
  const { queue, callerNumber, scenario } = sample
  const run = beginRun(
    { type: 'call started', callId, agent: sampleAgent.agentName, agentId: null, team: null, origin: 'sample', callerNumber: maskNumber(callerNumber), queue, libraryVersion: engine.version, stack: [], facts: sampleAgent },
    startedAt,
    engine,
  )
  for (const { at: ms, event } of sampleEvents(sample, callId)) {
    if (!event.final) continue
    const at = startedAt + ms
    const { utteranceId: id, callId: _, final: __, ...utterance } = event
    run.take({ at, input: { kind: 'final', utterance: { id, ...utterance } } })
    if (run.state.scenario === null && run.state.suggestions.some((each) => each.scenario === scenario)) run.take({ at, input: { kind: 'choice', scenario } })
  }
  run.take({ at: startedAt + durationMs(sample) + hangUpMs, input: { kind: 'end' } })
  return run.entries
}
