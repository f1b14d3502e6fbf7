import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkTurn } from '../../server/wording/check-turn.ts'
import { compileRules } from '../../server/wording/compile-rules.ts'
import { WordingError } from '../../server/wording/wording-error.ts'
import { alone, found, ruleFiles, ruleSet, wordSets } from './library.ts'

const duty = ruleSet({ id: 'duty', patterns: ['不归(我|我们)管'] })

describe('a finding', () => {
  test('says which rule, which words, why and what to say instead', () => {
    const rules = ruleSet({ id: 'duty', patterns: ['不归(我|我们)管'], why: '推出去', say_instead: '我来跟进，{callbackTime}给您回音' })
    expect(checkTurn(rules, '😀这個不歸我們管啊', { ...alone, facts: { callbackTime: '三点' } })).toEqual([
      {
        rule: 'duty',
        category: '试',
        severity: 'block',
        match: '不歸我們管',
        start: 4,
        end: 9,
        why: '推出去',
        sayInstead: '我来跟进，三点给您回音',
        basis: 'pattern',
        evidence: ['不归(我|我们)管'],
      },
    ])
  })

  test('leaves a blank for a fact that is not known', () => {
    const rules = ruleSet({ id: 'duty', patterns: ['不归我管'], say_instead: '{callbackTime}给您回音' })
    expect(checkTurn(rules, '不归我管', alone)[0]?.sayInstead).toBe('＿＿给您回音')
  })

  test('overlapping ways to hear one rule are one finding; different rules stay apart, most severe first', () => {
    const rules = ruleSet({ id: 'soft', severity: 'hint', patterns: ['这'] }, { id: 'duty', patterns: ['这不归我', '归我管'] })
    expect(found(rules, '这不归我管')).toEqual(['duty:这不归我管', 'soft:这'])
  })

  test('every place counts', () => {
    expect(found(duty, '不归我管，真的不归我们管')).toEqual(['duty:不归我管', 'duty:不归我们管'])
  })
})

describe('sound-alikes', () => {
  test('a homophone of the recogniser is heard, but never blocks', () => {
    const [finding] = checkTurn(duty, '这个不贵我们关', alone)
    expect(finding).toMatchObject({ rule: 'duty', match: '不贵我们关', severity: 'warn', basis: 'sound' })
  })
  test('not when most characters differ, nor when switched off', () => {
    expect(found(duty, '布柜窝门馆')).toEqual([])
    expect(found(ruleSet({ id: 'duty', patterns: ['不归我们管'], sound_alike: false }), '不贵我们关')).toEqual([])
  })
})

describe('harmless contexts', () => {
  test.each(['您说我们不归我管', '您的意思是不归我管对吗', '不会说不归我管', '我不是说不归我管', '请问这个不归我管吗'])('%s', (text) => {
    expect(found(duty, text)).toEqual([])
  })
  test.each(['您说的这个不归我管', '我跟您讲这个不归我管', '您先别急，不归我管'])('still a fault: %s', (text) => {
    expect(found(duty, text)).toEqual(['duty:不归我管'])
  })
  test('a rule may hold despite them', () => {
    expect(found(ruleSet({ id: 'duty', patterns: ['不归我管'], despite: ['quotation'] }), '您说不归我管')).toEqual(['duty:不归我管'])
  })
  test('allow drops only the match it overlaps', () => {
    const rules = ruleSet({ id: 'wait', patterns: ['等着'], allow: ['等着急'] })
    expect(found(rules, '您等着急了吧，那就等着')).toEqual(['wait:等着'])
  })
  test('the sentence before does not quote', () => {
    expect(found(duty, '我明白您说的是什么。不归我管')).toEqual(['duty:不归我管'])
  })
})

