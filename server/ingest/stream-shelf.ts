import { SunlineError } from '../errors.ts'
import type { TranscriptEvent } from '../protocol.ts'
import type { Adapter, ProviderStream, SpeakerMap } from './adapter.ts'

/** Where messages come from, as their sender's address says. */
export interface SenderOrigin {
  /** Null: the messages name their own call. */
  readonly callId: string | null
  /** The provider's id of the one conversation that counts; null: that of the call. */
  readonly conversation: string | null
  readonly speakers: SpeakerMap
  readonly offsetMs: number
}
export interface StreamShelf {
  /** The neutral events of one message; null when it is no business of this sender's call. Throws like {@link ProviderStream.push}. */
  readonly push: (adapter: Adapter, origin: SenderOrigin, message: unknown) => readonly TranscriptEvent[] | null
  readonly size: () => number
}
export interface ShelfTools {
  /** ms of any steady clock. */
  readonly now: () => number
  /** When a call began, ms since the epoch; null when it is not known. */
  readonly beganAt: (callId: string) => number | null
  readonly mostStreams: number
}

/** A stream that sends nothing for so long (ms) is forgotten. */
const idleMs = 2 * 3_600_000

/** Remembers the streams that are running, each by its provider, call and legs, so that messages may come in requests of their own. */
export function streamShelf({ now, beganAt, mostStreams }: ShelfTools): StreamShelf {
  /** Least lately used first. */
  const streams = new Map<string, { readonly stream: ProviderStream; readonly usedAt: number }>()

  const forgetIdle = (): void => {
    for (const [key, { usedAt }] of streams) {
      if (streams.size <= mostStreams && now() - usedAt < idleMs) return
      streams.delete(key)
    }
  }
  return {
    push: (adapter, origin, message) => {
      const callId = callOf(adapter, origin, message)
      if (callId === null) return null
      const key = JSON.stringify([adapter.id, callId, origin.speakers, origin.offsetMs])
      const known = streams.get(key)
      const speakers = { ...adapter.speakers, ...origin.speakers }
      const stream = known?.stream ?? adapter.open({ callId, speakers, offsetMs: origin.offsetMs, beganAt: beganAt(callId) })
      streams.delete(key)
      streams.set(key, { stream, usedAt: now() })
      if (!known) forgetIdle()
      return stream.push(message)
    },
    size: () => streams.size,
  }
}

function callOf({ id, conversationOf }: Adapter, { callId, conversation }: SenderOrigin, message: unknown): string | null {
  if (conversationOf === undefined) {
    if (callId === null) throw new SunlineError('invalid payload', `callId: messages of ${id} do not name their call; add callId= to the address`, 'callId')
    return callId
  }
  const own = conversationOf(message)
  const wanted = conversation ?? callId
  return own === null || (wanted !== null && own !== wanted) ? null : (callId ?? own)
}
