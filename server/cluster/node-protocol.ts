import type { Receipt } from '../ingest/receive.ts'
import type { CallSummary, Reply, TranscriptEvent } from '../protocol.ts'
import type { CallLine } from '../telephony/call-line.ts'

/** The answer of a node at which the call is not at home. */
export const moved = 'moved'
export type NodeReceipt = Receipt | typeof moved
/** A method of the telephone line with what it is given; the first names the call. */
export interface LineErrand {
  readonly method: keyof CallLine
  readonly args: readonly unknown[]
}

/** What nodes ask each other, on a namespace of their own. */
export interface NodeEvents {
  /** Take in an event of a call that is at home there. */
  transcript: (event: TranscriptEvent, answer?: (receipt: NodeReceipt) => void) => void
  /** What the telephone system did to a call that is at home there. */
  line: (errand: LineErrand, answer: (reply: Reply<CallSummary | null> | typeof moved) => void) => void
  /** Somebody else wrote to a call that is at home there: it is to be read anew. */
  reread: (callId: string) => void
  /** Give a call to the node `to`, whose browser its agent is at; false when the agent is connected there too. */
  'hand over': (asked: { readonly callId: string; readonly to: string }, answer: (given: boolean) => void) => void
}
