import { expect, test } from 'vitest'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import { alone } from './library.ts'

const cache = diskCache(derivedFolder)
const library = loadLibrary(libraryRoot, cache)
const engine = libraryEngine(library, cache)

test.each([
  '您好，这里是阳光服务热线，我是李敏，很高兴为您服务。',
  '您好阳光服务',
  '我这就安排负责人接待。',
  '您看，好在保修期还没过。',
  '您别见怪，材料要主管点头我才能给，我马上去请他',
  '就是那台电脑',
  '就是这张发票',
  '您说的就是这台笔记本吧',
])('a good agent says “%s”: neither block nor warning', (text) => {
  expect(engine.checkTurn(text, alone).filter(({ severity }) => severity !== 'hint')).toEqual([])
})

test.each([
  '退换的日子刚过了五天，这条走不了，不过检修我今天就能给您安排',
  '机器是哪天送来的，到今天等了多久',
  '好，这台您是什么时候买的',
  '查到什么都跟您说一声',
  '出了毛病还是我们负责，您找我就行',
  '这件事我负责到底，您不用找别人，找我就行',
  '我按编号查日期',
])('a good agent says “%s”: not even a hint', (text) => {
  expect(engine.checkTurn(text, alone)).toEqual([])
})

test.each([
  ['谁帮你办的', 'lm12'],
  ['你哪天送修的', 'lm12'],
  ['你就跟我说吧', 'sm11'],
  ['把购机日期改早几天', 'wg03'],
])('the same words without care are still heard: “%s”', (text, rule) => {
  expect(engine.checkTurn(text, alone).map((finding) => finding.rule)).toEqual([rule])
})

test('the sentences for unsure cases are good service', () => {
  const sentences = [...library.ruleFiles.map(({ when_unsure: sentence }) => sentence), library.wordSets.when_unsure].filter((sentence) => sentence !== undefined)
  expect(sentences).toHaveLength(22)
  for (const sentence of sentences) expect([sentence, engine.checkTurn(sentence, alone)]).toEqual([sentence, []])
})
