import type { TranscriptEvent } from '../protocol.ts'
import { contactLensShape, deepgramShape, genesysShape, googleShape, twilioShape } from './platform-shapes.ts'

/** A request that carries a provider's message. `form`: as a form instead of JSON. */
export interface ProviderRequest {
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  readonly form?: true
}
/** The call that is rendered. `startedAt`: ms since the epoch. */
export interface ShapedCall {
  readonly callId: string
  readonly startedAt: number
}
/** The requests in which a provider would send one event; it remembers what went before. */
export type Shape = (event: TranscriptEvent) => readonly ProviderRequest[]

/** Numbers the utterances of a call in the order in which they are first heard, from 1. */
export function numbering(): (utteranceId: string) => number {
  const numbers = new Map<string, number>()
  return (utteranceId) => {
    const number = numbers.get(utteranceId) ?? numbers.size + 1
    numbers.set(utteranceId, number)
    return number
  }
}

/** The address for a recogniser that hears one side of the call. */
const oneSide = (provider: string, { callId, speaker }: TranscriptEvent): string => `/api/ingest/${provider}?callId=${encodeURIComponent(callId)}&speaker=${speaker}`

const aliyunShape = (): Shape => {
  const number = numbering()
  return (event) => [
    {
      path: oneSide('aliyun-nls', event),
      body: {
        header: { namespace: 'SpeechTranscriber', name: event.final ? 'SentenceEnd' : 'TranscriptionResultChanged', status: 20000000, task_id: event.speaker, message_id: `${event.utteranceId}-${String(event.revision)}` },
        payload: { index: number(event.utteranceId), begin_time: event.startMs, time: event.endMs, result: event.text, ...confidenceOf(event) },
      },
    },
  ]
}

const tencentShape = (): Shape => {
  const number = numbering()
  return (event) => [
    {
      path: oneSide('tencent-asr', event),
      body: {
        code: 0,
        message: 'success',
        voice_id: `voice-${event.speaker}`,
        message_id: `voice-${event.speaker}_${event.utteranceId}_${String(event.revision)}`,
        result: { slice_type: event.final ? 2 : 1, index: number(event.utteranceId), start_time: event.startMs, end_time: event.endMs, voice_text_str: event.text, word_size: 0, word_list: [] },
      },
    },
  ]
}

const xunfeiShape = (): Shape => {
  let results = 0
  return (event) => {
    const frames = Math.round((event.endMs - event.startMs) / 10)
    const data = {
      seg_id: (results += 1),
      ls: false,
      cn: { st: { bg: String(event.startMs), ed: event.final ? String(event.endMs) : '0', type: event.final ? '0' : '1', rt: [{ ws: [{ cw: [{ w: event.text, wp: 'n' }], wb: 0, we: frames }] }] } },
    }
    return [{ path: oneSide('xunfei-rtasr', event), body: { action: 'result', code: '0', data: JSON.stringify(data), desc: 'success', sid: `rta-${event.speaker}` } }]
  }
}

const azureShape = (): Shape => {
  let results = 0
  return (event) => {
    const times = { Id: `result-${event.speaker}-${String((results += 1))}`, Offset: event.startMs * 10_000, Duration: (event.endMs - event.startMs) * 10_000, Channel: 0 }
    const body = event.final ? { ...times, RecognitionStatus: 'Success', DisplayText: event.text } : { ...times, Text: event.text }
    return [{ path: oneSide('azure-speech', event), body }]
  }
}

const confidenceOf = ({ confidence }: TranscriptEvent): { readonly confidence?: number } => (confidence === undefined ? {} : { confidence })

/** Neutral events in the shape in which each provider would send them: the inverse of its ingest adapter. */
export const providers = {
  neutral: (): Shape => (event) => [{ path: '/api/ingest/events', body: { events: [event] } }],
  'aliyun-nls': aliyunShape,
  'azure-speech': azureShape,
  'contact-lens': contactLensShape,
  deepgram: deepgramShape,
  genesys: genesysShape,
  google: googleShape,
  'tencent-asr': tencentShape,
  twilio: twilioShape,
  'xunfei-rtasr': xunfeiShape,
} as const satisfies Readonly<Record<string, (call: ShapedCall) => Shape>>

export type ProviderName = keyof typeof providers
