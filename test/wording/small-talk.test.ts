import { expect, it } from 'vitest'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import { scenarioFinder } from '../../server/library/scenario-finder.ts'

const cache = diskCache(derivedFolder)
const library = loadLibrary(libraryRoot, cache)
const finder = scenarioFinder(library, cache)
/** None of these stands in the library. */
const talk = ['等一下我拿支笔', '我在外面呢，有点吵，你大点声', '我姓王，三横一竖的王啊', '我家住朝阳区建国路八十号', '孩子别闹，妈妈打着电话呢', '你普通话说得真标准', '稍等啊，我换个手拿电话', '昨天我去超市买了点菜', '我听着呢你说', '嗯嗯好的好的']

it.each(talk)('“%s” suggests no scenario', (text) => {
  expect(library.smallTalk).not.toContain(text)
  expect(finder.suggest([text], null, 3)).toEqual([])
})

it('small talk upon small talk still suggests none', () => {
  expect(finder.suggest(talk, null, 3)).toEqual([])
})

it('small talk before it takes nothing from what the caller then says', () => {
  const said = '这台机器你们都修了三次了还是坏，给我换一台'
  const alone = finder.suggest([said], null, 1).map(({ id }) => id)
  expect(alone).toHaveLength(1)
  expect(finder.suggest([...talk.slice(0, 4), said], null, 1).map(({ id }) => id)).toEqual(alone)
})

it('the words that decided are whole words, each named once', () => {
  expect(finder.suggest(['这台机器修了三次了今天又坏了，我不修了，给我换一台！'], null, 1)).toMatchObject([{ id: 'repeated-repairs-wants-replacement', words: ['修了', '今天又坏', '三次了'] }])
})
