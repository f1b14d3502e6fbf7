import { defineFacts } from '../fact-kinds.ts'

/** Facts of the spare parts family. */
export const partsFacts = defineFacts({
  faultStart: {
    kind: 'choice',
    zh: '故障开始',
    en: 'Fault began',
    options: { beforePart: { zh: '加装之前', en: 'Before the part' }, afterPart: { zh: '加装之后', en: 'After the part' } },
  },
  innerParts: {
    kind: 'choice',
    zh: '机内配件',
    en: 'Parts inside',
    options: { factory: { zh: '全是标配', en: 'All factory-fitted' }, added: { zh: '有后加的', en: 'Some added later' } },
  },
  addedPartOrigin: {
    kind: 'choice',
    zh: '后加件来源',
    en: 'Origin of the added part',
    options: {
      secondHand: { zh: '二手市场', en: 'Second-hand' },
      bought: { zh: '新品', en: 'Bought new' },
      dealer: { zh: '经销商加装', en: 'Fitted by the dealer' },
    },
  },
  withoutAddedPart: {
    kind: 'choice',
    zh: '拔掉后再试',
    en: 'With the part removed',
    options: { normal: { zh: '恢复正常', en: 'Works' }, faulty: { zh: '故障依旧', en: 'Still faulty' } },
  },
  findingAttitude: {
    kind: 'choice',
    zh: '对判断的态度',
    en: 'View of the finding',
    options: { agrees: { zh: '认同', en: 'Agrees' }, disagrees: { zh: '不认同', en: 'Disagrees' } },
  },
  partPretestConsent: { kind: 'yes-no', zh: '同意站内先拆测', en: 'Agrees to a test beforehand' },
  doaConcern: {
    kind: 'choice',
    zh: '坏件的心结',
    en: 'Worry about the bad part',
    options: {
      newFails: { zh: '新件也会坏', en: 'New parts fail too' },
      nextFails: { zh: '怕下一个还坏', en: 'The next may fail' },
      untested: { zh: '怪事前没测', en: 'Not tested first' },
    },
  },
  partEasyToCarry: { kind: 'yes-no', zh: '备件便于携带', en: 'Part easy to carry' },
  partPriceAttitude: {
    kind: 'choice',
    zh: '对备件价的态度',
    en: 'View of the part price',
    options: {
      negotiable: { zh: '嫌贵但可谈', en: 'Dear but open' },
      unaffordable: { zh: '承受不起', en: 'Cannot afford it' },
      buysOwn: { zh: '打算自购', en: 'Will buy elsewhere' },
    },
  },
  ownPartSuitable: { kind: 'yes-no', zh: '自购件能正常用', en: 'Own part works in it' },
  ownPartFitter: {
    kind: 'choice',
    zh: '自购件谁来装',
    en: 'Who fits the own part',
    options: { caller: { zh: '用户自己', en: 'The caller' }, engineer: { zh: '工程师', en: 'The engineer' } },
  },
  originalPartModel: { kind: 'text', zh: '原部件型号', en: 'Original part model' },
  availablePartLevel: {
    kind: 'choice',
    zh: '可用备件性能',
    en: 'Level of the available part',
    options: { notLower: { zh: '不低于原件', en: 'Not lower' }, lower: { zh: '低于原件', en: 'Lower' } },
  },
  otherBrandDoubt: {
    kind: 'choice',
    zh: '疑虑来源',
    en: 'Source of the doubt',
    options: { brand: { zh: '信不过别的牌子', en: 'Other brands' }, hearsay: { zh: '听朋友网友说', en: 'Hearsay' } },
  },
  machineUsedFor: { kind: 'text', zh: '急着用来做什么', en: 'Urgent need' },
  sameModelStance: {
    kind: 'choice',
    zh: '对非同型号件',
    en: 'On a different model',
    options: {
      accepts: { zh: '接受', en: 'Accepts' },
      doubts: { zh: '仍有疑虑', en: 'Still doubtful' },
      insists: { zh: '坚持同型号', en: 'Insists on the same' },
    },
  },
  wornPart: {
    kind: 'choice',
    zh: '坏的部件',
    en: 'Broken part',
    options: { modular: { zh: '键盘等可整换件', en: 'Keyboard or other module' }, other: { zh: '其他', en: 'Other' } },
  },
  originalPartConcern: {
    kind: 'choice',
    zh: '在意什么',
    en: 'What matters',
    options: {
      original: { zh: '要原装', en: 'Being original' },
      performance: { zh: '性能', en: 'Performance' },
      warranty: { zh: '保修', en: 'Warranty' },
    },
  },
  replacementStance: {
    kind: 'choice',
    zh: '对换件',
    en: 'On replacement',
    options: {
      accepts: { zh: '接受', en: 'Accepts' },
      doubts: { zh: '仍有疑虑', en: 'Doubtful' },
      refuses: { zh: '坚决不换', en: 'Refuses' },
    },
  },
  missingPart: { kind: 'text', zh: '缺的部件', en: 'Missing part' },
  partSupply: {
    kind: 'choice',
    zh: '件从哪里来',
    en: 'Where the part comes from',
    options: { local: { zh: '本地有', en: 'Local' }, transfer: { zh: '需调运', en: 'Ordered in' } },
  },
  partEta: { kind: 'text', zh: '预计到件', en: 'Part expected' },
  partWaitAttitude: {
    kind: 'choice',
    zh: '对等件的态度',
    en: 'View of the wait',
    options: {
      puzzled: { zh: '不解', en: 'Puzzled' },
      objects: { zh: '有意见', en: 'Objects' },
      accepts: { zh: '认可', en: 'Accepts' },
    },
  },
  partAskedWhen: {
    kind: 'choice',
    zh: '换前还是换后',
    en: 'Before or after fitting',
    options: { before: { zh: '换之前', en: 'Before' }, after: { zh: '换之后', en: 'After' } },
  },
  partServiceKind: {
    kind: 'choice',
    zh: '服务性质',
    en: 'Kind of service',
    options: {
      warranty: { zh: '保修期内', en: 'In warranty' },
      paid: { zh: '付费维修', en: 'Paid repair' },
      extended: { zh: '延保服务', en: 'Extended warranty' },
    },
  },
  partCondition: {
    kind: 'choice',
    zh: '备件是新是旧',
    en: 'Condition of the part',
    options: {
      brandNew: { zh: '新件', en: 'New' },
      reconditioned: { zh: '检测合格的维修件', en: 'Tested reconditioned part' },
      unclear: { zh: '查不到', en: 'Not on record' },
    },
  },
  partClass: {
    kind: 'choice',
    zh: '部件类别',
    en: 'Class of part',
    options: { main: { zh: '主要部件', en: 'Main component' }, other: { zh: '其他', en: 'Other' } },
  },
  newnessDoubt: {
    kind: 'choice',
    zh: '起疑依据',
    en: 'Why in doubt',
    options: {
      marks: { zh: '外观有旧痕', en: 'Marks on it' },
      hearsay: { zh: '听人说', en: 'Hearsay' },
      asking: { zh: '只是问问', en: 'Just asking' },
    },
  },
  newnessStance: {
    kind: 'choice',
    zh: '对新旧的要求',
    en: 'Demand on newness',
    options: {
      accepts: { zh: '接受', en: 'Accepts' },
      onlyNew: { zh: '只要新件', en: 'Only new' },
      proof: { zh: '要证明', en: 'Wants proof' },
    },
  },
  originalSpecStock: {
    kind: 'choice',
    zh: '原规格库存',
    en: 'Original spec in stock',
    options: { inStock: { zh: '有货', en: 'In stock' }, none: { zh: '停供无货', en: 'Discontinued' } },
  },
  upgradeWorry: {
    kind: 'choice',
    zh: '对高配的疑虑',
    en: 'Worry about the upgrade',
    options: {
      fit: { zh: '兼容', en: 'Compatibility' },
      cost: { zh: '补差价', en: 'Extra charge' },
      origin: { zh: '质量来路', en: 'Origin' },
      later: { zh: '以后怎么保', en: 'Later warranty' },
    },
  },
  upgradeStance: {
    kind: 'choice',
    zh: '对高配的态度',
    en: 'View of the upgrade',
    options: { accepts: { zh: '接受', en: 'Accepts' }, swapBack: { zh: '要换回原规格', en: 'Wants the old spec' } },
  },
})
