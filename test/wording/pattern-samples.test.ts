import { expect, test } from 'vitest'
import { compilePattern } from '../../server/wording/pattern.ts'
import { patternSamples } from '../../server/wording/pattern-samples.ts'

const samples = (source: string, most: number): readonly string[] => patternSamples([compilePattern(source).node], most).toSorted()

test('a pattern says what it hears, each saying once', () => {
  expect(samples('(退|换)货', 20)).toEqual(['换货', '退货'])
  expect(samples('(先)?登记', 20)).toEqual(['先登记', '登记'])
})

test('a gap is said as nothing or as anything', () => {
  expect(samples('约..8点', 30)).toEqual(['约…点', '约点'])
  expect(samples('<退款 & 不行>~10', 5)).toEqual(['退款…不行'])
})

test('no patterns, no samples', () => {
  expect(patternSamples([], 10)).toEqual([])
})
