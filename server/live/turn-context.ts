import { closingFlow, openingFlow } from '../../flows/conversation.ts'
import type { Turn, TurnContext } from '../wording/types.ts'
import type { Speaker, TranscriptEvent } from '../protocol.ts'
import type { FinalUtterance } from './call-events.ts'
import type { CallState } from './call-state.ts'
import { knownFacts } from './moving.ts'

/** Turns that rules may look back on. */
const mostTurns = 40

/** The final turns of a call before an utterance, oldest first. */
export function turnsBefore(utterances: readonly FinalUtterance[], utteranceId: string): readonly Turn[] {
  const place = utterances.findIndex(({ id }) => id === utteranceId)
  const before = place < 0 ? utterances : utterances.slice(0, place)
  return before.slice(-mostTurns)
}

/** ms by which the caller must still have been speaking for the agent to have talked over them: people overlap by less all the time. */
const talkedOverMs = 300

/** True when a caller's utterance known by now went on after this one had begun. */
const isTalkingOver = (utterances: readonly FinalUtterance[], startMs: number): boolean =>
  utterances.slice(-mostOverlapping).some((other) => other.speaker === 'caller' && other.startMs < startMs && other.endMs >= startMs + talkedOverMs)
const mostOverlapping = 4

/** Where an utterance stands in its call. `now`: ms since the epoch. */
export function turnContext(state: CallState, { utteranceId, startMs }: Pick<TranscriptEvent, 'utteranceId' | 'startMs'>, speaker: Speaker, interim: boolean, now: number): TurnContext {
  return {
    speaker,
    scenario: state.scenario,
    step: state.stack.at(-1)?.step ?? null,
    phase: phaseOf(state),
    team: state.team ?? (state.queue === '' ? null : state.queue),
    facts: knownFacts(state),
    history: turnsBefore(state.utterances, utteranceId),
    interim,
    now,
    callerSpeaking: speaker === 'agent' && isTalkingOver(state.utterances, startMs),
  }
}

function phaseOf({ stack }: CallState): TurnContext['phase'] {
  const top = stack.at(-1)
  if (!top) return null
  if (top.flow === closingFlow) return 'closing'
  return stack[0]?.flow === openingFlow ? 'opening' : 'scenario'
}
