import { Type } from '@sinclair/typebox'
import type { TranscriptEvent } from '../protocol.ts'
import { validator } from '../validation.ts'
import { type Adapter, eventsOf, joined, providerFailure, type StreamOrigin } from './adapter.ts'
import { Millis, ProviderId, Text, within } from './message-parts.ts'
import { bounded } from './turn-keeper.ts'

const id = 'contact-lens'
const Role = Type.String({ description: 'Expected the role of the participant' })
const Piece = Type.Object({ Id: ProviderId, TranscriptId: ProviderId, ParticipantRole: Role, PartialContent: Text, BeginOffsetMillis: Millis, EndOffsetMillis: Millis })
const Sentence = Type.Object({ Id: ProviderId, ParticipantRole: Role, Content: Text, BeginOffsetMillis: Millis, EndOffsetMillis: Millis })
const readMessage = validator(
  Type.Object({
    ContactId: ProviderId,
    Channel: Type.Optional(Type.String()),
    EventType: Type.Optional(Type.String()),
    Segments: Type.Optional(Type.Array(Type.Object({ Utterance: Type.Optional(Type.Unknown()), Transcript: Type.Optional(Type.Unknown()) }), { maxItems: 500, description: 'Expected at most 500 segments' })),
  }),
)
const readPiece = validator(Piece)
const readSentence = validator(Sentence)

/** Sentences whose pieces are kept, and pieces of one sentence. */
const mostOpen = 32
const mostPieces = 200
/** A final text outranks every number of pieces. */
const finalRank = 1_000_000

/**
 * Amazon Connect Contact Lens, real-time segment streams for voice. An `Utterance` holds only what is new since the last one of its
 * transcript, so they are put together; the `Transcript` with that id takes their place.
 * Source: docs.aws.amazon.com/connect/latest/adminguide/real-time-contact-analysis-segment-streams-data-model.html.
 */
export const contactLens: Adapter = {
  id,
  speakers: { AGENT: 'agent', CUSTOMER: 'caller', SYSTEM: null, CUSTOM_BOT: null, SUPERVISOR: null },
  conversationOf: (message) => readMessage(message).ContactId,
  open: (origin) => {
    const piecesOf = bounded(mostOpen, () => new Map<string, { readonly from: number; readonly to: number; readonly text: string }>())
    return {
      push: (message) => {
        const { Channel, EventType, Segments } = readMessage(message)
        if (EventType === 'FAILED') throw providerFailure(id, 'FAILED', undefined)
        if (Channel !== undefined && Channel !== 'VOICE') return []
        return (Segments ?? []).flatMap((segment, index): readonly TranscriptEvent[] => {
          const place = `Segments.${String(index)}`
          if (segment.Transcript !== undefined) return sentence(origin, within(`${place}.Transcript`, readSentence, segment.Transcript))
          if (segment.Utterance === undefined) return []
          const piece = within(`${place}.Utterance`, readPiece, segment.Utterance)
          const pieces = piecesOf(piece.TranscriptId)
          if (pieces.size < mostPieces) pieces.set(piece.Id, { from: piece.BeginOffsetMillis, to: piece.EndOffsetMillis, text: piece.PartialContent })
          const inOrder = [...pieces.values()].sort((a, b) => a.from - b.from)
          return eventsOf(id, origin, {
            utteranceId: piece.TranscriptId,
            revision: pieces.size,
            channel: piece.ParticipantRole,
            text: joined(inOrder.map(({ text }) => text)),
            final: false,
            startMs: inOrder[0]?.from ?? 0,
            endMs: Math.max(...inOrder.map(({ to }) => to)),
          })
        })
      },
    }
  },
}

const sentence = (origin: StreamOrigin, { Id, ParticipantRole, Content, BeginOffsetMillis, EndOffsetMillis }: ReturnType<typeof readSentence>): readonly TranscriptEvent[] =>
  eventsOf(id, origin, { utteranceId: Id, revision: finalRank, channel: ParticipantRole, text: Content, final: true, startMs: BeginOffsetMillis, endMs: EndOffsetMillis })
