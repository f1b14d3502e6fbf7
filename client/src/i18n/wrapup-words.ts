import { words } from './use-text.ts'

/** Texts of the wrap-up page. */
export const wrapupWords = words({
  title: { zh: '话后小结', en: 'Wrap-up' },
  summary: { zh: '自动摘要', en: 'Automatic summary' },
  facts: { zh: '问到的情况', en: 'Facts' },
  promises: { zh: '答应过的事', en: 'Promises made' },
  noPromises: { zh: '没有答应什么', en: 'None' },
  steps: { zh: '走过的步骤', en: 'Steps taken' },
  stepCount: (count: number) => ({ zh: `${count} 步`, en: count === 1 ? '1 step' : `${count} steps` }),
  warnings: { zh: '提醒', en: 'Warnings' },
  noWarnings: { zh: '没有说漏', en: 'None' },
  states: {
    provisional: { zh: '未确认', en: 'unconfirmed' },
    firm: { zh: '没有补救', en: 'not repaired' },
    retracted: { zh: '已撤回', en: 'retracted' },
    repaired: { zh: '已补救', en: 'repaired' },
    dismissed: { zh: '误报', en: 'dismissed' },
  },
  conventions: { zh: '通话规范', en: 'Conventions of every call' },
  conventionCount: (kept: number, applicable: number) => ({ zh: `做到 ${kept} / ${applicable}`, en: `${kept} of ${applicable} kept` }),
  allKept: { zh: '该做的都做到了', en: 'All kept' },
  missed: { zh: '没做到', en: 'missed' },
  disposition: { zh: '处理结果', en: 'Disposition' },
  dispositionKeys: { zh: '按键或 ↑↓ 选', en: 'by key or ↑↓' },
  suggested: { zh: '建议', en: 'suggested' },
  notes: { zh: '备注', en: 'Notes' },
  notesHint: { zh: '后面的人需要知道的（可不填）', en: 'What the next person needs to know (optional)' },
  submit: { zh: '提交小结', en: 'Submit' },
  choose: { zh: '请先选处理结果', en: 'Choose a disposition first' },
  submitted: { zh: '小结已提交', en: 'Wrap-up submitted' },
  duration: (time: string) => ({ zh: `通话 ${time}`, en: `Call ${time}` }),
})
