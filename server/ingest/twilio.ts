import { Type } from '@sinclair/typebox'
import { validator } from '../validation.ts'
import { type Adapter, eventsOf, providerFailure } from './adapter.ts'
import { Confidence, epochMs, innerJson, ProviderId, Text, within } from './message-parts.ts'
import { bounded, TurnKeeper } from './turn-keeper.ts'

const id = 'twilio'
const readMessage = validator(
  Type.Object({
    TranscriptionEvent: Type.String({ description: 'Expected transcription-started, -content, -stopped or -error' }),
    CallSid: ProviderId,
    TranscriptionErrorCode: Type.Optional(Type.String()),
    TranscriptionError: Type.Optional(Type.String()),
  }),
)
const readContent = validator(
  Type.Object({
    TranscriptionSid: ProviderId,
    Track: Type.String({ description: 'Expected inbound_track or outbound_track' }),
    SequenceId: Type.String({ pattern: '^\\d{1,9}$', description: 'Expected a whole number' }),
    Timestamp: Type.String({ description: 'Expected a time' }),
    Final: Type.Union([Type.Literal('true'), Type.Literal('false')], { description: 'Expected true or false' }),
    TranscriptionData: Type.String({ description: 'Expected JSON as text' }),
  }),
)
const readTime = validator(Type.Object({ Timestamp: Type.Optional(Type.String({ description: 'Expected a time' })) }))
const readData = validator(Type.Object({ transcript: Text, confidence: Confidence }))

/** Legs of a call that are told apart: two tracks of each transcription. */
const mostLegs = 8

/**
 * Twilio's real-time transcription, as its status callback posts it (a form, every value a text). Which track is the agent depends on the leg
 * that is transcribed: by default the inbound one is the caller. Utterances are not named: what comes between two finals of a track is one.
 * Callbacks may overtake each other; `SequenceId` orders them. Source: twilio.com/docs/voice/twiml/transcription.
 */
export const twilio: Adapter = {
  id,
  speakers: { inbound_track: 'caller', outbound_track: 'agent' },
  conversationOf: (message) => readMessage(message).CallSid,
  open: (origin) => {
    const turnsOf = bounded(mostLegs, () => new TurnKeeper())
    let beganAt = origin.beganAt
    return {
      push: (message) => {
        const { TranscriptionEvent, TranscriptionErrorCode, TranscriptionError } = readMessage(message)
        if (TranscriptionEvent === 'transcription-error') throw providerFailure(id, TranscriptionErrorCode ?? 'error', TranscriptionError)
        const { Timestamp: stamp } = readTime(message)
        if (stamp !== undefined) beganAt ??= epochMs('Timestamp', stamp)
        if (TranscriptionEvent !== 'transcription-content') return []
        const { TranscriptionSid, Track, SequenceId, Timestamp, Final, TranscriptionData } = readContent(message)
        const { transcript, confidence } = within('TranscriptionData', readData, innerJson('TranscriptionData', TranscriptionData))
        const atMs = epochMs('Timestamp', Timestamp) - (beganAt ?? 0)
        const order = Number(SequenceId)
        const name = `${TranscriptionSid}-${String(order)}`
        const turns = turnsOf(`${TranscriptionSid}-${Track}`)
        const words = { channel: Track, text: transcript, endMs: atMs, confidence }
        if (Final === 'true') {
          return turns.once(name, () => {
            const { id: utteranceId, revision, startMs } = turns.final(name, order, atMs)
            return eventsOf(id, origin, { ...words, utteranceId, revision, final: true, startMs })
          })
        }
        const turn = transcript.trim() === '' ? null : turns.interim(name, order, atMs)
        return turn === null ? [] : eventsOf(id, origin, { ...words, utteranceId: turn.id, revision: turn.revision, final: false, startMs: turn.startMs })
      },
    }
  },
}
