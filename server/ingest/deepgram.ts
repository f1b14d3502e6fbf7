import { Type } from '@sinclair/typebox'
import type { TranscriptEvent } from '../protocol.ts'
import { validator } from '../validation.ts'
import { type Adapter, eventsOf, joined, type StreamOrigin } from './adapter.ts'
import { Confidence, ProviderId, Text } from './message-parts.ts'
import { bounded, TurnKeeper } from './turn-keeper.ts'

const id = 'deepgram'
const Seconds = Type.Number({ minimum: -1, maximum: 86_400, description: 'Expected seconds' })
const Channels = Type.Array(Type.Integer({ minimum: 0, maximum: 64 }), { minItems: 1, description: 'Expected the number of the channel and of all channels' })
const readMessage = validator(Type.Object({ type: Type.String({ description: 'Expected Results, UtteranceEnd, SpeechStarted or Metadata' }) }))
const readResults = validator(
  Type.Object({
    channel_index: Channels,
    start: Seconds,
    duration: Seconds,
    is_final: Type.Boolean({ description: 'Expected true or false' }),
    speech_final: Type.Boolean({ description: 'Expected true or false' }),
    channel: Type.Object({ alternatives: Type.Array(Type.Object({ transcript: Text, confidence: Confidence }), { minItems: 1, description: 'Expected at least one alternative' }) }),
    metadata: Type.Object({ request_id: ProviderId }),
  }),
)
const readEnd = validator(Type.Object({ channel: Channels, last_word_end: Seconds }))

const mostChannels = 16
const ms = (seconds: number): number => Math.round(seconds * 1_000)

/**
 * Deepgram's streaming results. `is_final` fixes a chunk, not a sentence: chunks are put together until `speech_final`, `UtteranceEnd`
 * or the end of the stream (`Metadata`). Without `multichannel` there is one channel, 0.
 * Source: developers.deepgram.com/docs/understand-endpointing-interim-results.
 */
export const deepgram: Adapter = {
  id,
  speakers: {},
  open: (origin) => {
    const channels = new Set<string>()
    const legOf = bounded(mostChannels, (channel) => {
      channels.add(channel)
      return leg(origin, channel)
    })
    return {
      push: (message) => {
        const { type } = readMessage(message)
        if (type === 'Metadata') return [...channels].flatMap((channel) => legOf(channel).close('end', null))
        if (type === 'UtteranceEnd') {
          const { channel, last_word_end } = readEnd(message)
          return legOf(String(channel[0])).close(`end-${String(last_word_end)}`, last_word_end < 0 ? null : ms(last_word_end))
        }
        if (type !== 'Results') return []
        const results = readResults(message)
        return legOf(String(results.channel_index[0])).hear(results)
      },
    }
  },
}

interface Leg {
  readonly hear: (results: ReturnType<typeof readResults>) => readonly TranscriptEvent[]
  readonly close: (key: string, endMs: number | null) => readonly TranscriptEvent[]
}

function leg(origin: StreamOrigin, channel: string): Leg {
  let request = ''
  let turns = new TurnKeeper()
  let chunks: string[] = []
  /** Audio up to here is fixed, ms. */
  let fixedMs = -1
  let beganMs = 0

  const emit = (turn: { readonly id: string; readonly revision: number; readonly startMs: number }, text: string, final: boolean, endMs: number, confidence?: number) =>
    eventsOf(id, origin, { utteranceId: turn.id, revision: turn.revision, channel, text, final, startMs: turn.startMs, endMs, confidence })
  const finish = (endMs: number, confidence?: number): readonly TranscriptEvent[] => {
    const text = joined(chunks)
    chunks = []
    return text === '' ? [] : emit(turns.final(nameOf(beganMs), endMs, beganMs), text, true, endMs, confidence)
  }
  const nameOf = (startMs: number): string => `${request}-${channel}-${String(startMs)}`
  return {
    hear: ({ start, duration, is_final, speech_final, channel: { alternatives }, metadata }) => {
      if (metadata.request_id !== request) {
        request = metadata.request_id
        turns = new TurnKeeper()
        chunks = []
        fixedMs = -1
      }
      const { transcript = '', confidence } = alternatives[0] ?? {}
      const endMs = ms(start + duration)
      const key = `${String(endMs)}-${String(ms(start))}`
      const hear = (): readonly TranscriptEvent[] => {
        if (endMs <= fixedMs) return []
        if (chunks.length === 0) beganMs = ms(start)
        const text = joined([...chunks, transcript].filter((piece) => piece !== ''))
        if (is_final) {
          fixedMs = endMs
          if (transcript !== '') chunks.push(transcript)
          if (speech_final) return finish(endMs, confidence)
        }
        const turn = text === '' ? null : turns.interim(nameOf(beganMs), endMs, beganMs)
        return turn === null ? [] : emit(turn, text, false, endMs, confidence)
      }
      return is_final && speech_final ? turns.once(key, hear) : hear()
    },
    close: (key, endMs) => {
      if (chunks.length === 0) return turns.once(key, () => [])
      return turns.once(key, () => finish(Math.max(endMs ?? fixedMs, fixedMs)))
    },
  }
}
