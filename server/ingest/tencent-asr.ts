import { Type } from '@sinclair/typebox'
import { validator } from '../validation.ts'
import { type Adapter, eventsOf, providerFailure } from './adapter.ts'
import { Millis, ProviderId, Text } from './message-parts.ts'

const id = 'tencent-asr'
const readMessage = validator(
  Type.Object({
    code: Type.Integer({ description: 'Expected the code, 0 for success' }),
    message: Type.Optional(Type.String()),
    voice_id: Type.Optional(ProviderId),
    result: Type.Optional(Type.Unknown()),
  }),
)
const readWords = validator(
  Type.Object({
    voice_id: ProviderId,
    result: Type.Object({
      slice_type: Type.Integer({ minimum: 0, maximum: 2, description: 'Expected 0 (begin), 1 (unstable) or 2 (stable)' }),
      index: Type.Integer({ minimum: 0, maximum: 1e9, description: 'Expected the number of the sentence' }),
      start_time: Millis,
      end_time: Millis,
      voice_text_str: Text,
    }),
  }),
)

/**
 * Tencent Cloud's real-time recogniser. One connection is one side of a call. Slice type 2 is the final text of a sentence, and may be its only one;
 * `final: 1` ends the stream, not a sentence. Connect with `filter_dirty=0` (else forbidden words arrive as `*`) and `needvad=1`.
 * Source: cloud.tencent.com/document/product/1093/48982.
 */
export const tencentAsr: Adapter = {
  id,
  speakers: {},
  open: (origin) => ({
    push: (message) => {
      const { code, message: reason, result } = readMessage(message)
      if (code !== 0) throw providerFailure(id, code, reason)
      if (result === undefined || result === null) return []
      const { voice_id, result: words } = readWords(message)
      const { slice_type, index, start_time, end_time, voice_text_str } = words
      return eventsOf(id, origin, {
        utteranceId: `${voice_id}-${String(index)}`, revision: end_time, channel: '', text: voice_text_str, final: slice_type === 2, startMs: start_time, endMs: Math.max(start_time, end_time),
      })
    },
  }),
}
