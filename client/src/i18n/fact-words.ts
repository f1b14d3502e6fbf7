import { words } from './use-text.ts'

/** Texts about facts of the call. */
export const factWords = words({
  title: { zh: '已知情况', en: 'Known facts' },
  none: { zh: '还没有问到什么', en: 'Nothing known yet' },
  unknown: { zh: '未知', en: 'unknown' },
  origin: { heard: { zh: '听到', en: 'heard' }, agent: { zh: '我填的', en: 'entered' }, system: { zh: '系统', en: 'system' } },
  ask: (fact: string) => ({ zh: `还要问：${fact}`, en: `Still to ask: ${fact}` }),
  nothingToAsk: { zh: '这一步没有要问的', en: 'Nothing to ask in this step' },
  correct: { zh: '改', en: 'Correct' },
  fill: { zh: '填写', en: 'Enter' },
  confirm: { zh: '没错', en: 'Right' },
  pick: { zh: '按数字选', en: 'Pick by number' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  clear: { zh: '不知道', en: 'Not known' },
  save: { zh: '记下', en: 'Save' },
  numberFault: { zh: '请填数字', en: 'A number, please' },
  edit: (fact: string) => ({ zh: `修改${fact}`, en: `Change ${fact}` }),
})
