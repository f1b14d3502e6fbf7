import type { CallStatus, Label, Severity, Whisper } from './call-view.ts'

/** A call of the team as the supervisor's wall shows it. Nothing here runs. Times are ms since the epoch. */
export interface WallCall {
  readonly id: string
  readonly status: Extract<CallStatus, 'live' | 'held'>
  readonly agent: string
  readonly agentId: string | null
  readonly callerNumber: string
  readonly queue: string
  readonly scenario: Label | null
  readonly startedAt: number
  readonly heldSince: number | null
  readonly lastHeardAt: number | null
  /** Anger 0–1 after each of the last caller turns, oldest first. */
  readonly anger: readonly number[]
  /** Warnings that nothing has repaired yet, and the gravest of them. */
  readonly open: number
  readonly warning: { readonly severity: Severity; readonly match: string } | null
  /** The crisis that the call is in; null: none. */
  readonly crisis: Label | null
  readonly whisper: Whisper | null
}
