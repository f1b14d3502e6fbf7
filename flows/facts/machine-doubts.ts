import { defineFacts } from '../fact-kinds.ts'

const dots = { zh: '个', en: 'dots' }
const years = { zh: '年', en: 'years' }

/** Facts of doubts about the machine: its noise, its screen, its sealing, its age. */
export const machineDoubtsFacts = defineFacts({
  driveDoubt: {
    kind: 'choice',
    zh: '对光驱的疑问',
    en: 'Doubt about the drive',
    options: {
      whyNotOwn: { zh: '为何不是自产', en: 'Why not self-made' },
      stillDisagrees: { zh: '听了仍不认同', en: 'Still disagrees' },
      swapped: { zh: '怀疑被掉包', en: 'Suspects a swap' },
      mismatch: { zh: '与配置单不符', en: 'Differs from the spec' },
    },
  },
  driveConcern: {
    kind: 'choice',
    zh: '真正在意',
    en: 'What really matters',
    options: { brandName: { zh: '牌子', en: 'The brand' }, reliability: { zh: '可靠不可靠', en: 'Reliability' } },
  },
  computerSkill: {
    kind: 'choice',
    zh: '电脑熟悉程度',
    en: 'Computer skill',
    options: { layman: { zh: '不太懂', en: 'Layman' }, expert: { zh: '内行', en: 'Expert' } },
  },
  noisePlace: {
    kind: 'choice',
    zh: '使用环境声响',
    en: 'How quiet the place is',
    options: { quiet: { zh: '很安静', en: 'Very quiet' }, ordinary: { zh: '一般', en: 'Ordinary' } },
  },
  noiseFinding: {
    kind: 'choice',
    zh: '噪音检查结论',
    en: 'Noise inspection',
    options: { normal: { zh: '已判无故障', en: 'Found normal' }, notYet: { zh: '尚未检查', en: 'Not inspected' } },
  },
  noiseDemand: {
    kind: 'choice',
    zh: '噪音诉求',
    en: 'Noise demand',
    options: { loud: { zh: '只是觉得吵', en: 'Finds it loud' }, instrument: { zh: '要仪器检测', en: 'Wants a measurement' } },
  },
  displayUse: {
    kind: 'choice',
    zh: '显示器用途',
    en: 'What the monitor is for',
    options: {
      documents: { zh: '看文档上网', en: 'Documents and web' },
      graphics: { zh: '作图设计', en: 'Graphics' },
      videoGames: { zh: '看片打游戏', en: 'Video and games' },
    },
  },
  displayResult: {
    kind: 'choice',
    zh: '调后效果',
    en: 'After adjusting',
    options: { clear: { zh: '用户认可', en: 'Clear enough' }, blurred: { zh: '仍不认可', en: 'Still blurred' } },
  },
  brightDots: { kind: 'number', zh: '亮点个数', en: 'Bright dots', unit: dots },
  dotReaction: {
    kind: 'choice',
    zh: '对亮点的态度',
    en: 'Feeling about the dots',
    options: { whyMine: { zh: '为何别人没有', en: 'Why not others' }, stillUnhappy: { zh: '仍不快', en: 'Still unhappy' } },
  },
  screenKind: {
    kind: 'choice',
    zh: '屏幕种类',
    en: 'Kind of screen',
    options: { lcd: { zh: '液晶', en: 'LCD' }, crt: { zh: '显像管', en: 'CRT' } },
  },
  openingNeed: {
    kind: 'choice',
    zh: '要不要开箱',
    en: 'Opening needed',
    options: { mustOpen: { zh: '必须开箱查', en: 'Must be opened' }, phoneFirst: { zh: '可先电话排查', en: 'Phone check first' } },
  },
  openingWorry: {
    kind: 'choice',
    zh: '开箱顾虑',
    en: 'Worry about opening',
    options: {
      marks: { zh: '外观留痕', en: 'Marks on the case' },
      quality: { zh: '质量变差', en: 'Lower quality' },
      swappedParts: { zh: '零件被换', en: 'Parts swapped' },
    },
  },
  canWatchRepair: { kind: 'yes-no', zh: '能否在旁看', en: 'Can watch the repair' },
  failureEvidence: {
    kind: 'choice',
    zh: '老坏的依据',
    en: 'Why he thinks so',
    options: {
      busyEngineers: { zh: '看工程师忙', en: 'Busy engineers' },
      crowdedStation: { zh: '看送修人多', en: 'Crowded station' },
      hearsay: { zh: '听别人说', en: 'Hearsay' },
      ownMachine: { zh: '自己的也坏', en: 'Own machine' },
    },
  },
  obsoleteWorry: {
    kind: 'choice',
    zh: '淘汰的担心',
    en: 'Worry about obsolescence',
    options: {
      discontinued: { zh: '停产没人管', en: 'Discontinued' },
      parts: { zh: '没配件', en: 'No parts' },
      performance: { zh: '性能不够', en: 'Too slow' },
      priceDrop: { zh: '降价吃亏', en: 'Price dropped' },
    },
  },
  modelStatus: {
    kind: 'choice',
    zh: '机型现状',
    en: 'Model status',
    options: { onSale: { zh: '在售', en: 'On sale' }, discontinued: { zh: '已停产', en: 'Discontinued' } },
  },
  yearsDiscontinued: { kind: 'number', zh: '停产多久', en: 'Discontinued for', unit: years },
  modelPartsSupply: {
    kind: 'choice',
    zh: '本机型备件',
    en: 'Parts for this model',
    options: {
      available: { zh: '有供应', en: 'Available' },
      substitute: { zh: '有替代件', en: 'Substitute' },
      stopped: { zh: '已停供', en: 'No longer supplied' },
    },
  },
  machineUse: {
    kind: 'choice',
    zh: '电脑用途',
    en: 'What it is used for',
    options: {
      office: { zh: '办公上网', en: 'Office and web' },
      professional: { zh: '专业软件', en: 'Professional software' },
      games: { zh: '游戏', en: 'Games' },
    },
  },
  upgradePlan: {
    kind: 'choice',
    zh: '换新打算',
    en: 'Plan to buy new',
    options: { serious: { zh: '打算换新', en: 'Means to buy' }, asking: { zh: '只问问', en: 'Just asking' } },
  },
})
