import type { Frame } from '../../flows/conversation.ts'
import type { Reaction } from '../../flows/reactions.ts'
import type { ConventionResult, Cue, Label, Mark, Speaker, Suggestion } from '../protocol.ts'
import type { InterimVerdict } from '../wording/retractions.ts'
import type { TrackedWarning } from '../wording/warning-lifecycle.ts'

/** A final utterance as the journal keeps it. `startMs`, `endMs`: since the call began. */
export interface FinalUtterance {
  readonly id: string
  readonly revision: number
  readonly speaker: Speaker
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly confidence?: number
  readonly source: string
  readonly marks: readonly Mark[]
}
/** A reaction heard in the caller's last words. */
export interface HeardReaction {
  readonly reaction: Reaction
  readonly match: string
}
/** A promise of a callback heard in the agent's words. `withinMs`: when a span of time was named, else null. */
export interface Promised {
  readonly withinMs: number | null
}
/** What became of a convention of every call: it may be open, due (the agent is reminded), kept, missed, or not apply any more. */
export type ConventionStatus = 'open' | 'due' | 'kept' | 'missed' | 'waived'
export interface ConventionChange {
  readonly convention: string
  readonly status: ConventionStatus
  /** The agent's words that kept it and their utterance; null when no words did. */
  readonly match: string | null
  readonly utteranceId: string | null
}
export type FactValue = string | number | boolean
export type FactOrigin = 'heard' | 'agent' | 'system'
export type Timer = 'caller silent' | 'hold reminder' | 'promise due' | 'day changed' | 'abandoned'
/** What moved the dialogue. */
export type MoveCause =
  | { readonly by: 'reaction'; readonly reaction: Reaction; readonly heard: string | null }
  | { readonly by: 'choice'; readonly scenario: string }
  | { readonly by: 'correction' }
  | { readonly by: 'undo' }
  | { readonly by: 'restart' }

/** Where a call came from: the line, a sample that was played, a transcript from outside, or practice. */
export type CallOrigin = 'live' | 'sample' | 'import' | 'drill'

/** Everything that can happen in a call. The journal holds these and nothing else; state is their fold. */
export type CallEvent =
  | {
      readonly type: 'call started'
      readonly callId: string
      readonly agent: string
      /** The person and the team; absent in journals older than accounts, like `origin`. */
      readonly agentId?: string | null
      readonly team?: string | null
      readonly origin?: CallOrigin
      readonly callerNumber: string
      readonly queue: string
      readonly libraryVersion: string
      readonly stack: readonly Frame[]
      readonly facts: Readonly<Record<string, FactValue>>
      /** What the caller is to be told at the opening, e.g. that the call is recorded; absent: nothing. */
      readonly openingNotice?: string
    }
  | { readonly type: 'call described'; readonly agent: string; readonly agentId?: string | null; readonly team?: string | null; readonly callerNumber: string; readonly queue: string }
  | {
      readonly type: 'utterance heard'
      readonly utterance: FinalUtterance
      /** Anger 0–1 after this caller turn; null for the agent's. */
      readonly anger: number | null
      /** Null: unchanged. */
      readonly suggestions: readonly Suggestion[] | null
      readonly heard: readonly HeardReaction[]
      readonly promise: Promised | null
    }
  | { readonly type: 'cue raised'; readonly cue: Cue }
  | { readonly type: 'warning changed'; readonly warning: TrackedWarning }
  /** The utterance is final: what its interims showed of each rule, and whether the final text kept it. */
  | { readonly type: 'interims judged'; readonly utteranceId: string; readonly rules: readonly InterimVerdict[] }
  | { readonly type: 'point said'; readonly point: string; readonly said: boolean; readonly heard: string | null }
  | { readonly type: 'fact recorded'; readonly fact: string; readonly value: FactValue | null; readonly origin: FactOrigin }
  | {
      readonly type: 'moved'
      readonly cause: MoveCause
      readonly stack: readonly Frame[]
      readonly outcome: string | null
      /** The flow below was taken up again: a bridge sentence comes first. */
      readonly resumed: boolean
      readonly finished: boolean
      readonly notice: Label | null
    }
  /** What the agent was given to say, as text, so that reviews need no old library. */
  | { readonly type: 'guidance shown'; readonly guidanceSeq: number; readonly phrase: string; readonly text: string }
  | { readonly type: 'held' }
  | { readonly type: 'retrieved' }
  | { readonly type: 'clock rang'; readonly timer: Timer }
  /** The machine's clock was set: it is `by` ms further (less than 0: back) than time that passed. Times before this entry are counted on the new clock. */
  | { readonly type: 'clock jumped'; readonly by: number }
  | { readonly type: 'conventions noted'; readonly changes: readonly ConventionChange[] }
  | { readonly type: 'ended' }
  /** The verdict on every convention at the end of the call, as text, so that reviews need no old library. A later one replaces it. */
  | { readonly type: 'conventions judged'; readonly results: readonly ConventionResult[] }
  /** A supervisor's line to the agent; it takes the place of the one before. */
  | { readonly type: 'whisper sent'; readonly id: string; readonly text: string; readonly by: string; readonly byId: string }
  | { readonly type: 'whisper acknowledged'; readonly id: string }
  | { readonly type: 'wrapped up'; readonly disposition: string; readonly notes: string }

/** An event with its place in the call (`seq` from 0) and its time (ms since the epoch). */
export interface JournalEntry {
  readonly seq: number
  readonly at: number
  readonly event: CallEvent
}
