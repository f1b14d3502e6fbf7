import type { Speaker } from '../protocol.ts'

export type { Severity, Speaker } from '../protocol.ts'

/** A stretch of the original text, UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}
/** One final utterance, for rules that look back. */
export interface Turn {
  readonly speaker: Speaker
  readonly text: string
}
export type FactLookup = Readonly<Record<string, string | number | boolean | null | undefined>>
/** Where an utterance stands in its call. Everything but the text may be unknown (batch audit of single lines). */
export interface TurnContext {
  readonly speaker: Speaker
  readonly scenario: string | null
  readonly step: string | null
  readonly phase: 'opening' | 'scenario' | 'closing' | null
  readonly team: string | null
  readonly facts: FactLookup
  /** Earlier final turns of the call, oldest first. */
  readonly history: readonly Turn[]
  /** True when the speaker may still be speaking (an interim transcript). */
  readonly interim: boolean
  /** ms since the epoch: for rules that are valid for a time only. */
  readonly now: number
  /** True when the caller had not finished when the utterance began; absent when not known. */
  readonly callerSpeaking?: boolean
}
