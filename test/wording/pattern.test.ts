import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../server/wording/normalise.ts'
import { compilePattern, findPattern, findPatterns } from '../../server/wording/pattern.ts'
import { WordingError } from '../../server/wording/wording-error.ts'

const sets = { 我方: ['我', '我们', '我这边'], 部门: ['维修部', '配件(部|那边)', '后台'], 自身: ['{自身}'] }

function heard(source: string, text: string): string | null {
  const span = findPattern(compilePattern(source, sets), normalise(text))
  return span === null ? null : text.slice(span.start, span.end)
}

describe('a pattern hears', () => {
  test.each([
    ['不归我们管', '哎这个不歸，我們管的呀', '不歸，我們管'],
    ['(退|换)货', '您要换货吗', '换货'],
    ['不归(我|我们)(这边)?管', '这不归我们这边管的', '不归我们这边管'],
    ['约..8点', '那就约在明天下午三点吧', '约在明天下午三点'],
    ['#天(内|之内)', '十五天之内都可以', '十五天之内'],
    ['#(天|块)', '要一百二十块', '一百二十块'],
    ['等#天', '再等几天', '等几天'],
    ['等#天', '再等十几天', '等十几天'],
    ['#个半月', '要两个半月', '两个半月'],
    ['{部门}的事', '那是配件那边的事', '配件那边的事'],
    ['不归{我方}管', '不归我这边管', '不归我这边管'],
    ['^喂', '喂，你好', '喂'],
    ['再说吧$', '到时候再说吧。', '再说吧'],
    ['<退款 & (不行|没法)>~10', '没法给您退款', '没法给您退款'],
    ['<退款 & (不行|没法)>~10', '退款这个不行', '退款这个不行'],
    ['<a & b & c>~8', 'xx c1b2a', 'c1b2a'],
    ['#个?月', '三月', '三月'],
    ['一个?星期', '等一星期', '一星期'],
    ['你自己去', '您自己去问', '您自己去'],
    ['这个不归', '不归我管', '不归'],
    ['不归我管', '那个那个不归那个我管', '不归那个我管'],
  ])('%s in %s', (source, text, expected) => {
    expect(heard(source, text)).toBe(expected)
  })

  test.each([
    ['约..3点', '约在明天下午三点', 'the gap is too long'],
    ['不管..8负责', '这个不管。那边负责', 'a gap never crosses the end of a sentence'],
    ['^喂', '你好喂', 'not at the start'],
    ['再说$', '再说吧', 'not at the end'],
    ['<退款 & 不行>~6', '退款您看这样下去真的不行', 'too far apart'],
    ['您去', '你去', '您 means only 您'],
    ['#天', '今天', 'no number'],
  ])('not %s in %s: %s', (source, text) => {
    expect(heard(source, text)).toBeNull()
  })

  test('every match, none overlapping', () => {
    const text = '再等等，还是再等等，就再等等吧'
    const spans = findPatterns(compilePattern('再等等'), normalise(text))
    expect(spans).toEqual([
      { start: 0, end: 3 },
      { start: 6, end: 9 },
      { start: 11, end: 14 },
    ])
  })

  test('text far beyond one utterance', () => {
    const text = `${'好的您说'.repeat(5000)}这不归我们管${'好的'.repeat(5000)}`
    expect(heard('不归..4管', text)).toBe('不归我们管')
  })
})

describe('a faulty pattern is refused with its place', () => {
  test.each([
    ['退(货', 1, '"(" is never closed'],
    ['退货)', 2, 'unexpected ")"'],
    ['退..货', 1, '".." needs the most characters'],
    ['退..99货', 1, 'a gap must be 1 to 40'],
    ['退{没有}', 1, 'there is no word set {没有}'],
    ['^?退', 1, '"?" must follow a character, a group or a set'],
    ['(退|)货', 3, 'an empty pattern or alternative'],
    ['<退 & 货>', 0, '"<" must end in ">~n"'],
    ['<退>~5', 0, 'takes 2 to 4 parts'],
    ['{自身}', 0, 'contains itself'],
    ['#..3', 0, 'no characters that must be said'],
    ['(退)?', 0, 'no characters that must be said'],
    ['退，(，)', 3, 'nothing is left'],
  ])('%s', (source, position, message) => {
    let thrown: unknown
    try {
      compilePattern(source, sets)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(WordingError)
    expect((thrown as WordingError).message).toContain(message)
    expect((thrown as WordingError).position).toBe(position)
  })
})

test('whatever the text, a match is exactly what is marked: cut out, it matches again', () => {
  const pattern = compilePattern('(这|那)?..3不归..2{我方}(管|负责)', sets)
  const piece = fc.constantFrom('这', '那个', '不归', '我们', '我这边', '管', '负责', '😀', '，', '嗯', '𠮷', '您')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (parts) => {
      const text = parts.join('')
      // Of what is said twice on end one time counts; cut in the middle, it is not twice any more.
      fc.pre(!/(.+)\1/u.test(text.replaceAll(/[嗯，😀]/gu, '')))
      const span = findPattern(pattern, normalise(text))
      if (span === null) return
      const cut = text.slice(span.start, span.end)
      const again = findPattern(pattern, normalise(cut))
      expect(again?.end).toBe(cut.length)
      // A 那个 that meant something in the whole text may be idle at the very beginning of the cut one.
      expect(cut.slice(0, again?.start)).toMatch(/^((那个)+[嗯，😀]*)?$/u)
    }),
    { numRuns: 1000, seed: 20_261_122 },
  )
})
