import { Buffer } from 'node:buffer'
import { Type } from '@sinclair/typebox'
import { validator } from '../validation.ts'
import { type Adapter, eventsOf } from './adapter.ts'
import { Confidence, epochMs, innerJson, ProviderId, Text, within } from './message-parts.ts'
import { bounded } from './turn-keeper.ts'

const id = 'google'
const Role = Type.Optional(Type.String({ description: 'Expected the role of the participant' }))
const readPush = validator(Type.Object({ message: Type.Object({ data: Type.String({ description: 'Expected base64' }), attributes: Type.Optional(Type.Record(Type.String(), Type.String())) }) }))
const readRelayed = validator(Type.Object({ data: Type.String({ description: 'Expected JSON as text' }), participant_role: Role, new_recognition_result_message_id: Type.Optional(ProviderId) }))
const readEvent = validator(
  Type.Object({
    conversation: ProviderId,
    type: Type.String({ description: 'Expected the type of the event' }),
    newRecognitionResultPayload: Type.Optional(Type.Unknown()),
    newMessagePayload: Type.Optional(Type.Unknown()),
  }),
)
const Duration = Type.String({ pattern: '^\\d{1,6}(\\.\\d{1,9})?s$', description: 'Expected seconds such as 1.500s' })
const readResult = validator(
  Type.Object({ transcript: Type.Optional(Text), isFinal: Type.Optional(Type.Boolean({ description: 'Expected true or false' })), confidence: Confidence, speechEndOffset: Type.Optional(Duration) }),
)
const readSpoken = validator(Type.Object({ name: ProviderId, content: Text, participantRole: Type.String({ description: 'Expected the role of the participant' }), sendTime: Type.Optional(Type.String()) }))
const readName = validator(Type.Object({ participant_role: Type.String({ description: 'Expected the role of the participant' }), message_id: ProviderId }))

const mostOpen = 32
const lastPart = (name: string): string => name.split('/').at(-1) ?? name
const ms = (duration: string): number => Math.round(Number.parseFloat(duration) * 1_000)

/**
 * Google Agent Assist: recognition results and new messages, either as Pub/Sub pushes them or as the integration's connector relays them
 * (`new-recognition-result-notification-event`, `new-message-event`). The id of the message that is being spoken joins both.
 * Source: github.com/GoogleCloudPlatform/agent-assist-integrations, Dialogflow ConversationEvent.
 */
export const google: Adapter = {
  id,
  speakers: { HUMAN_AGENT: 'agent', END_USER: 'caller', AUTOMATED_AGENT: null },
  conversationOf: (message) => lastPart(open(message).event.conversation),
  open: (origin) => {
    const spokenOf = bounded(mostOpen, () => ({ startMs: -1, revision: 0 }))
    let beganAt = origin.beganAt
    return {
      push: (message) => {
        const { event, attributes } = open(message)
        if (event.newMessagePayload !== undefined) {
          const { name, content, participantRole, sendTime } = within('newMessagePayload', readSpoken, event.newMessagePayload)
          const at = sendTime === undefined ? null : epochMs('sendTime', sendTime)
          beganAt ??= at
          const spoken = spokenOf(lastPart(name))
          const endMs = Math.max(at === null || beganAt === null ? 0 : at - beganAt, spoken.revision)
          const startMs = spoken.startMs < 0 ? endMs : spoken.startMs
          return eventsOf(id, origin, { utteranceId: lastPart(name), revision: spoken.revision || endMs, channel: participantRole, text: content, final: true, startMs, endMs })
        }
        if (event.newRecognitionResultPayload === undefined) return []
        const { transcript = '', isFinal = false, confidence, speechEndOffset } = within('newRecognitionResultPayload', readResult, event.newRecognitionResultPayload)
        const { participant_role, message_id } = within('attributes', readName, attributes)
        const spoken = spokenOf(message_id)
        const endMs = speechEndOffset === undefined ? spoken.revision + 1 : ms(speechEndOffset)
        if (spoken.startMs < 0 && transcript.trim() !== '') spoken.startMs = endMs
        spoken.startMs = Math.min(spoken.startMs, endMs)
        spoken.revision = Math.max(spoken.revision, endMs)
        return eventsOf(id, origin, { utteranceId: message_id, revision: endMs, channel: participant_role, text: transcript, final: isFinal, startMs: Math.max(spoken.startMs, 0), endMs, confidence })
      },
    }
  },
}

/** Takes the event out of its envelope. */
function open(message: unknown): { readonly event: ReturnType<typeof readEvent>; readonly attributes: Readonly<Record<string, string | undefined>> } {
  if (typeof message === 'object' && message !== null && 'message' in message) {
    const { data, attributes = {} } = readPush(message).message
    return { event: within('message.data', readEvent, innerJson('message.data', Buffer.from(data, 'base64').toString('utf8'))), attributes }
  }
  const { data, participant_role, new_recognition_result_message_id } = readRelayed(message)
  return { event: within('data', readEvent, innerJson('data', data)), attributes: { participant_role, message_id: new_recognition_result_message_id } }
}
