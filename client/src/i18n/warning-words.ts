import { words } from './use-text.ts'

/** Texts of the strip at the top edge. */
export const warningWords = words({
  said: { zh: '刚才说了', en: 'You said' },
  hearing: { zh: '好像说了', en: 'It sounds like' },
  sayInstead: (sentence: string) => ({ zh: `改说：“${sentence}”`, en: `Say: “${sentence}”` }),
  leaves: { zh: '说出来自动消失', en: 'Leaves once said' },
  dismiss: { zh: '误报', en: 'Not so' },
  more: (count: number) => ({ zh: `还有 ${count} 条`, en: `${count} more` }),
  repaired: { zh: '补回来了', en: 'Repaired' },
  repairedTotal: (count: number) => ({ zh: `说漏 ${count} 句，都补回来了`, en: `${count} slips, all repaired` }),
  quiet: { zh: '没有提醒', en: 'No warnings' },
  shape: { block: { zh: '禁', en: '!' }, warn: { zh: '慎', en: '!' }, hint: { zh: '注', en: 'i' } },
  severity: { block: { zh: '禁语', en: 'Forbidden' }, warn: { zh: '慎说', en: 'Careful' }, hint: { zh: '提示', en: 'Hint' } },
  whyDismiss: { zh: '为什么是误报？', en: 'Why is it wrong?' },
  reasons: {
    misheard: { zh: '听错了，我没这么说', en: 'Misheard; I did not say it' },
    quoted: { zh: '我在重复用户的话', en: 'I repeated the caller' },
    fitting: { zh: '这里这么说没问题', en: 'It is fine here' },
  },
})
