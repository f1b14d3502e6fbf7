import { defineFacts } from '../fact-kinds.ts'

const year = { zh: '年', en: 'years' }

/** Facts of parts that are no longer made. */
export const discontinuedPartsFacts = defineFacts({
  discontinuedYears: { kind: 'number', zh: '停产年数', en: 'Years since discontinued', unit: year },
  pastServiceLife: { kind: 'yes-no', zh: '超出使用寿命', en: 'Beyond service life' },
  oldPartSupply: {
    kind: 'choice',
    zh: '配件可得性',
    en: 'Part supply',
    options: {
      stock: { zh: '有库存', en: 'In stock' },
      substitute: { zh: '有替代件', en: 'Substitute exists' },
      gone: { zh: '已淘汰', en: 'Discontinued' },
    },
  },
  oldMachineChoice: {
    kind: 'choice',
    zh: '旧机打算',
    en: 'Plan for the old machine',
    options: { buyNew: { zh: '买新', en: 'Buy new' }, tradeIn: { zh: '折旧换机', en: 'Exchange with depreciation' } },
  },
  partGone: {
    kind: 'choice',
    zh: '配件状况',
    en: 'State of the part',
    options: { discontinued: { zh: '确认已淘汰', en: 'Discontinued' }, shortage: { zh: '只是暂缺', en: 'Temporarily short' } },
  },
  noPartWish: {
    kind: 'choice',
    zh: '缺件想要的结果',
    en: 'Wish without the part',
    options: {
      sameModel: { zh: '换同型号', en: 'Same model' },
      otherModel: { zh: '换异型号', en: 'Other model' },
      refund: { zh: '退款', en: 'Refund' },
    },
  },
  partUrgency: {
    kind: 'choice',
    zh: '急用程度',
    en: 'Urgency',
    options: { urgent: { zh: '急用', en: 'Urgent' }, canWait: { zh: '可以等', en: 'Can wait' } },
  },
})
