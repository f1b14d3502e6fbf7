import { expect, test } from 'vitest'
import { krippendorffAlpha } from '../../server/quality/agreement.ts'

/** Krippendorff (2011), example C: four observers, twelve units; '.' is a missing judgement. */
const published = [
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
].map((row) => row.split(' ').map((value) => (value === '.' ? null : Number(value))))
const units = Array.from({ length: 12 }, (_, unit) => published.map((row) => row[unit] ?? null))

test('the published example has an ordinal alpha of 0.815', () => {
  expect(krippendorffAlpha(units)?.toFixed(3)).toBe('0.815')
})
test('full agreement is 1, systematic disagreement below 0', () => {
  expect(krippendorffAlpha([[1, 1], [2, 2], [3, 3]])).toBe(1)
  expect(krippendorffAlpha([[1, 2], [2, 1]])).toBeLessThan(0)
})
test('where there is nothing to disagree on, there is no figure', () => {
  expect(krippendorffAlpha([])).toBeNull()
  expect(krippendorffAlpha([[1, null], [null, 2]])).toBeNull()
  expect(krippendorffAlpha([[2, 2], [2, 2]])).toBeNull()
})
