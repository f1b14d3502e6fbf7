import type { Audience } from '../live/audience.ts'
import { masked } from './masked-entries.ts'

/** The same audience, which sees masks while `masks` says so. */
export function maskedAudience(audience: Audience, masks: () => boolean): Audience {
  const shown = <T>(value: T): T => (masks() ? masked(value) : value)
  return {
    ...audience,
    interim: (callId, utterance) => audience.interim(callId, shown(utterance)),
    heard: (callId, utterance) => audience.heard(callId, shown(utterance)),
    guidance: (callId, guidance) => audience.guidance(callId, shown(guidance)),
    warnings: (callId, board) => audience.warnings(callId, shown(board)),
    cue: (callId, cue) => audience.cue(callId, shown(cue)),
    context: (callId, context) => audience.context(callId, shown(context)),
    changed: (callId, view) => audience.changed(callId, shown(view)),
  }
}
