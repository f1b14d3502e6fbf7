import { describe, expect, it } from 'vitest'
import { compileFacts } from '../../server/wording/fact-words.ts'
import { hearFacts } from '../../server/wording/facts-heard.ts'

const heard = (text: string) => hearFacts(text, 'caller', null).map(({ fact, value, start, end }) => [fact, value, text.slice(start, end)])

describe('Facts heard in the caller’s speech', () => {
  it.each([
    ['这台机器你们都修了三次了，今天又开不了机', [['repairCount', 3, '修了三次']]],
    ['買了才二十來天', [['daysOwned', 20, '買了才二十來天']]],
    ['我是二月二十号买的，买了才二十来天', [['daysOwned', 20, '买了才二十来天']]],
    ['用了两个多月就坏了', [['daysOwned', 60, '用了两个多月']]],
    ['半个月前买的', [['daysOwned', 15, '半个月前买']]],
    ['买了一年半了', [['daysOwned', 548, '买了一年半']]],
    ['昨天刚买的', [['daysOwned', 1, '昨天刚买']]],
    ['第五次报修了', [['repairCount', 4, '第五次报修']]],
    ['早就过保了', [['warranty', 'out', '过保了']]],
    ['还在保修期内呢', [['warranty', 'in', '还在保修期内']]],
    ['还是那个老毛病', [['sameFault', true, '还是那个老毛病']]],
    ['发票我弄丢了', [['invoice', 'lost', '发票我弄丢']]],
    ['当时没给我开票', [['invoice', 'never', '没给我开票']]],
  ])('%s', (text, facts) => {
    expect(heard(text)).toEqual(facts)
  })

  it.each(['还在保修期吗', '是不是过保了', '修一次要多少钱', '你们几点下班'])('hears nothing in the question “%s”', (text) => {
    expect(heard(text)).toEqual([])
  })

  it('does not take the agent’s words for the caller’s', () => {
    expect(hearFacts('您修过三次是吧', 'agent', null)).toEqual([])
  })
})

describe('Short answers to the question of the step', () => {
  it('takes the one option named', () => {
    const asked = { id: 'productLine', kind: 'choice', options: { notebook: '笔记本', desktop: '台式机' } } as const
    expect(hearFacts('是笔记本', 'caller', asked)).toEqual([{ fact: 'productLine', value: 'notebook', start: 1, end: 4 }])
    expect(hearFacts('笔记本还是台式机我分不清', 'caller', asked)).toEqual([])
  })

  it('takes a bare length of time', () => {
    expect(hearFacts('三个月', 'caller', { id: 'daysOwned', kind: 'number', options: {} })).toEqual([{ fact: 'daysOwned', value: 90, start: 0, end: 3 }])
  })

  it('takes a time from either side', () => {
    const asked = { id: 'visitTime', kind: 'text', options: {} } as const
    expect(hearFacts('那就明天上午十点吧', 'caller', asked)).toEqual([{ fact: 'visitTime', value: '明天上午十点', start: 2, end: 8 }])
    expect(hearFacts('好的给您约在后天下午', 'agent', asked)).toEqual([{ fact: 'visitTime', value: '后天下午', start: 6, end: 10 }])
  })

  it('takes no time that is past for one to come', () => {
    const asked = { id: 'callbackTime', kind: 'text', options: {} } as const
    expect(hearFacts('我上个月十六号送的', 'caller', asked)).toEqual([])
    expect(hearFacts('昨天下午修的', 'caller', asked)).toEqual([])
  })

  it.each([
    ['送去十二天了', '天', 12],
    ['我数了三遍，一共六个', '个', 6],
    ['这样的毛病，连这回四次', '次', 4],
    ['报完到现在三十个小时，电话都没一个', '小时', 30],
    ['一次', '次', 1],
  ])('takes the number with its unit: %s', (text, unit, value) => {
    expect(hearFacts(text, 'caller', { id: 'counted', kind: 'number', options: {}, unit }).map((each) => each.value)).toEqual([value])
  })

  it('takes no number where several are named', () => {
    expect(hearFacts('去年两次，今年三次', 'caller', { id: 'counted', kind: 'number', options: {}, unit: '次' })).toEqual([])
  })

  it.each(['有没有发票我不知道，得回去找找', '在不在保修期我不知道', '方不方便得问问家里人', '记不清加过没有'])('takes “%s” for no answer', (text) => {
    const asked = [{ id: 'invoice', kind: 'choice', options: { present: '有' } }, { id: 'canSendIn', kind: 'yes-no', options: {} }] as const
    expect(asked.flatMap((each) => hearFacts(text, 'caller', each))).toEqual([])
  })

  it('hears that it is not the same fault', () => {
    expect(heard('上回是屏幕，这回是键盘，不是同一个毛病')).toEqual([['sameFault', false, '不是同一个毛病']])
  })

  it('takes nothing from what the agent asks or is going to look up', () => {
    const time = { id: 'visitTime', kind: 'text', options: {} } as const
    expect(['您今天几点方便？', '给我一分钟，我查准了告诉您'].map((text) => hearFacts(text, 'agent', time))).toEqual([[], []])
    const book = compileFacts({ no_answer: [], facts: { free: { by: 'agent', options: { yes: ['今天..6过去'], no: ['去不了'] } } } }, {})
    const free = { id: 'free', kind: 'yes-no', options: {} } as const
    expect(hearFacts('我问清今天能不能过去', 'agent', free, book)).toEqual([])
    expect(hearFacts('问准了，今天能过去', 'agent', free, book).map(({ value }) => value)).toEqual([true])
  })

  it('takes a time at which somebody shall call', () => {
    const asked = { id: 'callbackTime', kind: 'text', options: {} } as const
    expect(hearFacts('你今天下午五点打过来', 'caller', asked).map(({ value }) => value)).toEqual(['今天下午五点'])
  })

  it('takes no small talk for an answer', () => {
    const asked = { id: 'sameFault', kind: 'yes-no', options: {} } as const
    expect(['不急，你慢慢看', '没事你查吧', '没关系'].map((text) => hearFacts(text, 'caller', asked))).toEqual([[], [], []])
  })

  it('takes yes and no', () => {
    const asked = { id: 'sameFault', kind: 'yes-no', options: {} } as const
    expect(hearFacts('不是，这回是屏幕', 'caller', asked)).toEqual([{ fact: 'sameFault', value: false, start: 0, end: 2 }])
    expect(hearFacts('对，一样的', 'caller', asked)).toEqual([{ fact: 'sameFault', value: true, start: 0, end: 1 }])
  })
})
