import { defineReactions } from './common.ts'

/** What callers do in the data family. */
export const dataReactions = defineReactions({
  'caller agrees to return the disk': { zh: '愿意交回旧盘', en: 'Will return the disk' },
  'caller wants to save the data first': { zh: '要先备份数据', en: 'Wants to save data first' },
  'caller cannot return it intact': { zh: '没法完整交回', en: 'Cannot return it intact' },
  'caller fears for privacy on the disk': { zh: '担心盘里隐私', en: 'Privacy on the disk' },
  'old disk came back intact': { zh: '旧盘完好交回了', en: 'Old disk came back intact' },
  'caller agrees to the risk': { zh: '同意可能丢数据', en: 'Agrees to the risk' },
  'caller does not accept the loss': { zh: '不理解会丢数据', en: 'Does not accept the loss' },
  'caller anxious about the data': { zh: '很着急数据', en: 'Anxious about the data' },
  'caller wants to keep the old disk': { zh: '要留下旧盘', en: 'Wants the old disk' },
})
