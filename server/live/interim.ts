import { currentStep } from '../../flows/conversation.ts'
import type { TranscriptEvent, Utterance } from '../protocol.ts'
import type { Finding } from '../wording/rule-types.ts'
import type { CallState } from './call-state.ts'
import { agentMarks } from './hear-agent.ts'
import type { LiveEngine } from './ports.ts'
import { lastTurns, turnContext } from './turn-context.ts'

/** What an unfinished utterance shows; none of it is stored. */
export interface InterimHearing {
  readonly utterance: Utterance
  readonly findings: readonly Finding[]
  /** Key points of the current step heard so far, with their words. */
  readonly points: Readonly<Record<string, string>>
}

/** Reads an interim text against the call as it stands. `now`: ms since the epoch. */
export function hearInterim(state: CallState, event: TranscriptEvent, engine: LiveEngine, now: number): InterimHearing {
  if (event.speaker === 'caller') {
    const hits = engine.cues(event.text, lastTurns(state.utterances))
    const marks = hits.map(({ id, start, end }) => ({ kind: 'cue', start, end, of: id }) as const)
    return { utterance: interimUtterance(event, marks), findings: [], points: {} }
  }
  const context = turnContext(state, event, 'agent', true, now)
  const findings = engine.checkTurn(event.text, context)
  const step = currentStep(engine.flows, state.stack)
  const hits = step?.kind === 'say' || step?.kind === 'ask' ? engine.points(step.phrase, event.text) : []
  return {
    // Likeness judges whole sentences: what it finds in half of one would flicker under the agent's eyes.
    utterance: interimUtterance(event, agentMarks(findings.filter(({ basis }) => basis !== 'example'), hits, [])),
    findings,
    points: Object.fromEntries(hits.map(({ point, start, end }) => [point, event.text.slice(start, end)])),
  }
}

const interimUtterance = ({ utteranceId: id, speaker, text, startMs, endMs }: TranscriptEvent, marks: Utterance['marks']): Utterance => ({
  id, speaker, text, final: false, startMs, endMs, marks,
})
