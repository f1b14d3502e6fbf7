import { defineReactions } from './common.ts'

/** Reactions that push an interruption flow over whatever the call is in. */
export const interruptingReactions = defineReactions({
  'someone is hurt': { zh: '有人受伤', en: 'Someone is hurt' },
  'smoke or electric shock': { zh: '冒烟、漏电、鼓包', en: 'Smoke, shock or swelling' },
  'caller speaks of harm': { zh: '扬言伤人或轻生', en: 'Speaks of harming someone' },
  'caller threatens to expose or sue': { zh: '要曝光或起诉', en: 'Threatens to expose or sue' },
  'caller asks for a supervisor': { zh: '要找主管', en: 'Asks for a supervisor' },
  'caller angry': { zh: '用户发火', en: 'Caller is angry' },
  'caller asks another question': { zh: '问另一件事', en: 'Asks something else' },
  'caller silent': { zh: '用户没声音', en: 'Caller is silent' },
  'agent holds': { zh: '请用户等候', en: 'Put on hold' },
})

/** Reactions that only interruption flows listen to. */
export const interruptionReactions = defineReactions({
  'agent retrieves': { zh: '回到通话', en: 'Back from hold' },
  'hold reminder due': { zh: '等候提醒', en: 'Hold reminder' },
  'caller speaks again': { zh: '用户又说话了', en: 'Caller speaks again' },
  'caller agrees to go on': { zh: '愿意继续谈', en: 'Agrees to go on' },
  'caller wants the answer now': { zh: '现在就要答案', en: 'Wants the answer now' },
  'caller can wait': { zh: '可以等会儿说', en: 'Can wait' },
})
