import type { CallEvent, FinalUtterance } from './call-events.ts'
import type { CallState } from './call-state.ts'
import { placeOf, withLast } from './utterance-places.ts'

type Heard = Extract<CallEvent, { type: 'utterance heard' }>

/** The state after a final utterance; one with the same id takes the place of the earlier. */
export function withUtterance(state: CallState, event: Heard, at: number): CallState {
  const { utterance, anger, promise } = event
  const known = placeOf(state.utterances, utterance.id) >= 0
  const promises = known ? state.promises.filter(({ utteranceId }) => utteranceId !== utterance.id) : state.promises
  const levels = known ? state.anger.filter(({ utteranceId }) => utteranceId !== utterance.id) : state.anger
  return {
    ...state,
    utterances: inOrder(state.utterances, utterance, known),
    agentTurns: state.agentTurns + (utterance.speaker === 'agent' && !known ? 1 : 0),
    lastHeardAt: at,
    silenceNoticed: false,
    suggestions: event.suggestions ?? state.suggestions,
    heard: utterance.speaker === 'caller' ? event.heard : state.heard,
    anger: anger === null ? levels : [...levels, { utteranceId: utterance.id, atMs: utterance.startMs, level: anger }],
    promises: promise ? [...promises, { ...promise, utteranceId: utterance.id, text: utterance.text, at }] : promises,
  }
}

function inOrder(utterances: readonly FinalUtterance[], added: FinalUtterance, known: boolean): readonly FinalUtterance[] {
  if (!known && (utterances.at(-1)?.startMs ?? 0) <= added.startMs) return withLast(utterances, added)
  const others = utterances.filter(({ id }) => id !== added.id)
  const place = others.findLastIndex(({ startMs }) => startMs <= added.startMs) + 1
  return others.toSpliced(place, 0, added)
}
