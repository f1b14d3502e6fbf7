import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import type { DebriefView, DrillSummary, DrillView } from '../../server/protocol.ts'
import { loadCallerLines } from '../../server/training/caller-lines.ts'
import { type TestServer, testServer } from '../support/test-server.ts'

const scenario = 'repeated-repairs-wants-replacement'
const branch = 'offer-replacement>caller accepts>replacement-if-eligible'

describe('Scenario: a trainee practises over HTTP', () => {
  let server: TestServer
  let otherCookie: string
  beforeAll(async () => {
    const library = loadLibrary(libraryRoot)
    server = await testServer({ engine: libraryEngine(library, diskCache(derivedFolder)), library, callerLines: loadCallerLines(libraryRoot) })
    otherCookie = await server.signIn('demo-agent-2')
  })
  afterAll(() => server.stop())

  const ask = async <T>(method: 'GET' | 'POST', path: string, payload?: object, cookie?: string): Promise<{ readonly status: number; readonly body: T }> => {
    const answer = await server.app.http.inject({ method, url: `/api/training/drills${path}`, ...(payload && { payload }), ...(cookie && { headers: { cookie } }) })
    return { status: answer.statusCode, body: answer.json<T>() }
  }
  const start = async (changes: object = {}): Promise<DrillView> => (await ask<DrillView>('POST', '', { scenario, branch, level: 1, mode: 'study', temperament: 'calm', ...changes })).body
  const sentenceOf = ({ sentence }: DrillView): string => (sentence?.parts ?? []).map((part) => ('text' in part ? part.text : (part.value ?? '明天下午三点'))).join('')
  const goOn = async (drill: DrillView, words: (drill: DrillView) => string): Promise<DrillView> => {
    let now = drill
    for (let turn = 1; !now.over && turn < 60; turn += 1) now = (await ask<DrillView>('POST', `/${now.id}/say`, { text: words(now), startMs: turn * 4_000, endMs: turn * 4_000 + 2_000 })).body
    return now
  }

  it('passes by saying the sentences shown, and reads the debrief', async () => {
    const over = await goOn(await start(), sentenceOf)
    expect(over.over).toBe(true)
    const { body } = await ask<DebriefView>('GET', `/${over.id}/debrief`)
    expect({ passed: body.score.passed, outcome: body.score.outcome, mark: body.score.passMark }).toEqual({ passed: true, outcome: 'replacement-if-eligible', mark: 80 })
    expect(body.path.at(-1)).toBe('replacement-if-eligible')
    const { body: list } = await ask<readonly DrillSummary[]>('GET', '')
    expect(list.find(({ id }) => id === over.id)).toMatchObject({ scenario, passed: true, title: { zh: '修过好几回又坏了' } })
  })

  it('an exam shows neither sentence nor points nor warnings; practice shows the sentence when asked, at a price', async () => {
    const exam = await start({ mode: 'exam' })
    const said = (await ask<DrillView>('POST', `/${exam.id}/say`, { text: '这不归我们管', startMs: 1_000, endMs: 2_000 })).body
    expect({ sentence: said.sentence, points: said.points, warning: said.warning, place: said.place }).toEqual({ sentence: null, points: [], warning: null, place: null })
    const practice = await start({ mode: 'practice' })
    expect(practice.sentence).toBeNull()
    const hinted = (await ask<DrillView>('POST', `/${practice.id}/hint`)).body
    expect(sentenceOf(hinted)).toBe('您好，谢谢您打来。')
    expect(hinted.hints).toBe(1)
  })

  it('goes on after a restart where it was, word for word', async () => {
    const drill = await start()
    const before = (await ask<DrillView>('POST', `/${drill.id}/say`, { text: sentenceOf(drill), startMs: 1_000, endMs: 2_000 })).body
    server = await server.restart()
    expect((await ask<DrillView>('GET', `/${drill.id}`)).body).toEqual(before)
    const over = await goOn(before, sentenceOf)
    expect((await ask<DebriefView>('GET', `/${over.id}/debrief`)).body.score.passed).toBe(true)
  })

  it('begins again from a turn of an earlier drill', async () => {
    const over = await goOn(await start(), sentenceOf)
    const { body: review } = await ask<DebriefView>('GET', `/${over.id}/debrief`)
    const third = review.turns[2]
    const { status, body } = await ask<DrillView>('POST', `/${over.id}/again`, { utteranceId: third?.utteranceId ?? '' })
    expect(status).toBe(201)
    expect(body.turns.filter(({ speaker }) => speaker === 'agent').map(({ text }) => text)).toEqual(review.turns.slice(0, 2).map(({ said }) => said))
    expect(sentenceOf(body)).toBe(third?.expected)
  })

  it('giving up fails the drill; its debrief waits for its end', async () => {
    const drill = await start()
    expect((await ask('GET', `/${drill.id}/debrief`)).status).toBe(409)
    await ask('POST', `/${drill.id}/give-up`)
    const { body } = await ask<DebriefView>('GET', `/${drill.id}/debrief`)
    expect(body.score).toMatchObject({ passed: false, failedBecause: { zh: '没有把电话打完' } })
    expect((await ask('POST', `/${drill.id}/say`, { text: '喂', startMs: 0, endMs: 0 })).status).toBe(410)
  })

  it('another agent sees nothing of it; unknown things are named', async () => {
    const drill = await start()
    expect((await ask('GET', `/${drill.id}`, undefined, otherCookie)).status).toBe(403)
    expect((await ask('POST', `/${drill.id}/say`, { text: '喂', startMs: 0, endMs: 0 }, otherCookie)).status).toBe(403)
    expect(await ask('POST', '', { scenario: 'no-such', level: 1, mode: 'study' })).toMatchObject({ status: 404, body: { message: 'there is no scenario "no-such"' } })
    expect(await ask('POST', '', { scenario, level: 4, mode: 'study' })).toMatchObject({ status: 400, body: { field: 'level' } })
  })
})
