import type { TranscriptEvent } from '../protocol.ts'
import type { ShapedCall, Shape } from './provider-shapes.ts'

const uuid = (callId: string, ...parts: readonly string[]): string => [callId, ...parts].join('.')

/** Contact Lens sends only what is new in a partial text; one that rewrites what went before cannot be sent. */
export function contactLensShape(call: ShapedCall): Shape {
  const sent = new Map<string, { text: string; endMs: number; count: number }>()
  return (event) => {
    const role = event.speaker === 'agent' ? 'AGENT' : 'CUSTOMER'
    const transcript = uuid(call.callId, event.utteranceId)
    const message = (segment: Readonly<Record<string, unknown>>) => ({
      path: '/api/ingest/contact-lens',
      body: { Version: '1.0.0', Channel: 'VOICE', AccountId: '123456789012', InstanceId: 'i-1', ContactId: call.callId, LanguageCode: 'zh-CN', EventType: 'SEGMENTS', Segments: [segment] },
    })
    if (event.final) {
      return [message({ Transcript: { Id: transcript, ParticipantId: role, ParticipantRole: role, Content: event.text, BeginOffsetMillis: event.startMs, EndOffsetMillis: event.endMs } })]
    }
    const before = sent.get(transcript) ?? { text: '', endMs: event.startMs, count: 0 }
    if (!event.text.startsWith(before.text)) return []
    sent.set(transcript, { text: event.text, endMs: event.endMs, count: before.count + 1 })
    const piece = { PartialContent: event.text.slice(before.text.length), BeginOffsetMillis: before.endMs, EndOffsetMillis: event.endMs }
    return [message({ Utterance: { Id: `${transcript}.${String(before.count)}`, TranscriptId: transcript, ParticipantId: role, ParticipantRole: role, ...piece } })]
  }
}

/** Deepgram on two channels; a text with a comma comes in two chunks. */
export function deepgramShape(call: ShapedCall): Shape {
  return ({ speaker, text, final, startMs, endMs, confidence = 0.9 }) => {
    const results = (transcript: string, fromMs: number, toMs: number, isFinal: boolean, speechFinal: boolean) => ({
      path: `/api/ingest/deepgram?callId=${encodeURIComponent(call.callId)}&agent=0&caller=1`,
      body: {
        type: 'Results', channel_index: [speaker === 'agent' ? 0 : 1, 2], start: fromMs / 1_000, duration: (toMs - fromMs) / 1_000, is_final: isFinal, speech_final: speechFinal,
        channel: { alternatives: [{ transcript, confidence, words: [] }] }, metadata: { request_id: `request-${call.callId.slice(0, 60)}` },
      },
    })
    if (!final) return [results(text, startMs, endMs, false, false)]
    const cut = text.indexOf('，') + 1
    const middleMs = startMs + Math.round((endMs - startMs) / 2)
    if (cut === 0 || middleMs === startMs) return [results(text, startMs, endMs, true, true)]
    return [results(text.slice(0, cut), startMs, middleMs, true, false), results(text.slice(cut), middleMs, endMs, true, true)]
  }
}

export function genesysShape(call: ShapedCall): Shape {
  return ({ utteranceId, speaker, text, final, startMs, endMs, confidence = 0.9 }) => [
    {
      path: '/api/ingest/genesys',
      body: {
        topicName: `v2.conversations.${call.callId}.transcription`,
        version: '2',
        eventBody: {
          conversationId: call.callId, communicationId: `${call.callId}-line`, sessionStartTimeMs: call.startedAt,
          transcripts: [{ utteranceId: uuid(call.callId, utteranceId), isFinal: final, channel: speaker === 'agent' ? 'INTERNAL' : 'EXTERNAL', alternatives: [{ confidence, offsetMs: startMs, durationMs: endMs - startMs, transcript: text }] }],
        },
      },
    },
  ]
}

/** Google's results as Pub/Sub pushes them. */
export function googleShape(call: ShapedCall): Shape {
  return ({ utteranceId, speaker, text, final, endMs, confidence = 0.9 }) => {
    const event = {
      conversation: `projects/sunline/locations/global/conversations/${call.callId}`,
      type: 'NEW_RECOGNITION_RESULT',
      newRecognitionResultPayload: { messageType: 'TRANSCRIPT', transcript: text, isFinal: final, confidence, speechEndOffset: `${(endMs / 1_000).toFixed(3)}s`, languageCode: 'zh-CN' },
    }
    const attributes = { participant_role: speaker === 'agent' ? 'HUMAN_AGENT' : 'END_USER', message_id: uuid(call.callId, utteranceId) }
    const message = { data: Buffer.from(JSON.stringify(event)).toString('base64'), attributes, messageId: `${utteranceId}-${String(endMs)}`, publishTime: new Date(call.startedAt + endMs).toISOString() }
    return [{ path: '/api/ingest/google', body: { message, subscription: 'projects/sunline/subscriptions/new-recognition-result' } }]
  }
}

export function twilioShape(call: ShapedCall): Shape {
  let sequence = 0
  const message = (event: string, endMs: number, fields: Readonly<Record<string, string>>) => ({
    path: '/api/ingest/twilio',
    form: true as const,
    body: {
      LanguageCode: 'zh-CN', TranscriptionEvent: event, CallSid: call.callId, TranscriptionSid: 'GT0001', AccountSid: 'AC0001',
      Timestamp: new Date(call.startedAt + endMs).toISOString(), SequenceId: String((sequence += 1)), ...fields,
    },
  })
  return ({ speaker, text, final, endMs, confidence = 0.9 }: TranscriptEvent) => {
    const begin = sequence === 0 ? [message('transcription-started', 0, { ProviderConfiguration: '{}' })] : []
    const content = { Track: speaker === 'agent' ? 'outbound_track' : 'inbound_track', Final: String(final), TranscriptionData: JSON.stringify({ transcript: text, confidence }), ...(final ? {} : { Stability: '0.8' }) }
    return [...begin, message('transcription-content', endMs, content)]
  }
}
