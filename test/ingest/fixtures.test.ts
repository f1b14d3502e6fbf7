import { describe, expect, test } from 'vitest'
import { adapters } from '../../server/ingest/adapters.ts'
import { readTranscript } from '../../server/ingest/neutral.ts'
import { adapterOf, fixture, freshShelf, pusher } from './fixture.ts'

describe.each([...adapters.keys()])('%s', (provider) => {
  const recorded = fixture(provider)

  test(`gives the neutral events of its recording: ${recorded.trap}`, () => {
    const push = pusher(provider, recorded)
    const events = recorded.messages.flatMap(push)
    expect(events).toEqual(recorded.events)
    expect(events.map(readTranscript)).toEqual(events)
  })

  test('gives its final words again when a message is repeated, and nothing else', () => {
    const push = pusher(provider, recorded)
    const events = recorded.messages.flatMap((message) => {
      const first = push(message)
      const again = push(message)
      expect(again.filter(({ final }) => final)).toEqual(first.filter(({ final }) => final))
      return first
    })
    expect(events).toEqual(recorded.events)
  })

  if (recorded.failure !== undefined) test('reports a failure of the recogniser as one', () => {
    const push = pusher(provider, recorded)
    expect(() => push(recorded.failure)).toThrow(expect.objectContaining({ code: 'unavailable', message: expect.stringContaining(`${provider} reports a failure`) as string }))
  })
})

test('a provider whose messages name their call needs no address, and is kept to one conversation by it', () => {
  const { messages } = fixture('genesys')
  const shelf = freshShelf()
  const push = (callId: string | null, conversation: string | null) =>
    messages.flatMap((message) => shelf.push(adapterOf('genesys'), { callId, conversation, speakers: {}, offsetMs: 0 }, message) ?? []).map(({ callId: call, text }) => `${call} ${text}`)
  expect(push(null, null)).toEqual(['c1 修了', 'c1 修了三次', 'c1 对不起', 'c2 另一通电话'])
  expect(push('our-call', 'c2')).toEqual(['our-call 另一通电话'])
})

test('who speaks must be known', () => {
  const push = pusher('deepgram', { ...fixture('deepgram'), origin: { callId: 'c1', speakers: { 0: 'agent' } } })
  const spoken = fixture('deepgram').messages[5]
  expect(() => push(spoken)).toThrow(expect.objectContaining({ code: 'invalid payload', field: 'speaker', message: expect.stringContaining('"1"') as string }))
})

test('streams are forgotten when there are too many of them, or when they are idle', () => {
  let now = 0
  const shelf = freshShelf(null, () => now, 3)
  const hear = (callId: string) => shelf.push(adapterOf('tencent-asr'), { callId, conversation: null, speakers: { '*': 'agent' }, offsetMs: 0 }, { code: 0 })
  for (const callId of ['a', 'b', 'c', 'd', 'e']) hear(callId)
  expect(shelf.size()).toBe(3)
  now = 3 * 3_600_000
  hear('f')
  expect(shelf.size()).toBe(1)
})
