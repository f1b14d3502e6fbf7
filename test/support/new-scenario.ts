import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { blockText } from '../../server/authoring/yaml-text.ts'

export const newScenario = 'promised-gift-missing'
const phrase = (say: string, en: string, calmer: string, shorter: string, point: string, any: readonly string[]) => ({
  say, en,
  variants: [{ style: 'calmer', say: calmer, en }, { style: 'shorter', say: shorter, en }],
  must_say: [{ point, en: point, any }],
})

const words = {
  id: newScenario,
  family: 'parts',
  title: { zh: '说好的赠品没给', en: 'A promised gift is missing' },
  goal: { zh: '问清谁答应的，有凭证就补，没凭证记录转卖家', en: 'Find out who promised it; with a proof it is sent, without one the seller is asked' },
  openings: [
    '买电脑说送鼠标怎么没送', '店里答应的赠品一直没给我', '说好送包的到现在没见着', '赠品去哪儿了', '我那个赠的耳机没收到', '宣传单上写送键盘结果没有', '买的时候说有礼品呢', '赠品少发了一样', '礼包没给我',
    '说好的礼物呢', '活动送的音箱没到', '下单送的手环没寄', '你们送的东西怎么没有', '赠品是不是漏发了', '页面写着送包', '导购说送我一个鼠标', '我就是冲着赠品买的', '赠品没了算怎么回事', '送的延长线没在箱子里', '礼品要等到什么时候',
  ],
  phrases: {
    'take-it-on': phrase('答应您的东西没到手，换谁都不痛快，这件事我来给您查。', 'What you were promised has not come; I look into it.', '您先别急，答应您的东西没到，我来给您查到底。', '赠品没到，我来给您查。', '我来查', ['我来..4查']),
    'ask-for-proof': phrase('您手上有没有发票、订单或者宣传页，上面写着送这样东西？', 'Do you have an invoice, an order or a leaflet that names the gift?', '麻烦您看一眼，发票、订单或者宣传页上有没有写送这样东西？', '发票或宣传页上写着送吗？', '问凭证', ['(发票|订单|宣传页)']),
    'send-it': phrase('有凭证就好办，我登记补发，寄出以后给您发短信。', 'Then it is easy: I have it sent, and you get a message.', '有凭证您就放心，我这就登记补发，寄出给您发短信。', '我登记补发，寄出发短信。', '登记补发', ['登记补发']),
    'ask-the-seller': phrase('我把您说的记下来转给卖家核实，有了答复给您回电话。', 'I pass it to the seller and call you back.', '没有凭证也不要紧，我记下来转给卖家核实，再给您回电话。', '我转卖家核实后回您。', '转卖家核实', ['卖家核实']),
  },
  reactions: { 'own:has a proof': ['有，发票上写着', '宣传页我留着呢', '订单里写了赠品'], 'own:has no proof': ['没有，就是口头说的', '单子早扔了', '他嘴上答应的'] },
}
const flow = {
  id: newScenario,
  initial: 'take it on',
  steps: {
    'take it on': { kind: 'say', phrase: `${newScenario}/take-it-on`, on: { 'agent said it': 'ask for proof' } },
    'ask for proof': { kind: 'say', phrase: `${newScenario}/ask-for-proof`, on: { 'own:has a proof': 'send it', 'own:has no proof': 'ask the seller' } },
    'send it': { kind: 'say', phrase: `${newScenario}/send-it`, on: { 'agent said it': 'closed' } },
    'ask the seller': { kind: 'say', phrase: `${newScenario}/ask-the-seller`, on: { 'agent said it': 'closed' } },
    closed: { kind: 'end', outcome: 'closed' },
  },
  reactions: { 'own:has a proof': { zh: '有凭证', en: 'Has a proof' }, 'own:has no proof': { zh: '没有凭证', en: 'Has no proof' } },
}
const cue = {
  id: 'gift_missing',
  label: { zh: '赠品没给', en: 'A gift is missing' },
  hint: { zh: '先问有没有凭证', en: 'Ask for a proof first' },
  scenario: newScenario,
  patterns: ['(赠品|礼品|送的)..8(没|少|漏)', '(说好|答应)..4送..8没'],
  examples: ['赠品没给我', '礼品少了一样', '送的鼠标没有', '说好送包结果没有', '答应送我的没送', '赠品怎么漏发了', '送的耳机没收到', '礼品一直没到'],
}
export const newScenarioFiles = { flow: `flows/parts/${newScenario}.json`, words: `scenarios/parts/${newScenario}.yaml`, cue: 'cues/gift_missing.yaml' } as const

/** Writes a scenario that the program does not have into the folder of a library: its structure, its words and a cue. */
export function addNewScenario(library: string): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(library, path)), { recursive: true })
    writeFileSync(join(library, path), text)
  }
  write(newScenarioFiles.words, blockText(words, 0))
  write(newScenarioFiles.cue, blockText(cue, 0))
  write(newScenarioFiles.flow, `${JSON.stringify(flow, null, 2)}\n`)
}
