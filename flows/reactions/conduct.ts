import { defineReactions } from './common.ts'

/** What callers do in the service conduct family. */
export const conductReactions = defineReactions({
  'call answered late': { zh: '超过三声才接', en: 'Answered late' },
  'caller complains of long ringing': { zh: '嫌接得慢', en: 'Complains of long ringing' },
  'no ticket was made': { zh: '这次没有单号', en: 'No ticket this time' },
  'caller missed the number': { zh: '没记下单号', en: 'Missed the number' },
  'caller noted the number': { zh: '记下了', en: 'Noted it' },
  'caller wants the number by text': { zh: '要短信发单号', en: 'Wants it by text' },
  'caller asks how to track it': { zh: '问怎么查进度', en: 'Asks about progress' },
  'caller hangs up': { zh: '用户挂断', en: 'Caller hangs up' },
})
