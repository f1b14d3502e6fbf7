/** `GET /api/desk`: what the agent's page offers beside the call. */
export interface DeskView {
  /** Address of the customer's page in another system, with `{placeholders}` for facts and for callId, callerNumber, queue, agent; null: none. */
  readonly screenPop: string | null
  /** Whether the speech recognition of the browser may be used. */
  readonly browserSpeech: boolean
}
/** What a browser heard the agent say. Times: ms since the call began. */
export interface HeardSpeech {
  readonly callId: string
  readonly utteranceId: string
  readonly revision: number
  readonly text: string
  readonly final: boolean
  readonly startMs: number
  readonly endMs: number
  readonly confidence?: number
}
