import { type Static, Type } from '@sinclair/typebox'
import type { Speaker, TranscriptEvent } from '../protocol.ts'
import { validator } from '../validation.ts'

const Time = Type.Integer({ description: 'Expected whole milliseconds' })
const Message = Type.Object({
  header: Type.Object({
    namespace: Type.Literal('SpeechTranscriber', { description: 'Expected SpeechTranscriber' }),
    name: Type.String({ description: 'Expected the name of the event' }),
    task_id: Type.String({ pattern: '^[A-Za-z0-9-]{1,64}$', description: 'Expected the id of the task' }),
  }),
  payload: Type.Optional(Type.Unknown()),
})
const Words = Type.Object({
  index: Type.Integer({ minimum: 0, description: 'Expected the number of the sentence' }),
  time: Time,
  begin_time: Type.Optional(Time),
  result: Type.String({ description: 'Expected the text of the sentence' }),
  confidence: Type.Optional(Type.Number({ description: 'Expected a number' })),
})
const readMessage = validator(Message)
const readPayload = validator(Type.Object({ payload: Words }))

/** What an NLS message does not say itself: one recognition task is one side of one call. */
export interface NlsOrigin {
  readonly callId: string
  readonly speaker: Speaker
}

/**
 * A message of Alibaba Cloud's real-time recogniser (NLS, namespace SpeechTranscriber, `enable_intermediate_result` on)
 * as a neutral event; null for messages without words. Sentences are told apart by task and index; the audio time that a
 * message stands for grows with each revision, so it serves as the revision.
 * Throws SunlineError 'invalid payload' naming the field. Source: help.aliyun.com/document_detail/324262.html.
 */
export function fromAliyunNls(message: unknown, { callId, speaker }: NlsOrigin): TranscriptEvent | null {
  const { header } = readMessage(message)
  const final = header.name === 'SentenceEnd'
  if (!final && header.name !== 'TranscriptionResultChanged') return null
  const { index, time, begin_time, result, confidence }: Static<typeof Words> = readPayload(message).payload
  const endMs = Math.max(time, 0)
  return {
    callId,
    utteranceId: `${header.task_id}-${String(index)}`,
    revision: endMs,
    speaker,
    text: result,
    final,
    startMs: Math.min(Math.max(begin_time ?? endMs, 0), endMs),
    endMs,
    source: 'aliyun-nls',
    ...(confidence === undefined ? {} : { confidence: Math.min(Math.max(confidence, 0), 1) }),
  }
}
