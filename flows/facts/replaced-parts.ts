import { defineFacts } from '../fact-kinds.ts'

/** Facts of parts that were replaced before, and of their own warranty. */
export const replacedPartsFacts = defineFacts({
  replacedBy: {
    kind: 'choice',
    zh: '件是谁换的',
    en: 'Who fitted the part',
    options: {
      station: { zh: '本品牌服务站', en: 'Our station' },
      ownPart: { zh: '自购他装', en: 'Own part' },
      elsewhere: { zh: '别处', en: 'Elsewhere' },
    },
  },
  replacementNature: {
    kind: 'choice',
    zh: '换件性质',
    en: 'Kind of replacement',
    options: {
      warranty: { zh: '保修内', en: 'Under warranty' },
      paid: { zh: '过保付费', en: 'Paid' },
      ownFitted: { zh: '自购由站里装', en: 'Own part fitted by us' },
    },
  },
  replacedOn: { kind: 'text', zh: '换件日期', en: 'Date of replacement' },
  replacementSlip: {
    kind: 'choice',
    zh: '维修单',
    en: 'Repair slip',
    options: { present: { zh: '有', en: 'Present' }, none: { zh: '没有', en: 'None' } },
  },
  replacedScope: {
    kind: 'choice',
    zh: '换件还是换整机',
    en: 'Part or machine replaced',
    options: { part: { zh: '换部件', en: 'A part' }, machine: { zh: '整机更换', en: 'The machine' } },
  },
  warrantyLeft: {
    kind: 'choice',
    zh: '原保修剩余',
    en: 'Warranty left',
    options: {
      over: { zh: '多于三个月', en: 'Over three months' },
      under: { zh: '不足三个月', en: 'Under three months' },
      past: { zh: '已过', en: 'Expired' },
    },
  },
  samePartFailed: { kind: 'yes-no', zh: '又是同一部位坏', en: 'Same part failed again' },
  daysSinceReplaced: { kind: 'number', zh: '换后天数', en: 'Days since replaced', unit: { zh: '天', en: 'days' } },
})
