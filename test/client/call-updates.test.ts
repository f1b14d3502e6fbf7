import { describe, expect, test } from 'vitest'
import { withContext, withCue, withGuidance, withUtterance } from '../../client/src/connection/call-updates.ts'
import type { Utterance } from '../../server/protocol.ts'
import { callOf, guidanceOf } from './call-view-of.ts'

const heard = (id: string, text: string, startMs: number, final = true): Utterance => ({ id, speaker: 'caller', text, final, startMs, endMs: startMs + 500, marks: [] })
const texts = (call: ReturnType<typeof callOf>) => call.utterances.map(({ text }) => text)

describe('what arrives during a call', () => {
  test('a later hearing of an utterance takes its place', () => {
    const call = withUtterance(callOf({ utterances: [heard('a', '我要', 0, false), heard('b', '喂', 900)] }), heard('a', '我要退货', 0))
    expect(texts(call)).toEqual(['我要退货', '喂'])
  })

  test('a late interim does not undo the final text', () => {
    const call = callOf({ utterances: [heard('a', '我要退货', 0)] })
    expect(withUtterance(call, heard('a', '我要', 0, false))).toBe(call)
  })

  test('speech that came to nothing goes', () => {
    const call = withUtterance(callOf({ utterances: [heard('a', '喂', 0), heard('b', '嗯', 900, false)] }), heard('b', '', 900, false))
    expect(texts(call)).toEqual(['喂'])
    expect(withUtterance(call, heard('c', '', 0, false))).toBe(call)
  })

  test('overlapping speech is ordered by when it began', () => {
    const call = withUtterance(callOf({ utterances: [heard('a', '一', 0), heard('c', '三', 2000)] }), heard('b', '二', 1000))
    expect(texts(call)).toEqual(['一', '二', '三'])
  })

  test('guidance that came late is dropped', () => {
    const call = callOf({ guidance: guidanceOf({ seq: 7 }) })
    expect(withGuidance(call, 6, guidanceOf({ seq: 6 }))).toBe(call)
    expect(withGuidance(call, 8, guidanceOf({ seq: 8 })).guidance.seq).toBe(8)
  })

  test('a cue raised again for the same utterance is shown once', () => {
    const cue = { id: 'anger', label: { zh: '发火', en: 'Anger' }, hint: { zh: '先听', en: 'Listen' }, utteranceId: 'a', match: '气死', atMs: 100 }
    const call = withCue(withCue(callOf(), cue), { ...cue, match: '气死我了' })
    expect(call.cues.map(({ match }) => match)).toEqual(['气死我了'])
  })

  test('a new context leaves transcript and sentence alone', () => {
    const call = callOf({ utterances: [heard('a', '喂', 0)] })
    const changed = withContext(call, { ...callOf({ status: 'held', heldSince: 5 }) })
    expect([changed.status, changed.heldSince]).toEqual(['held', 5])
  })
})
