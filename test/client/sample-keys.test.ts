import { expect, test } from 'vitest'
import { sampleKey, samplePlace } from '../../client/src/start/sample-keys.ts'

const press = (key: string, more = {}) => ({ key, ctrlKey: false, altKey: false, metaKey: false, repeat: false, isComposing: false, ...more })

test('samples have the letters, then the letters with Shift', () => {
  expect([0, 25, 26, 37, 51, 52].map(sampleKey)).toEqual(['A', 'Z', '⇧A', '⇧L', '⇧Z', null])
})

test('a press chooses the sample of its key', () => {
  expect(samplePlace(press('b'))).toBe(1)
  expect(samplePlace(press('B', { shiftKey: true }))).toBe(27)
  expect(samplePlace(press('B'))).toBe(1)
  expect([press('1'), press('Enter'), press('b', { ctrlKey: true }), press('b', { isComposing: true })].map(samplePlace)).toEqual([null, null, null, null])
})