describe('conditions', () => {
  test('what the turn does', () => {
    const rules = ruleSet({ id: 'wait', patterns: ['会尽快处理'], unless_turn: ['names time'] })
    expect(found(rules, '会尽快处理的')).toEqual(['wait:会尽快处理'])
    expect(found(rules, '会尽快处理的，明天上午十点前给您打')).toEqual([])
  })
  test.each([
    ['whole-turn', '再见', '再见啦', '再见之前我说一下'],
    ['turn-start', '喂', '喂您好', '您好喂'],
    ['turn-end', '就这样', '好的就这样吧', '就这样的设置您点一下'],
    ['tag-question', '知道吗', '这个要登记的知道吗', '知道吗'],
  ] as const)('position %s', (position, phrase, faulty, harmless) => {
    const rules = ruleSet({ id: 'place', phrases: [phrase], position })
    expect(found(rules, faulty)).toEqual([`place:${phrase}`])
    expect(found(rules, harmless)).toEqual([])
  })
  test('first words of the call', () => {
    const rules = ruleSet({ id: 'hey', phrases: ['喂'], position: 'call-start' })
    expect(found(rules, '喂')).toEqual(['hey:喂'])
    expect(found(rules, '喂', { history: [{ speaker: 'agent', text: '您好' }, { speaker: 'caller', text: '喂' }] })).toEqual([])
  })
  test('facts of the call', () => {
    const rules = ruleSet({ id: 'free', phrases: ['免费修'], when: [{ fact: 'warranty', not: 'in' }, { fact: 'repairCount', at_most: 2 }] })
    expect(found(rules, '给您免费修', { facts: { warranty: null, repairCount: 1 } })).toEqual(['free:免费修'])
    expect(found(rules, '给您免费修', { facts: { warranty: 'in', repairCount: 1 } })).toEqual([])
    expect(found(rules, '给您免费修', { facts: {} })).toEqual([])
  })
  test('what was said before', () => {
    const rules = ruleSet({ id: 'wait', phrases: ['再等等'], unless_within: { turns: 2, any: ['#点前'] }, after_caller: { turns: 1, any: ['多久'] } })
    const asked = { speaker: 'caller', text: '还要多久' } as const
    expect(found(rules, '您再等等', { history: [asked] })).toEqual(['wait:再等等'])
    expect(found(rules, '您再等等', { history: [] })).toEqual([])
    expect(found(rules, '您再等等', { history: [{ speaker: 'agent', text: '五点前给您打' }, asked] })).toEqual([])
    const long = [{ speaker: 'agent', text: '五点前给您打' }, { speaker: 'agent', text: '好' }, { speaker: 'agent', text: '嗯' }, asked] as const
    expect(found(rules, '您再等等', { history: long })).toEqual(['wait:再等等'])
  })
  test('scope and validity', () => {
    const rules = ruleSet({ id: 'scoped', phrases: ['就这样'], scope: { teams: ['笔记本'], phases: ['closing'] }, valid: { from: '2026-05-01', until: '2026-06-30' } })
    const place = { team: '笔记本', phase: 'closing' } as const
    expect(found(rules, '就这样', place)).toEqual(['scoped:就这样'])
    expect(found(rules, '就这样', { ...place, team: null })).toEqual([])
    expect(found(rules, '就这样', { ...place, phase: 'opening' })).toEqual([])
    expect(found(rules, '就这样', { ...place, speaker: 'caller' })).toEqual([])
    expect(found(rules, '就这样', { ...place, now: Date.UTC(2026, 7, 1) })).toEqual([])
  })
  test('talking over the caller', () => {
    const rules = ruleSet({ id: 'over', phrases: ['我知道了'], while_caller_speaks: true })
    expect(found(rules, '我知道了')).toEqual([])
    expect(found(rules, '我知道了', { callerSpeaking: true })).toEqual(['over:我知道了'])
  })
})

