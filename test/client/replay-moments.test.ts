import { describe, expect, it } from 'vitest'
import type { HeardUtterance, ReplayMark } from '../../server/protocol.ts'
import { replayCommandOf } from '../../client/src/training/replay-keymap.ts'
import { heardBy, lastMoment, markFrom, otherSpeed } from '../../client/src/training/replay-moments.ts'

const press = (key: string, held: Partial<Parameters<typeof replayCommandOf>[0]> = {}) => replayCommandOf({ key, ctrlKey: false, altKey: false, metaKey: false, repeat: false, isComposing: false, ...held })
const mark = (kind: ReplayMark['kind'], atMs: number): ReplayMark => ({ kind, atMs, untilMs: null, title: { zh: '', en: '' }, detail: null, severity: null, fate: null })
const heard = (id: string, startMs: number, heardMs: number, text = id): HeardUtterance => ({ heardMs, utterance: { id, speaker: 'agent', text, final: true, startMs, endMs: heardMs, marks: [] } })

describe('The moments of a replay', () => {
  it('are found by halving', () => {
    expect([-5, 0, 9, 10, 25, 99].map((ms) => lastMoment([0, 10, 20, 30], ms))).toEqual([0, 0, 0, 1, 2, 3])
    expect(lastMoment([], 5)).toBe(0)
  })

  it('show what had been heard by then, by its beginning, a correction in the place of the first hearing', () => {
    const all = [heard('b', 3_000, 4_000), heard('a', 1_000, 5_000), heard('b', 3_000, 6_000, 'b better')]
    const texts = (atMs: number) => heardBy(all, atMs).map(({ text }) => text)
    expect([texts(3_999), texts(4_000), texts(5_000), texts(9_000)]).toEqual([[], ['b'], ['a', 'b'], ['a', 'b better']])
  })

  it('lead to the next and the previous mark of a kind; just after a mark, back means the one before it', () => {
    const marks = [mark('warning', 1_000), mark('guidance', 2_000), mark('warning', 5_000)]
    expect(markFrom(marks, 'warning', 1_000, 1)?.atMs).toBe(5_000)
    expect(markFrom(marks, 'warning', 5_500, -1)?.atMs).toBe(1_000)
    expect(markFrom(marks, 'warning', 7_000, -1)?.atMs).toBe(5_000)
    expect(markFrom(marks, 'warning', 5_000, 1)).toBeNull()
  })

  it('pass at half speed to eight times', () => {
    expect([otherSpeed(1, 1), otherSpeed(8, 1), otherSpeed(0.5, -1), otherSpeed(4, 1)]).toEqual([1.5, 8, 0.5, 8])
  })
})

describe('The keys of a replay', () => {
  it('play, move and step', () => {
    expect([press(' '), press('ArrowLeft'), press('K'), press('w'), press('t')]).toEqual([
      { do: 'toggle' }, { do: 'move', by: -5_000 }, { do: 'mark', kind: 'guidance', by: 1 }, { do: 'mark', kind: 'warning', by: -1 }, { do: 'mark', kind: 'reaction', by: 1 },
    ])
  })

  it('leave the shortcuts of the browser alone', () => {
    expect([press('c', { ctrlKey: true }), press('x'), press('Tab')]).toEqual([null, null, null])
  })
})
