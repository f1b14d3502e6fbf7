import { describe, expect, test } from 'vitest'
import { sliceByMarks } from '../../client/src/call-screen/marks.ts'

const shown = (text: string, ...marks: Parameters<typeof sliceByMarks>[1]) =>
  sliceByMarks(text, marks).map((slice) => [slice.text, slice.marks.map(({ kind }) => kind).join('+')])

describe('marks in an utterance', () => {
  test('an unmarked text is one slice', () => {
    expect(shown('您好')).toEqual([['您好', '']])
  })

  test('a mark cuts at its UTF-16 offsets', () => {
    expect(shown('这事不归我们管啊', { kind: 'forbidden', start: 0, end: 7, of: 'not-ours' })).toEqual([
      ['这事不归我们管', 'forbidden'],
      ['啊', ''],
    ])
  })

  test('offsets count a character outside the basic plane as two', () => {
    expect(shown('😤退货', { kind: 'cue', start: 2, end: 4, of: 'refund' })).toEqual([
      ['😤', ''],
      ['退货', 'cue'],
    ])
  })

  test('overlapping marks share the stretch they have in common, the most urgent first', () => {
    expect(shown('修了三次了', { kind: 'fact', start: 2, end: 4, of: 'repairCount' }, { kind: 'point', start: 0, end: 3, of: 'said' })).toEqual([
      ['修了', 'point'],
      ['三', 'point+fact'],
      ['次', 'fact'],
      ['了', ''],
    ])
  })

  test('a mark made for a longer text is cut off at the end', () => {
    expect(shown('退货', { kind: 'cue', start: 1, end: 9, of: 'refund' })).toEqual([
      ['退', ''],
      ['货', 'cue'],
    ])
  })

  test('an empty utterance has nothing to show', () => {
    expect(shown('', { kind: 'cue', start: 0, end: 2, of: 'refund' })).toEqual([])
  })
})
