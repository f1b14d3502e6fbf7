import { defineFacts } from '../fact-kinds.ts'

/** Facts of the data family. */
export const dataFacts = defineFacts({
  wantsOldDisk: { kind: 'yes-no', zh: '要留旧盘备份', en: 'Wants the old disk' },
  opensOldDisk: { kind: 'yes-no', zh: '要打开硬盘', en: 'Will open the disk' },
  canReturnDiskIntact: { kind: 'yes-no', zh: '能完整交回', en: 'Can return it intact' },
  diskReturnPromised: { kind: 'yes-no', zh: '已承诺交回', en: 'Return promised' },
  diskVerdict: {
    kind: 'choice',
    zh: '硬盘初步判断',
    en: 'Verdict on the disk',
    options: { failing: { zh: '硬盘故障要换', en: 'Needs replacing' }, unsure: { zh: '还断不定', en: 'Not sure yet' } },
  },
  hasBackup: { kind: 'yes-no', zh: '有备份', en: 'Has a backup' },
  dataImportance: {
    kind: 'choice',
    zh: '数据重要程度',
    en: 'How important the data is',
    options: { ordinary: { zh: '普通', en: 'Ordinary' }, critical: { zh: '关键', en: 'Critical' } },
  },
  dataMood: {
    kind: 'choice',
    zh: '对丢数据的情绪',
    en: 'Mood about the data',
    options: {
      calm: { zh: '平静', en: 'Calm' },
      objects: { zh: '不理解', en: 'Objects' },
      anxious: { zh: '焦虑', en: 'Anxious' },
    },
  },
  acceptsDataLoss: { kind: 'yes-no', zh: '同意可能丢失', en: 'Accepts possible loss' },
})
