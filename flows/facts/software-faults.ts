import { defineFacts } from '../fact-kinds.ts'

/** Facts of faults that may be the software’s. */
export const softwareFaultsFacts = defineFacts({
  softOrHardSign: {
    kind: 'choice',
    zh: '现象像软还是硬',
    en: 'Looks like',
    options: {
      hardware: { zh: '开不了机、异响、花屏', en: 'No start, noise, broken picture' },
      software: { zh: '卡慢、弹窗、程序打不开', en: 'Slow, pop-ups, programs fail' },
    },
  },
  recentChange: { kind: 'yes-no', zh: '近期装过或更新过', en: 'Recent changes' },
  faultySoftware: {
    kind: 'choice',
    zh: '软件性质',
    en: 'Kind of software',
    options: {
      preinstalled: { zh: '出厂预装或随机', en: 'Preinstalled' },
      added: { zh: '后来自装', en: 'Added later' },
      virus: { zh: '病毒', en: 'Virus' },
    },
  },
  afterRestore: {
    kind: 'choice',
    zh: '恢复系统后',
    en: 'After a restore',
    options: { remains: { zh: '毛病仍在', en: 'Fault remains' }, gone: { zh: '毛病消失', en: 'Fault gone' } },
  },
  acceptsGuidance: { kind: 'yes-no', zh: '愿意电话指导', en: 'Accepts phone guidance' },
  copiedBeforeRestore: { kind: 'yes-no', zh: '重装前已备份', en: 'Copied before restore' },
  causeNature: {
    kind: 'choice',
    zh: '问题性质',
    en: 'Nature of the problem',
    options: { software: { zh: '软件或操作', en: 'Software or handling' }, hardware: { zh: '硬件', en: 'Hardware' } },
  },
  handlesSteps: { kind: 'yes-no', zh: '会自己动手', en: 'Can do the steps' },
  insistsOnVisit: { kind: 'yes-no', zh: '坚持上门', en: 'Insists on a visit' },
})
