import { Type } from '@sinclair/typebox'
import { validator } from '../validation.ts'
import { type Adapter, eventsOf, providerFailure } from './adapter.ts'
import { innerJson, ProviderId, within } from './message-parts.ts'

const id = 'xunfei-rtasr'
/** Numbers arrive as texts here. */
const Count = Type.Union([Type.Integer({ minimum: 0, maximum: 1e9 }), Type.String({ pattern: '^\\d{1,9}$' })], { description: 'Expected a whole number' })
const readMessage = validator(
  Type.Object({
    action: Type.String({ description: 'Expected started, result or error' }),
    code: Type.Optional(Type.Union([Type.String(), Type.Number()])),
    desc: Type.Optional(Type.String()),
    sid: Type.Optional(ProviderId),
    data: Type.Optional(Type.String({ description: 'Expected JSON as text' })),
  }),
)
const readResult = validator(Type.Object({ sid: ProviderId, data: Type.String({ description: 'Expected JSON as text' }) }))
const readData = validator(
  Type.Object({
    seg_id: Type.Integer({ minimum: 0, maximum: 1e9, description: 'Expected the number of the result' }),
    cn: Type.Object({
      st: Type.Object({
        bg: Count,
        ed: Count,
        type: Type.Union([Type.Literal('0'), Type.Literal('1')], { description: 'Expected "0" (final) or "1" (partial)' }),
        rt: Type.Array(
          Type.Object({
            ws: Type.Array(Type.Object({ cw: Type.Array(Type.Object({ w: Type.String() })), we: Type.Optional(Count) }), { description: 'Expected a list of words' }),
          }),
          { description: 'Expected a list of parts' },
        ),
      }),
    }),
  }),
)
/** Word times count in frames of 10 ms from the beginning of the sentence. */
const frameMs = 10

/**
 * iFLYTEK's real-time transcription (RTASR). One connection is one side of a call. Type "0" is the final text of a sentence, "1" a partial one,
 * which carries no end; a sentence keeps its beginning, and `seg_id` counts the results of the connection.
 * Source: xfyun.cn/doc/asr/rtasr/API.html.
 */
export const xunfeiRtasr: Adapter = {
  id,
  speakers: {},
  open: (origin) => ({
    push: (message) => {
      const { action, code, desc } = readMessage(message)
      if (action === 'error') throw providerFailure(id, code ?? 'error', desc)
      if (action !== 'result') return []
      const { sid, data } = readResult(message)
      const { seg_id, cn } = within('data', readData, innerJson('data', data))
      const { bg, ed, type, rt } = cn.st
      const words = rt.flatMap(({ ws }) => ws)
      const startMs = Number(bg)
      const heardMs = startMs + Math.max(0, ...words.map(({ we }) => Number(we ?? 0))) * frameMs
      return eventsOf(id, origin, {
        utteranceId: `${sid}-${String(startMs)}`,
        revision: seg_id,
        channel: '',
        text: words.map(({ cw }) => cw[0]?.w ?? '').join(''),
        final: type === '0',
        startMs,
        endMs: Number(ed) > startMs ? Number(ed) : heardMs,
      })
    },
  }),
}
