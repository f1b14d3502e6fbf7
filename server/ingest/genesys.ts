import { Type } from '@sinclair/typebox'
import { validator } from '../validation.ts'
import { type Adapter, eventsOf } from './adapter.ts'
import { Confidence, Millis, ProviderId, Text } from './message-parts.ts'

const id = 'genesys'
const readMessage = validator(Type.Object({ topicName: Type.String({ description: 'Expected the name of the topic' }) }))
const readBody = validator(
  Type.Object({
    eventBody: Type.Object({
      conversationId: ProviderId,
      sessionStartTimeMs: Type.Optional(Type.Number({ minimum: 0, maximum: 1e14, description: 'Expected ms since the epoch' })),
      transcripts: Type.Optional(
        Type.Array(
          Type.Object({
            utteranceId: ProviderId,
            isFinal: Type.Boolean({ description: 'Expected true or false' }),
            channel: Type.String({ description: 'Expected EXTERNAL or INTERNAL' }),
            alternatives: Type.Array(
              Type.Object({ transcript: Text, confidence: Confidence, offsetMs: Type.Optional(Millis), durationMs: Type.Optional(Millis) }),
              { minItems: 1, description: 'Expected at least one alternative' },
            ),
          }),
          { maxItems: 500, description: 'Expected at most 500 transcripts' },
        ),
      ),
    }),
  }),
)
const topic = /^v2\.conversations\.[^.]+\.transcription$/u

/**
 * Genesys Cloud notifications of the topic `v2.conversations.{id}.transcription`. One channel carries the events of many conversations, and
 * other topics besides: each is sorted by its own conversation, what is no transcription is left out.
 * Source: developer.genesys.cloud, notifications.
 */
export const genesys: Adapter = {
  id,
  speakers: { INTERNAL: 'agent', EXTERNAL: 'caller' },
  conversationOf: (message) => (topic.test(readMessage(message).topicName) ? readBody(message).eventBody.conversationId : null),
  open: (origin) => ({
    push: (message) => {
      if (!topic.test(readMessage(message).topicName)) return []
      const { sessionStartTimeMs, transcripts } = readBody(message).eventBody
      const sinceCall = sessionStartTimeMs === undefined || origin.beganAt === null ? 0 : sessionStartTimeMs - origin.beganAt
      return (transcripts ?? []).flatMap(({ utteranceId, isFinal, channel, alternatives }) => {
        const { transcript = '', confidence, offsetMs = 0, durationMs = 0 } = alternatives[0] ?? {}
        const startMs = offsetMs + sinceCall
        return eventsOf(id, origin, { utteranceId, revision: durationMs, channel, text: transcript, final: isFinal, startMs, endMs: startMs + durationMs, confidence })
      })
    },
  }),
}
