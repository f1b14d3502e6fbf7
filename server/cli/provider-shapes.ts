import type { TranscriptEvent } from '../protocol.ts'

interface ProviderRequest {
  readonly path: string
  readonly body: unknown
}

/** Neutral events in the shape in which each provider would send them: the inverse of its ingest adapter. */
export const providers = {
  neutral: (event: TranscriptEvent): ProviderRequest => ({ path: '/api/ingest/events', body: { events: [event] } }),
  'aliyun-nls': (event: TranscriptEvent): ProviderRequest => ({
    path: `/api/ingest/aliyun-nls?callId=${encodeURIComponent(event.callId)}&speaker=${event.speaker}`,
    body: {
      header: {
        namespace: 'SpeechTranscriber',
        name: event.final ? 'SentenceEnd' : 'TranscriptionResultChanged',
        status: 20000000,
        task_id: event.speaker,
        message_id: `${event.utteranceId}-${String(event.revision)}`,
      },
      payload: {
        index: Number(/\d+$/u.exec(event.utteranceId)?.[0] ?? 0),
        begin_time: event.startMs,
        time: event.endMs,
        result: event.text,
        ...(event.confidence === undefined ? {} : { confidence: event.confidence }),
      },
    },
  }),
} as const

export type ProviderName = keyof typeof providers

/** The request that carries one event in a provider's shape. */
export const providerRequest = (provider: ProviderName, event: TranscriptEvent): ProviderRequest => providers[provider](event)
