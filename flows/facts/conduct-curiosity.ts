import { defineFacts } from '../fact-kinds.ts'

/** Facts of calls about models, internal matters, the engineer's day and private contact. */
export const curiosityFacts = defineFacts({
  modelUse: {
    kind: 'choice',
    zh: '选购用途',
    en: 'Use of new machine',
    options: {
      office: { zh: '上网办公', en: 'Office and web' },
      design: { zh: '设计专业', en: 'Design work' },
      games: { zh: '游戏', en: 'Games' },
      study: { zh: '学生学习', en: 'Study' },
    },
  },
  modelBudget: { kind: 'text', zh: '选购预算', en: 'Budget' },
  modelPortability: { kind: 'text', zh: '携带屏幕续航', en: 'Weight, screen, battery' },
  modelBuyer: {
    kind: 'choice',
    zh: '新购或换机',
    en: 'New or replacing',
    options: { first: { zh: '新购', en: 'New purchase' }, replace: { zh: '想换机', en: 'Replacing' } },
  },
  modelInMind: { kind: 'yes-no', zh: '已有中意的', en: 'Has one in mind' },
  modelAdviceWanted: {
    kind: 'choice',
    zh: '要结论或依据',
    en: 'Verdict or reasons',
    options: { verdict: { zh: '要结论', en: 'Verdict' }, reasons: { zh: '要依据', en: 'Reasons' } },
  },
  inquiryKind: {
    kind: 'choice',
    zh: '打听的内容',
    en: 'Kind of inquiry',
    options: {
      public: { zh: '公开信息', en: 'Public' },
      own: { zh: '用户自己的', en: 'Their own' },
      internal: { zh: '内部运作', en: 'Internal' },
      secret: { zh: '商业秘密', en: 'Trade secret' },
      others: { zh: '他人信息', en: 'About others' },
    },
  },
  inquiryPurpose: {
    kind: 'choice',
    zh: '打听的目的',
    en: 'Purpose of inquiry',
    options: {
      curious: { zh: '好奇', en: 'Curious' },
      bargain: { zh: '谈价索赔', en: 'Bargain or claim' },
      identity: { zh: '核实身份', en: 'Check identity' },
      competitor: { zh: '同行打探', en: 'Competitor' },
      reporter: { zh: '记者', en: 'Reporter' },
    },
  },
  inquiryConcernsCaller: { kind: 'yes-no', zh: '与其服务有关', en: 'Concerns their service' },
  inquiryAttitude: {
    kind: 'choice',
    zh: '打听的态度',
    en: 'Attitude of inquiry',
    options: { casual: { zh: '随口', en: 'Casual' }, persistent: { zh: '执着', en: 'Persistent' } },
  },
  concernIntent: {
    kind: 'choice',
    zh: '关心的用意',
    en: 'Why they ask',
    options: {
      kind: { zh: '体谅', en: 'Kindness' },
      curious: { zh: '好奇', en: 'Curiosity' },
      irony: { zh: '嫌慢的反话', en: 'Irony about slowness' },
      reward: { zh: '想给补偿', en: 'Wants to reward' },
    },
  },
  repairProgress: {
    kind: 'choice',
    zh: '机器进度',
    en: 'Repair progress',
    options: { nearly: { zh: '快好了', en: 'Nearly done' }, longer: { zh: '还要较久', en: 'Takes longer' } },
  },
  remainingTime: { kind: 'text', zh: '还要多久', en: 'Time still needed' },
  callerMustLeave: { kind: 'yes-no', zh: '急着出门', en: 'Has to leave' },
  rewardMentioned: { kind: 'yes-no', zh: '提到财物或好评', en: 'Mentions reward' },
  contactMotive: {
    kind: 'choice',
    zh: '私联动机',
    en: 'Why private contact',
    options: {
      trust: { zh: '信赖工程师', en: 'Trusts the engineer' },
      line: { zh: '热线难打', en: 'Hotline hard to reach' },
      money: { zh: '想少花钱', en: 'Save money' },
      friend: { zh: '真想交朋友', en: 'Friendship' },
      ease: { zh: '图方便', en: 'Convenience' },
    },
  },
  contactUse: {
    kind: 'choice',
    zh: '私联用途',
    en: 'Use of contact',
    options: {
      service: { zh: '机器服务', en: 'Service' },
      sideJob: { zh: '私活', en: 'Side job' },
      social: { zh: '非工作交往', en: 'Social' },
    },
  },
  manyMachines: { kind: 'yes-no', zh: '大客户机器多', en: 'Many machines' },
  privatePayment: { kind: 'yes-no', zh: '涉及私下收钱', en: 'Private payment' },
  contactAttitude: {
    kind: 'choice',
    zh: '私联态度',
    en: 'How firmly asked',
    options: { casual: { zh: '随口', en: 'Casual' }, insists: { zh: '坚持', en: 'Insists' } },
  },
})
