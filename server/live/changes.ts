import type { CallState } from './call-state.ts'

const differs = (a: CallState, b: CallState, keys: readonly (keyof CallState)[]): boolean => keys.some((key) => a[key] !== b[key])

/** Whether the sentence, its points, buttons or placeholders may look different. */
export const guidanceChanged = (a: CallState, b: CallState): boolean => differs(a, b, ['guidanceSeq', 'points', 'heard', 'facts', 'day'])
/** Whether something beside the sentence may look different. */
export const contextChanged = (a: CallState, b: CallState): boolean =>
  differs(a, b, ['status', 'facts', 'suggestions', 'anger', 'heldSince', 'notice', 'scenario', 'conventions', 'stack', 'whisper'])
/** Whether the call's line in the lists, and so its row in the store, is different. */
export const listingChanged = (a: CallState, b: CallState): boolean =>
  differs(a, b, ['status', 'scenario', 'outcome', 'endedAt', 'agent', 'agentId', 'team', 'callerNumber', 'queue'])
