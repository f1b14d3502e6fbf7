import type { CallContext, CallView, Cue, Guidance, Utterance, WarningBoard } from '../../../server/protocol.ts'

/** The call with one utterance heard, heard better, or withdrawn (an empty interim). An interim never replaces a final text; order is by start time. */
export function withUtterance(call: CallView, heard: Utterance): CallView {
  const at = call.utterances.findIndex(({ id }) => id === heard.id)
  const known = call.utterances[at]
  if (known?.final && !heard.final) return call
  if (heard.text === '' && !heard.final) return known ? { ...call, utterances: call.utterances.toSpliced(at, 1) } : call
  if (known) return { ...call, utterances: call.utterances.with(at, heard) }
  const after = call.utterances.findLastIndex(({ startMs }) => startMs <= heard.startMs)
  return { ...call, utterances: call.utterances.toSpliced(after + 1, 0, heard) }
}

/** The call with newer guidance; guidance with a lower `seq` came late and is dropped. */
export function withGuidance(call: CallView, seq: number, guidance: Guidance): CallView {
  if (seq < call.guidance.seq) return call
  const top = guidance.stack.at(-1)
  return { ...call, guidance, passed: top && seq > call.guidance.seq ? [...call.passed, top] : call.passed }
}

export const withWarnings = (call: CallView, warnings: WarningBoard): CallView => ({ ...call, warnings })
export const withCue = (call: CallView, cue: Cue): CallView => ({
  ...call,
  cues: [...call.cues.filter(({ id, utteranceId }) => id !== cue.id || utteranceId !== cue.utteranceId), cue],
})
export const withContext = (call: CallView, context: CallContext): CallView => ({ ...call, ...context })
