import { describe, expect, test } from 'vitest'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import { libraryRules } from '../../server/live/library-engine.ts'
import { checkTurn } from '../../server/wording/check-turn.ts'
import { compileRules } from '../../server/wording/compile-rules.ts'
import { repairsRule } from '../../server/wording/repair.ts'
import { alone } from './library.ts'

const cache = diskCache(derivedFolder)
const library = loadLibrary(libraryRoot, cache)
const { ruleFiles, wordSets } = library
const rules = libraryRules(library, cache)
const heard = (text: string) => checkTurn(rules, text, alone)

describe('the rule that a sentence breaks', () => {
  test.each([
    ['您跟我嚷嚷顶什么用', ['fw01']],
    ['您这脑瓜子是不是不好使', ['wr13']],
    ['我们这头单子摞得跟山一样', ['xl04']],
    ['换了主板我敢拿脑袋担保不出毛病', ['cn05', 'cn10']],
  ])('%s', (text, ids) => {
    expect(heard(text).map(({ rule }) => rule)).toEqual(ids)
  })

  test('a pattern that matched beside a far likelier rule is no reason of its own', () => {
    expect(heard('翻来覆去我都讲了八回了您还问').map(({ rule }) => rule)).toEqual(['bn05'])
  })
})

describe('where it is not sure which rule was broken', () => {
  test('rules of one category: its sentence, and the reason names them', () => {
    expect(heard('这摊子事轮不着我们这个组来收拾')).toMatchObject([
      { category: '推诿', severity: 'warn', basis: 'example', sayInstead: '您这件事我先接着，我们一起看看接下来怎么办', why: '拿不准是哪一条：像“这不归我管”，也像“我做不了主”' },
    ])
  })

  test('rules of several categories: the sentence that fits any', () => {
    expect(heard('哪有那么快的您就慢慢盼着吧')).toMatchObject([{ severity: 'warn', sayInstead: '不好意思，这话我没说好，我换个说法，您的事我接着帮您看' }])
  })

  test('what was advised repairs the breach', () => {
    const rule = rules.rules.find(({ definition }) => definition.id === 'tw01')
    if (rule === undefined) throw new Error('there is no rule tw01')
    expect(repairsRule(rule, '您这件事我先接着，一起看看接下来怎么办')).toBe(true)
    expect(repairsRule(rule, '不好意思，这话我没说好，我换个说法')).toBe(true)
    expect(repairsRule(rule, '您再打一遍试试')).toBe(false)
  })
})

test('without sentences for unsure cases the rule’s own is given', () => {
  const bare = compileRules(ruleFiles.map(({ when_unsure: _sentence, ...file }) => file), (({ when_unsure: _sentence, ...words }) => words)(wordSets))
  const [finding] = checkTurn(bare, '这摊子事轮不着我们这个组来收拾', alone)
  const rule = bare.rules.find(({ definition }) => definition.id === finding?.rule)
  expect(finding?.why).toBe(rule?.definition.why)
})

test('what a pattern hears teaches the rule’s name: the same samples every time', () => {
  const again = compileRules(ruleFiles, wordSets)
  expect(again.examples?.nearest.gains).toEqual(rules.examples?.nearest.gains)
})
