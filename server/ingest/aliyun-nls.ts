import { Type } from '@sinclair/typebox'
import { validator } from '../validation.ts'
import { type Adapter, eventsOf, providerFailure } from './adapter.ts'
import { Confidence, Millis, ProviderId, Text } from './message-parts.ts'

const id = 'aliyun-nls'
const readMessage = validator(
  Type.Object({
    header: Type.Object({
      namespace: Type.Literal('SpeechTranscriber', { description: 'Expected SpeechTranscriber' }),
      name: Type.String({ description: 'Expected the name of the event' }),
      task_id: ProviderId,
      status: Type.Optional(Type.Union([Type.Number(), Type.String()])),
      status_text: Type.Optional(Type.String()),
    }),
  }),
)
const readWords = validator(
  Type.Object({
    payload: Type.Object({
      index: Type.Integer({ minimum: 0, maximum: 1e9, description: 'Expected the number of the sentence' }),
      time: Millis,
      begin_time: Type.Optional(Millis),
      result: Text,
      confidence: Confidence,
    }),
  }),
)

/**
 * Alibaba Cloud's real-time recogniser (NLS, namespace SpeechTranscriber, `enable_intermediate_result` on). One task is one side of a call.
 * Sentences are told apart by task and index; the audio time that a message stands for grows with each revision, so it serves as one.
 * Source: help.aliyun.com/document_detail/324262.html.
 */
export const aliyunNls: Adapter = {
  id,
  speakers: {},
  open: (origin) => ({
    push: (message) => {
      const { header } = readMessage(message)
      if (header.name === 'TaskFailed') throw providerFailure(id, header.status ?? 'TaskFailed', header.status_text)
      const final = header.name === 'SentenceEnd'
      if (!final && header.name !== 'TranscriptionResultChanged') return []
      const { index, time, begin_time, result, confidence } = readWords(message).payload
      return eventsOf(id, origin, {
        utteranceId: `${header.task_id}-${String(index)}`, revision: time, channel: '', text: result, final, startMs: begin_time ?? time, endMs: time, confidence,
      })
    },
  }),
}
