import { closingFlow, openingFlow } from '../../flows/conversation.ts'
import type { Turn, TurnContext } from '../wording/types.ts'
import type { Speaker, TranscriptEvent } from '../protocol.ts'
import type { FinalUtterance } from './call-events.ts'
import type { CallState } from './call-state.ts'
import { knownFacts } from './moving.ts'
import { placeOf } from './utterance-places.ts'

/** Turns that rules may look back on. */
const mostTurns = 40

/** The final turns of a call before an utterance, oldest first. */
export function turnsBefore(utterances: readonly FinalUtterance[], utteranceId: string): readonly Turn[] {
  const place = placeOf(utterances, utteranceId)
  return place < 0 ? lastTurns(utterances) : utterances.slice(Math.max(0, place - mostTurns), place)
}

/** What every interim between two finals looks back on. */
interface LookBack {
  readonly turns: readonly Turn[]
  /** When the last caller utterances began and ended, ms: two entries each. */
  readonly callerSpoke: readonly number[]
}
const lookBacks = new WeakMap<readonly FinalUtterance[], LookBack>()

function lookBack(utterances: readonly FinalUtterance[]): LookBack {
  const known = lookBacks.get(utterances)
  if (known !== undefined) return known
  const turns = utterances.slice(-mostTurns)
  const callerSpoke = turns.slice(-mostOverlapping).flatMap(({ speaker, startMs, endMs }) => (speaker === 'caller' ? [startMs, endMs] : []))
  const fresh = { turns, callerSpoke }
  lookBacks.set(utterances, fresh)
  return fresh
}

/** The last final turns of a call, oldest first: what stands before an utterance that is not final yet. */
export const lastTurns = (utterances: readonly FinalUtterance[]): readonly Turn[] => lookBack(utterances).turns

/** ms by which the caller must still have been speaking for the agent to have talked over them: people overlap by less all the time. */
const talkedOverMs = 300

/** True when a caller's utterance known by now went on after this one had begun. */
function isTalkingOver(utterances: readonly FinalUtterance[], startMs: number): boolean {
  const { callerSpoke } = lookBack(utterances)
  for (let at = 0; at < callerSpoke.length; at += 2) if ((callerSpoke[at] ?? 0) < startMs && (callerSpoke[at + 1] ?? 0) >= startMs + talkedOverMs) return true
  return false
}
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
    history: interim ? lastTurns(state.utterances) : turnsBefore(state.utterances, utteranceId),
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
