import { expect, test } from 'vitest'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import { alone } from './library.ts'

const cache = diskCache(derivedFolder)
const engine = libraryEngine(loadLibrary(libraryRoot, cache), cache)

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
