import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise, normalisedText, originalSpan } from '../../server/wording/normalise.ts'

const form = (text: string): string => normalisedText(normalise(text))

describe('normalise', () => {
  test.each([
    ['這個，嗯，不歸我們管啊！', '不归我们管', 'traditional, punctuation and fillers'],
    ['ＡＢＣ１２３', 'abc123', 'full width and case'],
    ['那个那个不归我们管', '那个不归我们管', 'a stutter of words'],
    ['我我我们不归我们不归我们管', '我们不归我们管', 'a stutter of syllables and of a clause'],
    ['不归那个我们管', '不归我们管', 'an idle 那个 before a pronoun'],
    ['嗯，那个，再等等', '再等等', 'an idle 那个 between pauses'],
    ['就是说不归我管', '不归我管', 'an idle 就是说'],
    ['您就是说我们不管', '您就是说我们不管', '就是说 that reports someone stays'],
    ['知道了知道了', '知道了知道了', 'repeated on purpose'],
    ['看看研究研究', '看看研究研究', 'reduplicated verbs'],
    ['哪儿买的上哪儿看去', '哪买的上哪看去', 'retroflex colouring'],
    ['女儿和儿童', '女儿和儿童', '儿 as a syllable of its own'],
    ['她啥时候来', '他什么时候来', 'pronouns alike in sound, 啥'],
    ['嗯嗯', '嗯嗯', 'nothing but fillers'],
    ['', '', 'empty'],
    ['𠮷野家', '𠮷野家', 'a rare character'],
  ])('%s → %s (%s)', (text, expected) => {
    expect(form(text)).toBe(expected)
  })

  test.each([
    ['十五天', '15天'],
    ['１５天', '15天'],
    ['一百二十块', '120块'],
    ['三千五', '3500'],
    ['三千零五', '3005'],
    ['一千万', '10000000'],
    ['十几天', '10几天'],
    ['两三天', '23天'],
    ['千万别', '千万别'],
    ['百分之百', '百分之百'],
    ['二零二四年十二月', '2024年12月'],
  ])('numeral %s → %s', (text, expected) => {
    expect(form(text)).toBe(expected)
  })

  test('positions lead back to the original, around emoji, numerals and fillers', () => {
    const text = '😀您好，這個一百二十塊嗯不歸我們管👍'
    const normalised = normalise(text)
    const at = normalisedText(normalised).indexOf('120')
    const amount = originalSpan(normalised, at, at + 3)
    expect(text.slice(amount.start, amount.end)).toBe('一百二十')
    const from = normalisedText(normalised).indexOf('不归')
    const duty = originalSpan(normalised, from, from + 5)
    expect(text.slice(duty.start, duty.end)).toBe('不歸我們管')
  })

  test('the mark of a stutter covers both sayings', () => {
    const text = '不归我们我们管'
    const normalised = normalise(text)
    const span = originalSpan(normalised, 0, 4)
    expect(normalisedText(normalised)).toBe('不归我们管')
    expect(text.slice(span.start, span.end)).toBe('不归我们我们')
  })

  test('every position is a valid, ordered stretch that never splits a surrogate pair', () => {
    const piece = fc.constantFrom('我', '我们', '那个', '不归', '😀', '𠮷', '一百', '三', '，', '嗯', '這', ' ', '就是说', 'Ａ', '½', '儿', '\ud800')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''))), (text) => {
        const normalised = normalise(text)
        let previous = 0
        for (let index = 0; index < normalised.length; index++) {
          const start = normalised.starts[index] ?? -1
          const end = normalised.ends[index] ?? -1
          expect(start).toBeGreaterThanOrEqual(previous)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(/^[\udc00-\udfff]/.test(text.slice(start)) && /[\ud800-\udbff]$/.test(text.slice(0, start))).toBe(false)
          previous = start
        }
      }),
      { numRuns: 500, seed: 20_261_122 },
    )
  })

  test('a normalised text is its own normal form, so that patterns and utterances meet', () => {
    for (const text of ['这不归我们管', '您再等等吧', '3天后给您打120块']) expect(form(form(text))).toBe(form(text))
  })
})
