import { defineFacts } from '../fact-kinds.ts'

/** Facts of the refund and exchange family. */
export const refundExchangeFacts = defineFacts({
  meetsExchangeRule: { kind: 'yes-no', zh: '符合换机规定', en: 'Meets the exchange rule' },
  repairWorry: {
    kind: 'choice',
    zh: '用户心结',
    en: 'What weighs on the caller',
    options: {
      distrust: { zh: '烦躁不信任', en: 'Fed up, distrusts repair' },
      anxious: { zh: '不能换机不安', en: 'Uneasy about no exchange' },
      rules: { zh: '对规定有意见', en: 'Objects to the rules' },
    },
  },
  exchangeModel: {
    kind: 'choice',
    zh: '想换的机型',
    en: 'Model wanted',
    options: { same: { zh: '同型号', en: 'Same model' }, other: { zh: '别的型号', en: 'Another model' } },
  },
  wantsRefund: { kind: 'yes-no', zh: '要退款', en: 'Wants a refund' },
  exchangeTime: { kind: 'text', zh: '办理时间', en: 'Time of the exchange' },
  depreciationAmount: { kind: 'text', zh: '折旧费', en: 'Depreciation fee' },
  firstFault: { kind: 'yes-no', zh: '第一次故障', en: 'First fault' },
  remedyWanted: {
    kind: 'choice',
    zh: '诉求',
    en: 'What is demanded',
    options: {
      exchange: { zh: '换机', en: 'Exchange' },
      refund: { zh: '退货', en: 'Refund' },
      explanation: { zh: '要个说法', en: 'An explanation' },
    },
  },
  purchasePrice: { kind: 'text', zh: '购机价格', en: 'Price paid' },
  refundReason: {
    kind: 'choice',
    zh: '不愿换的原因',
    en: 'Why not an exchange',
    options: {
      distrust: { zh: '不信质量', en: 'Distrusts the quality' },
      noNeed: { zh: '不需要了', en: 'No longer needs it' },
      otherBrand: { zh: '想换牌子', en: 'Wants another brand' },
    },
  },
  exchangeTestResult: {
    kind: 'choice',
    zh: '检测结果',
    en: 'Test result',
    options: {
      standard: { zh: '符合国家标准', en: 'Meets the standard' },
      performance: { zh: '有性能故障', en: 'Performance fault' },
      untested: { zh: '未检测', en: 'Not tested' },
    },
  },
  unsuitablePart: {
    kind: 'choice',
    zh: '不适用之处',
    en: 'What does not suit',
    options: {
      size: { zh: '尺寸', en: 'Size' },
      specs: { zh: '配置', en: 'Specs' },
      usage: { zh: '不会用', en: 'Hard to use' },
      colour: { zh: '颜色', en: 'Colour' },
    },
  },
  unitSource: {
    kind: 'choice',
    zh: '机器来源',
    en: 'Where it came from',
    options: {
      shop: { zh: '商场样机', en: 'Shop display' },
      fair: { zh: '展览会样机', en: 'Fair display' },
      direct: { zh: '直供品', en: 'Direct supply' },
      returned: { zh: '返厂机', en: 'Factory return' },
      regular: { zh: '正常销售', en: 'Regular sale' },
    },
  },
  toldDisplayUnit: { kind: 'yes-no', zh: '买时知道是样机', en: 'Told it was a display unit' },
  priceProtection: {
    kind: 'choice',
    zh: '保价约定',
    en: 'Price protection',
    options: {
      agreed: { zh: '有', en: 'Agreed' },
      none: { zh: '没有', en: 'None' },
      unsure: { zh: '不清楚', en: 'Unsure' },
    },
  },
  connectionKind: {
    kind: 'choice',
    zh: '所说的门路',
    en: 'Channel claimed',
    options: {
      acquaintance: { zh: '熟人', en: 'Acquaintance' },
      dealer: { zh: '经销商', en: 'Dealer' },
      precedent: { zh: '曾有先例', en: 'A precedent' },
      gift: { zh: '给好处', en: 'Offers a favour' },
    },
  },
  exchangeMachineState: {
    kind: 'choice',
    zh: '机器现状',
    en: 'State of the machine',
    options: { repaired: { zh: '已修好', en: 'Repaired' }, waiting: { zh: '待修', en: 'Awaiting repair' } },
  },
  flawFound: {
    kind: 'choice',
    zh: '何时发现瑕疵',
    en: 'When the flaw was found',
    options: { unboxing: { zh: '开箱当时', en: 'On unboxing' }, later: { zh: '使用后', en: 'After use' } },
  },
  flawPlace: { kind: 'text', zh: '瑕疵部位程度', en: 'Place and size of the flaw' },
  flawTest: {
    kind: 'choice',
    zh: '实测性能',
    en: 'Tested performance',
    options: { normal: { zh: '正常', en: 'Normal' }, abnormal: { zh: '异常', en: 'Abnormal' } },
  },
  flawCompensation: {
    kind: 'choice',
    zh: '对补偿的态度',
    en: 'View of compensation',
    options: { accepts: { zh: '接受', en: 'Accepts' }, exchange: { zh: '坚持换', en: 'Insists on exchange' } },
  },
  unresolvedFaults: { kind: 'text', zh: '历次故障', en: 'Faults so far' },
  sameFaultTimes: { kind: 'number', zh: '同一故障次数', en: 'Times the same fault came', unit: { zh: '次', en: 'times' } },
  guaranteeKnowledge: {
    kind: 'choice',
    zh: '对三包的了解',
    en: 'Knows the three guarantees',
    options: { little: { zh: '不太了解', en: 'Little' }, exact: { zh: '按条文主张', en: 'Argues by the text' } },
  },
  needsLoaner: { kind: 'yes-no', zh: '要备用机', en: 'Needs a loaner' },
})
