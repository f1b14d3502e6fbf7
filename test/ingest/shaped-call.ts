import { fileURLToPath } from 'node:url'
import { type ProviderName, type ProviderRequest, providers } from '../../server/cli/provider-shapes.ts'
import { readOrigin } from '../../server/routes/ingest.ts'
import { senderOrigin } from '../../server/ingest/sender-origin.ts'
import type { SenderOrigin, StreamShelf } from '../../server/ingest/stream-shelf.ts'
import type { FinalUtterance } from '../../server/live/call-events.ts'
import { spoken } from '../../server/live/hear-agent.ts'
import { transcript } from '../../server/live/transcript.ts'
import { withLast } from '../../server/live/utterance-places.ts'
import type { TranscriptEvent } from '../../server/protocol.ts'
import { sampleEvents } from '../../server/samples/sample-events.ts'
import { loadSamples } from '../../server/samples/sample-file.ts'
import { adapterOf } from './fixture.ts'

export const beganAt = 1_769_846_400_000

const samples = loadSamples(fileURLToPath(new URL('../../data/sample-calls', import.meta.url)))
export const callNames = ['smoke-in-the-middle', 'angry-long-queue', 'repeat-repair-exchange'] as const

/** The neutral events of a sample call. */
export function neutralEvents(name: string, callId: string): readonly TranscriptEvent[] {
  const sample = samples.find(({ id }) => id === name)
  if (!sample) throw new Error(`no sample ${name}`)
  return sampleEvents(sample, callId).map(({ event }) => event)
}

/** The requests in which the provider would send a sample call. */
export function requestsOf(provider: ProviderName, name: string, callId: string): readonly ProviderRequest[] {
  const shape = providers[provider]({ callId, startedAt: beganAt })
  return neutralEvents(name, callId).flatMap(shape)
}

export function originOf({ path }: ProviderRequest): SenderOrigin {
  return senderOrigin(readOrigin(Object.fromEntries(new URL(path, 'http://server').searchParams)), {})
}

/** The neutral events that the requests come to. */
export const pushAll = (shelf: StreamShelf, provider: ProviderName, requests: readonly ProviderRequest[], origin = originOf): readonly TranscriptEvent[] =>
  requests.flatMap((request) => shelf.push(adapterOf(provider), origin(request), request.body) ?? [])

/** What a call takes of the events: repeats and stale ones left out. */
export function taken(events: readonly TranscriptEvent[]): readonly TranscriptEvent[] {
  let heard: readonly FinalUtterance[] = []
  const { takes, keep } = transcript(() => heard)
  return events.filter((event) => {
    const news = takes(event)
    if (news) keep(event)
    if (news && event.final) heard = withLast(heard, spoken(event, []))
    return news
  })
}

/** The final words of a call as they came. */
export const finals = (events: readonly TranscriptEvent[]): readonly string[] => taken(events).flatMap(({ final, speaker, text }) => (final ? [`${speaker}: ${text}`] : []))

/** The interim texts of each utterance, utterances in the order in which they were first heard. */
export function interims(events: readonly TranscriptEvent[]): readonly (readonly string[])[] {
  const texts = new Map<string, string[]>()
  for (const { utteranceId, speaker, text, final } of events) {
    const known = texts.get(utteranceId) ?? []
    if (!final) known.push(`${speaker}: ${text}`)
    texts.set(utteranceId, known)
  }
  return [...texts.values()]
}
