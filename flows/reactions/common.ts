import type { Label } from '../fact-kinds.ts'

/** Declares a group of reactions, keeping their names for the type checker. */
export const defineReactions = <const T extends Readonly<Record<string, Label>>>(reactions: T): T => reactions

/** What callers do in many scenarios, and what the agent or the clock reports. */
export const commonReactions = defineReactions({
  'agent said it': { zh: '我说过了', en: 'Said it' },
  'fact recorded': { zh: '已记录', en: 'Recorded' },
  'caller accepts': { zh: '同意', en: 'Accepts' },
  'caller refuses': { zh: '不同意', en: 'Refuses' },
  'caller still upset': { zh: '还是不满意', en: 'Still upset' },
  'caller insists': { zh: '坚持原来的要求', en: 'Insists' },
  'caller calms down': { zh: '情绪缓和了', en: 'Calms down' },
  'caller does not know': { zh: '说不清楚', en: 'Does not know' },
  'caller did not catch it': { zh: '没听清', en: 'Did not catch it' },
  'caller doubts it': { zh: '不太相信', en: 'Doubts it' },
  'caller asks why': { zh: '追问为什么', en: 'Asks why' },
  'caller asks how long': { zh: '问要多久', en: 'Asks how long' },
  'caller asks the price': { zh: '问多少钱', en: 'Asks the price' },
  'caller wants to think': { zh: '再考虑一下', en: 'Wants to think' },
  'caller prefers a visit': { zh: '想要上门', en: 'Prefers a visit' },
  'caller prefers sending in': { zh: '愿意送修', en: 'Prefers sending it in' },
  'caller wants a callback': { zh: '要求回电', en: 'Wants a callback' },
  'caller wants the money back': { zh: '要求退款', en: 'Wants the money back' },
  'caller has nothing else': { zh: '没有别的事了', en: 'Nothing else' },
  'caller thanks': { zh: '表示感谢', en: 'Thanks' },
  'checked and eligible': { zh: '核对后符合条件', en: 'Checked: eligible' },
  'checked and not eligible': { zh: '核对后不符合条件', en: 'Checked: not eligible' },
  'cannot be settled now': { zh: '一时定不下来', en: 'Cannot be settled now' },
})
