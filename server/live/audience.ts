import type { CallContext, CallSummary, CallView, Cue, Guidance, Utterance, WarningBoard } from '../protocol.ts'

/** Those who look at calls. Nothing here waits: a slow browser never holds up a call. */
export interface Audience {
  /** Whether anyone watches the call; when not, nothing need be prepared for it. */
  readonly watches: (callId: string) => boolean
  /** Interim speech: for each watcher only the latest counts. */
  readonly interim: (callId: string, utterance: Utterance) => void
  readonly heard: (callId: string, utterance: Utterance) => void
  readonly guidance: (callId: string, guidance: Guidance) => void
  readonly warnings: (callId: string, board: WarningBoard) => void
  readonly cue: (callId: string, cue: Cue) => void
  readonly context: (callId: string, context: CallContext) => void
  readonly changed: (callId: string, view: CallView) => void
  /** For the list of calls: a new call, or one whose line there changed. */
  readonly listed: (call: CallSummary) => void
}

/** Nobody looks on. */
export const nobody: Audience = {
  watches: () => false,
  interim: () => undefined,
  heard: () => undefined,
  guidance: () => undefined,
  warnings: () => undefined,
  cue: () => undefined,
  context: () => undefined,
  changed: () => undefined,
  listed: () => undefined,
}
