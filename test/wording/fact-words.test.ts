import { describe, expect, it } from 'vitest'
import { type FactId, factDefinition } from '../../flows/facts.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { libraryRoot } from '../../server/library/root.ts'
import { compileFacts } from '../../server/wording/fact-words.ts'
import { hearFacts } from '../../server/wording/facts-heard.ts'

const library = loadLibrary(libraryRoot)
const book = compileFacts(library.factWords, library.wordSets.sets)
const asked = (id: FactId, put = true) => {
  const definition = factDefinition(id)
  const options = definition.kind === 'choice' ? Object.fromEntries(Object.entries(definition.options).map(([option, { zh }]) => [option, zh])) : {}
  return { id, kind: definition.kind, options, put } as const
}
const answer = (id: FactId, text: string, speaker: 'agent' | 'caller' = 'caller', put = true) => hearFacts(text, speaker, asked(id, put), book).find(({ fact }) => fact === id)?.value
const plainly = (text: string, speaker: 'agent' | 'caller' = 'caller') => hearFacts(text, speaker, null, book).map(({ fact, value }) => [fact, value])

describe('Facts that are plainly said, whatever was asked', () => {
  it.each([
    ['开机就蓝屏，进不了桌面', [['symptom', '蓝屏']]],
    ['我这台笔记本充不进电', [['symptom', '充不进电'], ['productLine', 'notebook']]],
    ['单号是20261031077', [['ticketNumber', '20261031077']]],
    ['我电话是一三八零零一三八零零零', [['callbackNumber', '13800138000']]],
    ['序列号EB02718346', [['machineSerial', 'EB02718346']]],
    ['我买的时候花了五千八百块', [['purchasePrice', '五千八百块']]],
    ['修了三个星期了', [['repairDays', 21]]],
  ])('%s', (text, facts) => {
    expect(plainly(text)).toEqual(expect.arrayContaining(facts))
  })

  it('hears the ticket number that the agent gives, not the one he asks for', () => {
    expect(plainly('您的维修单号是SN20261122001，您记一下', 'agent')).toEqual([['ticketNumber', 'SN20261122001']])
    expect(plainly('您的维修单号是多少', 'agent')).toEqual([])
  })

  it.each(['会不会蓝屏啊？', '单号我没记', '怎么修一次这么贵'])('hears nothing in “%s”', (text) => {
    expect(plainly(text)).toEqual([])
  })
})

describe('Answers to the question of the step', () => {
  it.each([
    ['callbackNumber', '就打这个号码吧', '来电号码'],
    ['callbackNumber', '尾号二零七五那个', '尾号2075'],
    ['callbackNumber', '零二一，五八八八，一二三四', '02158881234'],
    ['feeAmount', '大概三百八十块钱', '三百八十块钱'],
    ['boughtOn', '去年三月份买的', '去年三月份'],
    ['answerEmail', '邮箱是wangkai@example.com', 'wangkai@example.com'],
    ['remainingTime', '大概还要两个小时', '两个小时'],
    ['realQuestion', '我想知道押金什么时候退', '我想知道押金什么时候退'],
    ['hasBackup', '全在里面，就这一份', false],
    ['hasBackup', '我都拷出来了', true],
    ['damagedPart', '是转轴那里断了', 'other'],
    ['invoice', '票找不着了', 'lost'],
    ['angerReason', '排了四十分钟的队', 'wait'],
    ['otherProof', '我有微信支付的记录', 'payment'],
  ] as const)('%s: %s', (id, text, value) => {
    expect(answer(id, text)).toBe(value)
  })

  it.each([
    ['realQuestion', '不知道怎么说'],
    ['realQuestion', '你等一下'],
    ['realQuestion', '什么意思？'],
    ['productLine', '是笔记本还是台式机来着'],
    ['callbackNumber', '我想想啊'],
    ['feeAmount', '能不能便宜点'],
  ] as const)('%s is not answered by “%s”', (id, text) => {
    expect(answer(id, text)).toBeUndefined()
  })

  it('take what only the agent can look up from the agent', () => {
    expect(answer('repairStage', '系统里显示还在等配件', 'agent')).toBe('part')
    expect(answer('repairStage', '机器上周就已经修好了', 'agent')).toBe('ready')
    expect(answer('repairStage', '是不是等配件呢', 'agent')).toBeUndefined()
    expect(answer('repairStage', '是不是在等配件', 'caller')).toBeUndefined()
  })

  it('are expected only once the question has been put, short ones apart', () => {
    expect(answer('realQuestion', '打了四个电话一个推一个', 'caller', false)).toBeUndefined()
    expect(answer('angerReason', '你们接电话的人态度也不好，我排了四十分钟的队', 'caller', false)).toBeUndefined()
    expect(answer('damagedPart', '就是键盘', 'caller', false)).toBe('keyboard')
  })
})
