import { defineReactions } from './common.ts'

/** What callers do in the upset callers family. */
export const emotionReactions = defineReactions({
  'caller blames the machine': { zh: '抱怨机器有问题', en: 'Blames the machine' },
  'solved on the phone': { zh: '电话里解决了', en: 'Solved on the phone' },
  'caller waited too long': { zh: '等得太久', en: 'Waited too long' },
  'caller says the bill is wrong': { zh: '说收费算错', en: 'Says the bill is wrong' },
  'caller says the repair drags on': { zh: '修了几周没好', en: 'Repair drags on' },
  'caller wants someone fired': { zh: '要求开除人员', en: 'Wants someone fired' },
  'caller wants to complain': { zh: '要登记投诉', en: 'Wants to complain' },
  'caller wants a shorter wait': { zh: '要求少等', en: 'Wants a shorter wait' },
  'caller demands compensation': { zh: '要求赔偿', en: 'Demands compensation' },
  'caller denies the notice': { zh: '说没收到通知', en: 'Got no notice' },
  'caller got no promised reply': { zh: '说好回电没回', en: 'Promised reply never came' },
})
