import type {
  CallSummary,
  CallView,
  Cue,
  Frame,
  Guidance,
  Label,
  Speaker,
  Utterance,
  WarningBoard,
  WrapupDraft,
} from './call-view.ts'
import type { HeardSpeech } from './desk-view.ts'
import type { ErrorCode } from './errors.ts'
import type { WallCall } from './wall-view.ts'

/** Types shared by server and client. Nothing here runs. Times are ms since the epoch unless said; positions are UTF-16 offsets. */

export type * from './call-view.ts'
export type * from './library-view.ts'
export type * from './desk-view.ts'
export type * from './replay-view.ts'
export type * from './quality-view.ts'
export type * from './evaluation-view.ts'
export type * from './drill-view.ts'
export type * from './course-view.ts'
export type * from './progress-view.ts'
export type * from './authoring-view.ts'
export type * from './flow-view.ts'
export type * from './session-view.ts'
export type * from './privacy-view.ts'
export type * from './wall-view.ts'
export type { ErrorCode } from './errors.ts'

/** The neutral transcript event that every recogniser adapter produces. A lower `revision` of an utterance is ignored. */
export interface TranscriptEvent {
  readonly callId: string
  readonly utteranceId: string
  readonly revision: number
  readonly speaker: Speaker
  readonly text: string
  readonly final: boolean
  /** ms since the call began. */
  readonly startMs: number
  readonly endMs: number
  readonly confidence?: number
  readonly source: string
}

export type Reply<T = null> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: ErrorCode; readonly message: string; readonly field: string | null; readonly zh?: string }
export type Ack<T = null> = (reply: Reply<T>) => void

export interface ServerEvents {
  'call:assigned': (call: CallSummary) => void
  'call:changed': (call: CallView) => void
  /** The call has gone to another agent (his name), and is not this browser's to look at any more. */
  'call:handed': (callId: string, agent: string) => void
  /** The call is at home on another node now: ask for it again. */
  'call:moved': (callId: string) => void
  /** This node is being stopped: connect again, to another one. */
  'server:leaving': () => void
  /** To the agent, where agents are told: who else looks at the call now (names). */
  'call:observed': (callId: string, names: readonly string[]) => void
  /** The supervisor's wall, whole, at most twice a second. */
  'wall:changed': (calls: readonly WallCall[]) => void
  /** Whether the wall shows the calls of every node, or, while the nodes cannot reach each other, of this one only. */
  'wall:reach': (reach: 'all' | 'this node') => void
  'utterance:heard': (callId: string, utterance: Utterance) => void
  'guidance:changed': (callId: string, seq: number, guidance: Guidance) => void
  'warning:changed': (callId: string, warnings: WarningBoard) => void
  'cue:raised': (callId: string, cue: Cue) => void
  /** Facts, suggestions, reminders, anger, status: everything beside the sentence. */
  'context:changed': (callId: string, context: CallContext) => void
}
export type CallContext = Pick<CallView, 'status' | 'facts' | 'suggestions' | 'reminders' | 'anger' | 'heldSince' | 'notice' | 'lastHeardAt' | 'endedAt' | 'scenario' | 'whisper'>

/** Every payload passes its schema before a handler sees it; every request is answered through its acknowledgement. */
export interface ClientEvents {
  'calls:list': (ack: Ack<readonly CallSummary[]>) => void
  'call:watch': (payload: { callId: string }, ack: Ack<CallView>) => void
  'call:leave': (payload: { callId: string }, ack: Ack) => void
  'scenario:choose': (payload: { callId: string; scenario: string }, ack: Ack) => void
  'reaction:report': (payload: { callId: string; seq: number; reaction: string }, ack: Ack) => void
  'point:tick': (payload: { callId: string; seq: number; point: string; said: boolean }, ack: Ack) => void
  'fact:record': (payload: { callId: string; fact: string; value: string | number | boolean | null }, ack: Ack) => void
  /** Go back one step (no `frame`), or to a given frame. */
  'step:correct': (payload: { callId: string; frame?: Frame }, ack: Ack) => void
  'warning:dismiss': (payload: { callId: string; warningId: string; reason: string }, ack: Ack) => void
  /** Words of the agent that his browser recognised. */
  'speech:hear': (payload: HeardSpeech, ack: Ack) => void
  'call:hold': (payload: { callId: string }, ack: Ack) => void
  'call:retrieve': (payload: { callId: string }, ack: Ack) => void
  'call:end': (payload: { callId: string }, ack: Ack<WrapupDraft>) => void
  /** The calls of one's team, and from now on `wall:changed`. */
  'wall:watch': (ack: Ack<readonly WallCall[]>) => void
  'wall:leave': (ack: Ack) => void
  /** A written line to the agent, at most 60 characters; it takes the place of the one before. */
  'whisper:send': (payload: { callId: string; text: string }, ack: Ack) => void
  'whisper:acknowledge': (payload: { callId: string; id: string }, ack: Ack) => void
  /** The call goes from its agent to the supervisor who asks, as it stands. */
  'call:take-over': (payload: { callId: string }, ack: Ack) => void
  'wrapup:submit': (payload: { callId: string; disposition: string; notes: string }, ack: Ack) => void
}

/** `GET /api/scenarios`: what the agent's search looks through. */
export interface ScenarioCard {
  readonly id: string
  readonly family: string
  readonly familyLabel: Label
  readonly title: Label
  readonly goal: Label
  readonly openings: readonly string[]
  readonly phrases: readonly string[]
  /** Pinyin of the title without tones, and its initials: `tuihuan`, `th`. */
  readonly pinyin: string
  readonly initials: string
}
/** `GET /api/samples`: calls that can be played through the real ingest endpoint. */
export interface SampleCall {
  readonly id: string
  readonly title: Label
  readonly description: Label
  readonly scenario: string
  readonly outcome: string
  readonly durationMs: number
}
