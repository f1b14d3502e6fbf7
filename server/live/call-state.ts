import type { Frame } from '../../flows/conversation.ts'
import type { CallStatus, ConventionResult, Cue, Label, Suggestion, Whisper } from '../protocol.ts'
import type { TrackedWarning } from '../wording/warning-lifecycle.ts'
import type { CallOrigin, ConventionChange, FactOrigin, FactValue, FinalUtterance, HeardReaction, MoveCause, Promised } from './call-events.ts'

export interface KnownFact {
  readonly value: FactValue
  readonly origin: FactOrigin
}
/** A position of the dialogue and how it came about. */
export interface Position {
  readonly stack: readonly Frame[]
  /** Null at the start of the call. */
  readonly cause: MoveCause | null
  readonly resumed: boolean
  readonly finished: boolean
  /** The documented scenario that the call is or was in. */
  readonly scenario: string | null
}
/** A step that the call came by, for the summary. */
export interface PassedStep extends Frame {
  readonly at: number
}
export interface PromiseMade extends Promised {
  readonly utteranceId: string
  readonly text: string
  readonly at: number
}
/** One time that a convention became due. `turn`: agent turns at that moment. */
export interface ConventionOccasion extends ConventionChange {
  readonly turn: number
  readonly at: number
}
/** A call as plain data: the fold of its journal. Times are ms since the epoch. */
export interface CallState extends Position {
  readonly id: string
  readonly agent: string
  /** The person whose call it is, and the team; null when the telephone system named nobody known. */
  readonly agentId: string | null
  readonly team: string | null
  readonly origin: CallOrigin
  readonly callerNumber: string
  readonly queue: string
  readonly libraryVersion: string
  readonly status: CallStatus
  readonly startedAt: number
  readonly endedAt: number | null
  readonly lastHeardAt: number | null
  readonly heldSince: number | null
  /** The `seq` of the next journal entry. */
  readonly nextSeq: number
  /** Counts the positions shown; a click must name the one it answers. */
  readonly guidanceSeq: number
  /** Earlier positions, oldest first, for going back. */
  readonly earlier: readonly Position[]
  readonly passed: readonly PassedStep[]
  readonly outcome: string | null
  /** Key points of the current step that count as said, with the words heard (null: ticked by hand). */
  readonly points: Readonly<Record<string, string | null>>
  /** Reactions heard in the caller's last turn. */
  readonly heard: readonly HeardReaction[]
  readonly facts: Readonly<Record<string, KnownFact>>
  /** By `startMs`. */
  readonly utterances: readonly FinalUtterance[]
  readonly warnings: readonly TrackedWarning[]
  /** Final utterances of the agent so far. */
  readonly agentTurns: number
  readonly cues: readonly Cue[]
  readonly suggestions: readonly Suggestion[]
  readonly anger: readonly { readonly utteranceId: string; readonly atMs: number; readonly level: number }[]
  readonly promises: readonly PromiseMade[]
  /** Whether silence was noticed since someone last spoke. */
  readonly silenceNoticed: boolean
  readonly holdReminders: number
  readonly promiseDue: boolean
  /** The first moment of the day that the sentences are for, ms since the epoch. */
  readonly day: number
  readonly notice: Label | null
  /** In the order in which they became due; the last of a convention may still be open. */
  readonly conventions: readonly ConventionOccasion[]
  /** The verdict once the line is closed. */
  readonly conventionResults: readonly ConventionResult[] | null
  /** What the caller is to be told at the opening; null: nothing. */
  readonly openingNotice: string | null
  /** The newest line of a supervisor. */
  readonly whisper: Whisper | null
  readonly wrapup: { readonly disposition: string; readonly notes: string } | null
}
