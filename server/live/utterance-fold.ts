import type { CallEvent, FinalUtterance } from './call-events.ts'
import type { CallState } from './call-state.ts'

type Heard = Extract<CallEvent, { type: 'utterance heard' }>

/** The state after a final utterance; one with the same id takes the place of the earlier. */
export function withUtterance(state: CallState, event: Heard, at: number): CallState {
  const { utterance, anger, promise } = event
  const promises = state.promises.filter(({ utteranceId }) => utteranceId !== utterance.id)
  const known = state.utterances.findLast(({ id }) => id === utterance.id)
  const levels = state.anger.filter(({ utteranceId }) => utteranceId !== utterance.id)
  return {
    ...state,
    utterances: inOrder(state.utterances, utterance, known !== undefined),
    agentTurns: state.agentTurns + (utterance.speaker === 'agent' && known === undefined ? 1 : 0),
    lastHeardAt: at,
    silenceNoticed: false,
    suggestions: event.suggestions ?? state.suggestions,
    heard: utterance.speaker === 'caller' ? event.heard : state.heard,
    anger: anger === null ? levels : [...levels, { utteranceId: utterance.id, atMs: utterance.startMs, level: anger }],
    promises: promise ? [...promises, { ...promise, utteranceId: utterance.id, text: utterance.text, at }] : promises,
  }
}

function inOrder(utterances: readonly FinalUtterance[], added: FinalUtterance, known: boolean): readonly FinalUtterance[] {
  if (!known && (utterances.at(-1)?.startMs ?? 0) <= added.startMs) return [...utterances, added]
  const others = utterances.filter(({ id }) => id !== added.id)
  const place = others.findLastIndex(({ startMs }) => startMs <= added.startMs) + 1
  return others.toSpliced(place, 0, added)
}