test('a phrase broken over two utterances of one speaker is marked in the second', () => {
  const before = [{ speaker: 'agent', text: '您这个事情不归' }] as const
  expect(checkTurn(duty, '我们管的', { ...alone, history: before })).toMatchObject([{ rule: 'duty', match: '我们管', start: 0, end: 3 }])
  expect(found(duty, '我们管的', { history: [...before, { speaker: 'caller', text: '嗯，' }] })).toEqual(['duty:我们管'])
  expect(found(duty, '我们管的', { history: [...before, { speaker: 'caller', text: '什么' }] })).toEqual([])
})

test('the subject of a new sentence is not taken for the end of the one before', () => {
  const blame = ruleSet({ id: 'blame', patterns: ['怪..2你'] })
  const before = [{ speaker: 'agent', text: '这个怪谁' }] as const
  expect(found(blame, '你先别急', { history: before })).toEqual([])
  expect(found(blame, '你', { history: before })).toEqual(['blame:你'])
})

describe('example rules', () => {
  const examples = ['这事儿找我可没辙', '您爱找谁找谁去', '到我这就到头了', '您另请高明吧', '甭跟我掰扯这个', '爱咋办咋办', '您找别处去吧我伺候不了', '这活儿我伺候不了', '您另找高人吧', '别跟我掰扯了']
  const rules = ruleSet({ id: 'away', severity: 'warn', examples, counter_examples: ['您找哪位我帮您转', '我帮您找一下记录', '这个我来办'] })
  test('hear what is surely like them, as a warning, and name the n-grams', () => {
    const [finding] = checkTurn(rules, '您另请高人吧我伺候不了', alone)
    expect(finding).toMatchObject({ rule: 'away', severity: 'warn', basis: 'example' })
    expect(finding?.evidence).toContain('您另')
    expect(checkTurn(rules, '您好请问有什么可以帮您', alone)).toEqual([])
  })
  test('learn the same every time', () => {
    const again = ruleSet({ id: 'away', severity: 'warn', examples, counter_examples: ['您找哪位我帮您转', '我帮您找一下记录', '这个我来办'] })
    expect(again.examples?.faults.weights).toEqual(rules.examples?.faults.weights)
  })
})

describe('a faulty rule is refused with rule, field and text', () => {
  test.each([
    [{ id: 'a', patterns: ['退', '退(货'] }, 'patterns[1]', '('],
    [{ id: 'a', allow: ['{没有}'] }, 'allow[0]', '{没有}'],
    [{ id: 'a', phrases: ['退'], unless_turn: ['names tiem'] }, 'unless_turn[0]', 'names tiem'],
    [{ id: 'a', phrases: ['退'], valid: { from: '2026-02-31' } }, 'valid.from', '2026-02-31'],
    [{ id: 'a', phrases: ['退'], after_caller: { turns: 1, any: ['..8'] } }, 'after_caller.any[0]', '..8'],
  ])('%o', (rule, field, offending) => {
    expect(() => ruleSet(rule)).toThrow(WordingError)
    try {
      ruleSet(rule)
    } catch (error) {
      expect(error).toMatchObject({ rule: 'a', field, offending })
    }
  })
  test('an id used twice', () => {
    expect(() => ruleSet({ id: 'a', phrases: ['退'] }, { id: 'a', phrases: ['换'] })).toThrow('the id is used twice')
  })
})

test('whatever is said, every finding marks a stretch of the text itself', () => {
  const rules = compileRules(ruleFiles, wordSets)
  const piece = fc.constantFrom('这个', '不归', '我们', '管', '您', '等着', '就行了', '😀', '𠮷', '，', '。', '嗯', '尽快', '处理', '没办法', '找', '经销商', '去', '十五天', '不贵', '关', '\ud83d', '那个那个')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), fc.array(piece, { maxLength: 6 }), (parts, before) => {
      const text = parts.join('')
      for (const { start, end, match } of checkTurn(rules, text, { ...alone, history: [{ speaker: 'agent', text: before.join('') }] })) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(start, end)).toBe(match)
      }
    }),
    { numRuns: 1000, seed: 20_261_122 },
  )
})
