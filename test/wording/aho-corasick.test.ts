import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { AhoCorasick, unitsOfWord } from '../../server/wording/aho-corasick.ts'

function find(words: readonly string[], text: string): string[] {
  const automaton = new AhoCorasick(words.map(unitsOfWord))
  const count = automaton.scan(unitsOfWord(text))
  return Array.from({ length: count }, (_, hit) => `${words[automaton.hits[hit * 2] ?? 0] ?? ''}@${String(automaton.hits[hit * 2 + 1])}`)
}

test('overlapping, nested and repeated words are all found, in order of their ends', () => {
  expect(find(['不归', '不归我', '归我管', '我', '我', ''], '不归我管')).toEqual(['不归@2', '不归我@3', '我@3', '我@3', '归我管@4'])
})
test('您 is read as 你', () => {
  expect(find(['你去'], '您去')).toEqual(['你去@2'])
})
test.each([1, 4])('finds what a search word by word finds, the words of %i characters and more', (minLength) => {
  const word = fc.string({ unit: fc.constantFrom('不', '归', '我', '管', '你'), minLength, maxLength: minLength + 4 })
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 20 }), fc.string({ unit: fc.constantFrom('不', '归', '我', '管', '您'), maxLength: 60 }), (words, text) => {
      const expected = words.flatMap((each) => Array.from({ length: text.length }, (_, end) => end + 1).filter((end) => text.slice(0, end).replaceAll('您', '你').endsWith(each)).map((end) => `${each}@${String(end)}`))
      expect(find(words, text).sort()).toEqual(expected.sort())
    }),
    { numRuns: 500, seed: 20_261_122 },
  )
})
