import { Type } from '@sinclair/typebox'
import { SunlineError } from '../errors.ts'
import { validator } from '../validation.ts'
import { type Adapter, eventsOf, providerFailure } from './adapter.ts'
import { Confidence, innerJson, ProviderId } from './message-parts.ts'
import { bounded, TurnKeeper } from './turn-keeper.ts'

const id = 'azure-speech'
const Ticks = Type.Number({ minimum: 0, maximum: 864_000_000_000, description: 'Expected ticks of 100 ns' })
const Channel = Type.Optional(Type.Integer({ minimum: 0, maximum: 64, description: 'Expected the number of the channel' }))
const Times = { Id: ProviderId, Offset: Ticks, Duration: Ticks, Channel }
const readMessage = validator(Type.Object({ RecognitionStatus: Type.Optional(Type.Unknown()), Text: Type.Optional(Type.Unknown()) }))
const readHypothesis = validator(Type.Object({ ...Times, Text: Type.String({ description: 'Expected the text' }) }))
const readPhrase = validator(
  Type.Object({
    ...Times,
    RecognitionStatus: Type.String({ description: 'Expected the status, such as Success or NoMatch' }),
    DisplayText: Type.Optional(Type.String({ description: 'Expected the text' })),
    NBest: Type.Optional(Type.Array(Type.Object({ Display: Type.Optional(Type.String()), Confidence }), { description: 'Expected a list' })),
  }),
)
const mostChannels = 16
const ms = (ticks: number): number => Math.round(ticks / 10_000)
/** What stands for speech that came to nothing. */
const wordless = new Set(['NoMatch', 'InitialSilenceTimeout', 'BabbleTimeout'])

/**
 * Azure AI Speech: the JSON of an SDK result (`result.json` of `recognizing` and `recognized`), or a text frame of the websocket with its headers.
 * The id of the hypotheses differs from that of their phrase, so what comes between two phrases is one utterance; `NoMatch` withdraws it.
 * Times are ticks of 100 ns. Source: learn.microsoft.com/azure/ai-services/speech-service, and the SDK's SpeechResults.
 */
export const azureSpeech: Adapter = {
  id,
  speakers: {},
  open: (origin) => {
    const turnsOf = bounded(mostChannels, () => new TurnKeeper())
    return {
      push: (given) => {
        const message = typeof given === 'string' ? readFrame(given) : given
        const { RecognitionStatus, Text } = readMessage(message)
        if (RecognitionStatus === undefined) {
          if (Text === undefined) return []
          const { Id, Offset, Duration, Channel: channel = 0, Text: text } = readHypothesis(message)
          const endMs = ms(Offset + Duration)
          const turn = text.trim() === '' ? null : turnsOf(String(channel)).interim(Id, endMs, ms(Offset))
          return turn === null ? [] : eventsOf(id, origin, { utteranceId: turn.id, revision: turn.revision, channel: String(channel), text, final: false, startMs: turn.startMs, endMs })
        }
        const phrase = readPhrase(message)
        const { Id, Offset, Duration, Channel: channel = 0, DisplayText, NBest, RecognitionStatus: status } = phrase
        if (status === 'Error') throw providerFailure(id, status, undefined)
        const turns = turnsOf(String(channel))
        const endMs = ms(Offset + Duration)
        return turns.once(`${Id}-${String(Offset)}`, () => {
          const turn = status === 'Success' ? turns.final(Id, endMs, ms(Offset)) : wordless.has(status) ? turns.discard(endMs) : null
          if (turn === null) return []
          const text = status === 'Success' ? (DisplayText ?? NBest?.[0]?.Display ?? '') : ''
          const { id: utteranceId, revision, startMs } = turn
          return eventsOf(id, origin, { utteranceId, revision, channel: String(channel), text, final: true, startMs, endMs, confidence: NBest?.[0]?.Confidence })
        })
      },
    }
  },
}

/** A text frame: header lines, an empty line, JSON. The request's id stands in for the result's. */
function readFrame(frame: string): unknown {
  const gap = /\r?\n\r?\n/u.exec(frame)
  const request = /^x-requestid:\s*(\S+)/imu.exec(frame)?.[1]
  if (gap === null) throw new SunlineError('invalid payload', 'the frame has no body: expected header lines, an empty line and JSON')
  const body = frame.slice(gap.index + gap[0].length).trim()
  const read = body === '' ? {} : innerJson('body', body)
  return typeof read === 'object' && read !== null ? { ...(request === undefined ? {} : { Id: request }), ...read } : read
}
