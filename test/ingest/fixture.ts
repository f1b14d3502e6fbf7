import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SpeakerMap } from '../../server/ingest/adapter.ts'
import { adapters } from '../../server/ingest/adapters.ts'
import { type StreamShelf, streamShelf } from '../../server/ingest/stream-shelf.ts'
import type { TranscriptEvent } from '../../server/protocol.ts'

/** Messages of a provider in its documented shape, and what they mean. */
export interface Fixture {
  readonly trap: string
  readonly origin: { readonly callId: string; readonly speakers: SpeakerMap; readonly beganAt?: number }
  readonly messages: readonly unknown[]
  readonly events: readonly TranscriptEvent[]
  /** A message in which the provider reports a failure of its own. */
  readonly failure?: unknown
}

export const fixture = (provider: string): Fixture => JSON.parse(readFileSync(fileURLToPath(new URL(`fixtures/${provider}.json`, import.meta.url)), 'utf8')) as Fixture

export const adapterOf = (provider: string) => {
  const adapter = adapters.get(provider)
  if (!adapter) throw new Error(`no adapter ${provider}`)
  return adapter
}

/** A shelf of its own with a clock that stands still. `beganAt`: ms since the epoch. */
export const freshShelf = (beganAt: number | null = null, now: () => number = () => 0, mostStreams = 100): StreamShelf => streamShelf({ now, beganAt: () => beganAt, mostStreams })

/** A function that gives the events of one message of the fixture's call. */
export function pusher(provider: string, { origin }: Fixture): (message: unknown) => readonly TranscriptEvent[] {
  const shelf = freshShelf(origin.beganAt ?? null)
  const adapter = adapterOf(provider)
  return (message) => shelf.push(adapter, { callId: origin.callId, conversation: null, speakers: origin.speakers, offsetMs: 0 }, message) ?? []
}
