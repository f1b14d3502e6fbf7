import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchView } from '../../server/protocol.ts'
import { foldText, marksOf, phrasesOf } from '../../server/quality/search-words.ts'
import { ask, endedCall } from '../support/ended-call.ts'
import { type TestServer, testServer } from '../support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  await endedCall(server, 'c1', [['caller', '我要退货，修了3次了'], ['agent', '您好，退货时间是七天'], ['caller', 'iPad Pro 的屏幕坏了']])
  await endedCall(server, 'c2', [['agent', '退 货的事我来处理'], ['caller', '货到了再退']], '1002')
})
afterAll(async () => {
  await server.stop()
})

const texts = async (words: string, more = ''): Promise<readonly string[]> => (await ask<SearchView>(server, `/api/quality/search?words=${encodeURIComponent(words)}${more}`)).found.map(({ text }) => text)

describe('Words are found', () => {
  test('of two characters, anywhere in an utterance, newest first', async () => {
    expect(await texts('退货')).toEqual(['退 货的事我来处理', '您好，退货时间是七天', '我要退货，修了3次了'])
  })
  test('of one character', async () => {
    expect(await texts('坏')).toEqual(['iPad Pro 的屏幕坏了'])
    expect(await texts('天')).toEqual(['您好，退货时间是七天'])
  })
  test('as a phrase in its order', async () => {
    expect(await texts('退货时间')).toEqual(['您好，退货时间是七天'])
    expect(await texts('时间退货')).toEqual([])
  })
  test('all of several', async () => {
    expect(await texts('退货 七天')).toEqual(['您好，退货时间是七天'])
  })
  test('whatever their case, width and punctuation', async () => {
    expect(await texts('ｉＰＡＤ')).toEqual(['iPad Pro 的屏幕坏了'])
    expect(await texts('退货修了')).toEqual(['我要退货，修了3次了'])
  })
})

describe('A search narrows', () => {
  test('by speaker', async () => {
    expect(await texts('退货', '&speaker=caller')).toEqual(['我要退货，修了3次了'])
  })
  test('by agent and team', async () => {
    expect(await texts('退货', '&agent=demo-agent-2')).toEqual(['退 货的事我来处理'])
    expect(await texts('退货', '&team=demo-team-1')).toEqual(['您好，退货时间是七天', '我要退货，修了3次了'])
  })
  test('by time', async () => {
    const [first] = (await ask<SearchView>(server, `/api/quality/search?words=${encodeURIComponent('我要退货')}`)).found
    expect(await texts('退货', `&to=${String(first?.at)}`)).toEqual(['我要退货，修了3次了'])
    expect(await texts('退货', `&from=${String((first?.at ?? 0) + 1)}`)).toEqual(['退 货的事我来处理', '您好，退货时间是七天'])
  })
  test('to the own team of a supervisor', async () => {
    const cookie = await server.signIn('demo-supervisor')
    const { found } = await ask<SearchView>(server, `/api/quality/search?words=${encodeURIComponent('退货')}`, cookie)
    expect(found.map(({ callId }) => callId)).toEqual(['c1', 'c1'])
  })
})

test('what is found comes with its place, its marks, and the rest on request', async () => {
  const { found, next } = await ask<SearchView>(server, `/api/quality/search?words=${encodeURIComponent('退货')}&limit=2`)
  expect(found).toMatchObject([{ callId: 'c2', atMs: 0, marks: [{ start: 0, end: 3 }] }, { callId: 'c1', atMs: 3_000, speaker: 'agent', marks: [{ start: 3, end: 5 }] }])
  expect(await ask<SearchView>(server, `/api/quality/search?words=${encodeURIComponent('退货')}&limit=2&before=${String(next)}`)).toMatchObject({ found: [{ callId: 'c1', atMs: 0 }], next: null })
})

test.each(['', '，。', '"', '((('])('a search for nothing (%s) is refused', async (words) => {
  await expect(texts(words)).rejects.toThrow('400')
})

test.each(['" OR marks : x', 'a* NOT b', "'; drop table calls; --", '*'.repeat(150) + '好'])('what looks like a query language (%s) is only words', async (words) => {
  expect(await texts(words)).toEqual(words.endsWith('好') ? ['您好，退货时间是七天'] : [])
})

test('a text is kept under what is spoken of it', () => {
  expect(foldText('要，退ABC货。').characters.join('')).toBe('要退abc货')
  expect(phrasesOf('退货 “七天 无理由” ')).toEqual(['退货', '七天无理由'])
  expect(marksOf('𠮷退，货退货', ['退货'])).toEqual([{ start: 2, end: 5 }, { start: 5, end: 7 }])
})
