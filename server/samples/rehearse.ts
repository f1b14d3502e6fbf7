import { open } from '../../flows/conversation.ts'
import { nobody } from '../live/audience.ts'
import { CallSession, readAtOnce, type SessionTools } from '../live/call-session.ts'
import { noMeters } from '../live/meters.ts'
import type { CallState } from '../live/call-state.ts'
import { pickScenario } from '../live/commands.ts'
import { foldAll } from '../live/fold.ts'
import { guidanceView } from '../live/guidance-view.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { JournalWriter } from '../store/journal-writer.ts'
import { sampleEvents } from './sample-events.ts'
import type { Sample } from './sample-file.ts'

/** What stood on the agent's screen after one final utterance. */
export interface RehearsedTurn {
  readonly speaker: 'agent' | 'caller'
  readonly text: string
  /** `flow/step`, innermost last; empty when the script was over. */
  readonly places: readonly string[]
  readonly say: string
  readonly said: readonly string[]
  readonly heard: readonly string[]
  readonly suggested: readonly string[]
  readonly warnings: readonly string[]
}
export interface Rehearsal {
  readonly turns: readonly RehearsedTurn[]
  readonly state: CallState
}

const noJournal: JournalWriter = { append: () => Promise.resolve(), drain: () => Promise.resolve(), hasRoom: () => true, healthy: () => true }

/**
 * Plays a sample call through a live session without a server, as fast as it goes. The agent accepts the sample's scenario as
 * soon as it is suggested; everything else follows from the speech.
 */
export function rehearse(sample: Sample, engine: LiveEngine): Rehearsal {
  let now = 0
  const tools: SessionTools = { engine, audience: { ...nobody, watches: () => true }, journal: noJournal, interims: readAtOnce, meters: noMeters, now: () => now, silenceMs: Number.POSITIVE_INFINITY, lost: () => undefined }
  const facts = { agentName: '李敏', agentNumber: '1024', brand: '阳光' }
  const begun = foldAll([{ seq: 1, at: 0, event: { type: 'call started', callId: 'rehearsal', agent: '李敏', callerNumber: sample.callerNumber, queue: sample.queue, libraryVersion: engine.version, facts, stack: open(engine.flows, facts) } }])
  const session = new CallSession(begun, [], tools)
  const turns: RehearsedTurn[] = []
  for (const { at, event } of sampleEvents(sample, 'rehearsal')) {
    now = at
    session.hear(event)
    if (!event.final) continue
    const { state } = session
    if (state.scenario === null && state.suggestions.some(({ scenario }) => scenario === sample.scenario)) void session.do(pickScenario(sample.scenario))
    turns.push(shown(session.state, event.speaker, event.text, engine))
  }
  return { turns, state: session.state }
}

function shown(state: CallState, speaker: 'agent' | 'caller', text: string, engine: LiveEngine): RehearsedTurn {
  const { phrase, points, reactions } = guidanceView(state, engine, {})
  return {
    speaker,
    text,
    places: state.stack.map(({ flow, step }) => `${flow}/${step}`),
    say: (phrase?.parts ?? []).map((part) => ('text' in part ? part.text : `{${part.fact}}`)).join(''),
    said: points.filter(({ said }) => said).map(({ label }) => label.zh),
    heard: reactions.flatMap(({ label, heard }) => (heard === null ? [] : [label.zh])),
    suggested: state.suggestions.map(({ scenario }) => scenario),
    warnings: state.warnings.map(({ rule, state: fate, match }) => `${rule} ${fate}: ${match}`),
  }
}
