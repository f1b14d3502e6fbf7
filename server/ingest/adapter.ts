import { SunlineError } from '../errors.ts'
import type { Speaker, TranscriptEvent } from '../protocol.ts'

/** Which channel, leg, track or role of a provider is who; null: nobody whose words count, such as an announcement. `*` stands for every other one. */
export type SpeakerMap = Readonly<Record<string, Speaker | null>>

/** What the messages of a stream do not say themselves. */
export interface StreamOrigin {
  readonly callId: string
  readonly speakers: SpeakerMap
  /** ms from the beginning of the call to that of the stream, for providers that count from the stream's beginning. */
  readonly offsetMs: number
  /** When the call began, ms since the epoch, for providers that send the time of day; null: with its first message. */
  readonly beganAt: number | null
}

/** One stream of a recogniser while it runs. */
export interface ProviderStream {
  /**
   * The neutral events that a message stands for; none when it holds no words. A message pushed once more gives its final events again,
   * so that a sender may repeat what was not acknowledged. Throws SunlineError 'invalid payload' naming the field, 'unavailable' when
   * the provider reports a failure of its own.
   */
  readonly push: (message: unknown) => readonly TranscriptEvent[]
}

/** Turns the messages of one provider into neutral events: pure, but for the little that a stream must remember. */
export interface Adapter {
  readonly id: string
  readonly speakers: SpeakerMap
  /**
   * The provider's own id of the call that a message belongs to; null when it belongs to none, such as a heartbeat.
   * Absent where messages do not say. Throws SunlineError 'invalid payload' naming the field.
   */
  readonly conversationOf?: (message: unknown) => string | null
  readonly open: (origin: StreamOrigin) => ProviderStream
}

/** Words as a provider gives them. Times: ms since the stream began, `startMs` at most `endMs`. */
export interface Words {
  readonly utteranceId: string
  readonly revision: number
  readonly channel: string
  readonly text: string
  readonly final: boolean
  readonly startMs: number
  readonly endMs: number
  readonly confidence?: number | undefined
}

const mostMs = 86_400_000
const withinDay = (ms: number): number => Math.min(Math.max(Math.round(ms), 0), mostMs)

/**
 * Words as neutral events. An interim text without words is nothing; a final one withdraws what was shown: it gives an empty interim.
 * Throws SunlineError 'invalid payload' when nobody has said who speaks on the channel.
 */
export function eventsOf(source: string, { callId, speakers, offsetMs }: StreamOrigin, words: Words): readonly TranscriptEvent[] {
  const { utteranceId, revision, channel, text, final, startMs, endMs, confidence } = words
  const speaker = speakerOf(speakers, channel)
  const empty = text.trim() === ''
  if (speaker === null || (empty && !final)) return []
  const end = withinDay(endMs + offsetMs)
  return [
    {
      callId,
      utteranceId,
      revision: Math.max(Math.round(revision), 0),
      speaker,
      text: empty ? '' : text,
      final: final && !empty,
      startMs: Math.min(withinDay(startMs + offsetMs), end),
      endMs: end,
      source,
      ...(confidence === undefined ? {} : { confidence: Math.min(Math.max(confidence, 0), 1) }),
    },
  ]
}

function speakerOf(speakers: SpeakerMap, channel: string): Speaker | null {
  const speaker = Object.hasOwn(speakers, channel) ? speakers[channel] : speakers['*']
  if (speaker !== undefined) return speaker
  throw new SunlineError('invalid payload', `speaker: nobody has said who speaks on "${channel.slice(0, 40)}"; add speaker=, agent= or caller= to the address, or set SUNLINE_INGEST_SPEAKERS`, 'speaker')
}

/** A failure that the provider reports, as an error for the one who sent it on. */
export const providerFailure = (source: string, code: string | number, reason: string | undefined): SunlineError =>
  new SunlineError('unavailable', `${source} reports a failure, ${String(code)}: ${reason?.slice(0, 200) ?? 'no reason given'}; look at the recogniser`)

/** Pieces of speech put together: Chinese without a gap, Latin words with one. */
export const joined = (pieces: readonly string[]): string =>
  pieces.reduce((text, piece) => (/[\p{Script=Latin}\p{N}]$/u.test(text) && /^[\p{Script=Latin}\p{N}]/u.test(piece) ? `${text} ${piece}` : text + piece), '')
