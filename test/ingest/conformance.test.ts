import { describe, expect, test } from 'vitest'
import { adapters } from '../../server/ingest/adapters.ts'
import type { ProviderName, ProviderRequest } from '../../server/cli/provider-shapes.ts'
import { seededRandom } from '../support/talkative-call.ts'
import { freshShelf } from './fixture.ts'
import { beganAt, callNames, finals, interims, neutralEvents, originOf, pushAll, requestsOf, taken } from './shaped-call.ts'

/** Every call through every provider: what comes out must not depend on whose shape it came in. */
const names = [...adapters.keys()] as ProviderName[]
/** One connection delivers these in order; the others come as requests of their own, or through a queue, and may overtake each other. */
const ordered = new Set<ProviderName>(['deepgram', 'azure-speech'])
const shelf = () => freshShelf(beganAt)

const contains = (all: readonly string[], wanted: readonly string[]): boolean => {
  let next = 0
  for (const text of all) if (text === wanted[next]) next += 1
  return next === wanted.length
}
function growing(texts: readonly string[]): readonly string[] {
  let last = ''
  return texts.filter((text) => {
    const grows = text.startsWith(last)
    if (grows) last = text
    return grows
  })
}
const endsInFinal = ({ body }: ProviderRequest): boolean => /"(?:Transcript|RecognitionStatus)":|"isFinal":true|"Final":"true"|"is_final":true|"slice_type":2|SentenceEnd|\\"type\\":\\"0\\"/u.test(plain(body))
const plain = (body: unknown): string => JSON.stringify(body, (key, value: unknown) => (key === 'data' && typeof value === 'string' && !value.startsWith('{') ? Buffer.from(value, 'base64').toString('utf8') : value)).replaceAll('\\"isFinal\\":true', '"isFinal":true')

describe.each(callNames)('%s', (name) => {
  const neutral = neutralEvents(name, 'c1')
  const spoken = finals(neutral)

  test.each(names)('through %s gives the same final words in the same order, and every interim text', (provider) => {
    const events = pushAll(shelf(), provider, requestsOf(provider, name, 'c1'))
    expect(finals(events)).toEqual(spoken)
    expect(new Set(events.map(({ callId }) => callId))).toEqual(new Set(['c1']))
    const heard = interims(events)
    // Increments cannot take back what they said before; the final words do.
    const wanted = interims(neutral).map((texts) => (provider === 'contact-lens' ? growing(texts) : texts))
    expect(wanted.filter((texts, index) => !contains(heard[index] ?? [], texts))).toEqual([])
  })

  test.each(names)('through %s with its times', (provider) => {
    const events = taken(pushAll(shelf(), provider, requestsOf(provider, name, 'c1'))).filter(({ final }) => final)
    expect(events.map(({ endMs }) => endMs)).toEqual(neutral.flatMap(({ final, endMs }) => (final ? [endMs] : [])))
    for (const { startMs, endMs } of events) expect(startMs).toBeLessThanOrEqual(endMs)
  })

  test.each(names)('through %s with every message sent twice gives nothing twice', (provider) => {
    const requests = requestsOf(provider, name, 'c1')
    expect(finals(pushAll(shelf(), provider, requests.flatMap((request) => [request, request])))).toEqual(spoken)
    const half = requests.slice(0, Math.floor(requests.length / 2))
    expect(finals(pushAll(shelf(), provider, [...half, ...half.slice(-12), ...requests.slice(half.length)]))).toEqual(spoken)
  })

  test.each(names.filter((provider) => !ordered.has(provider)))('through %s with messages overtaking each other loses no final word and doubles none', (provider) => {
    for (const seed of [1, 2, 3]) {
      const random = seededRandom(seed)
      const late = requestsOf(provider, name, 'c1').map((request, index) => ({ request, at: index + random() * 4 }))
      const shuffled = late.toSorted((a, b) => a.at - b.at).map(({ request }) => request)
      expect([...finals(pushAll(shelf(), provider, shuffled))].sort()).toEqual([...spoken].sort())
    }
  })

  test.each(names)('through %s with interim messages lost gives every final word', (provider) => {
    const random = seededRandom(7)
    const kept = requestsOf(provider, name, 'c1').filter((request) => endsInFinal(request) || random() < 0.5)
    expect(finals(pushAll(shelf(), provider, kept))).toEqual(spoken)
  })

  test.each(names)('through %s cut off in the middle gives what was final until then', (provider) => {
    const requests = requestsOf(provider, name, 'c1')
    for (const share of [0.25, 0.5, 0.75]) {
      const heard = finals(pushAll(shelf(), provider, requests.slice(0, Math.floor(requests.length * share))))
      expect(heard).toEqual(spoken.slice(0, heard.length))
    }
  })

  test.each(names)('through %s beside another call keeps the two apart', (provider) => {
    const other = callNames.find((each) => each !== name) ?? name
    const [own, foreign] = [requestsOf(provider, name, 'c1'), requestsOf(provider, other, 'c2')]
    const mixed = Array.from({ length: Math.max(own.length, foreign.length) }, (_, index) => [own[index], foreign[index]]).flat().filter((request) => request !== undefined)
    const events = pushAll(shelf(), provider, mixed)
    expect(finals(events.filter(({ callId }) => callId === 'c1'))).toEqual(spoken)
    expect(finals(events.filter(({ callId }) => callId === 'c2'))).toEqual(finals(neutralEvents(other, 'c2')))
  })

  test.each(names.filter((provider) => adapters.get(provider)?.conversationOf))('through %s drops the other call when one is asked for', (provider) => {
    const other = callNames.find((each) => each !== name) ?? name
    const mixed = [...requestsOf(provider, other, 'c2'), ...requestsOf(provider, name, 'c1')]
    expect(finals(pushAll(shelf(), provider, mixed, (request) => ({ ...originOf(request), callId: 'c1' })))).toEqual(spoken)
  })
})
