import { defineFacts } from '../fact-kinds.ts'

/** Facts of the trust in those who serve. */
export const trustFacts = defineFacts({
  serviceTool: {
    kind: 'choice',
    zh: '工具种类',
    en: 'Kind of tool',
    options: {
      diagnostics: { zh: '官方检测软件', en: 'Official diagnostics' },
      recovery: { zh: '系统恢复介质', en: 'Recovery media' },
      remote: { zh: '远程协助', en: 'Remote assistance' },
      hardware: { zh: '硬件工具', en: 'Hardware tool' },
    },
  },
  toolWorry: {
    kind: 'choice',
    zh: '对工具的顾虑',
    en: 'Worry about the tool',
    options: {
      virus: { zh: '病毒', en: 'Virus' },
      privacy: { zh: '隐私泄露', en: 'Privacy' },
      piracy: { zh: '盗版', en: 'Piracy' },
      cost: { zh: '费用', en: 'Cost' },
      damage: { zh: '怕弄坏', en: 'Damage' },
    },
  },
  toolSource: {
    kind: 'choice',
    zh: '工具来源',
    en: 'Source of the tool',
    options: { website: { zh: '官网可查', en: 'On the official site' }, licensed: { zh: '有授权', en: 'Licensed' } },
  },
  toolConsent: {
    kind: 'choice',
    zh: '是否同意用',
    en: 'Consent to the tool',
    options: {
      agrees: { zh: '同意', en: 'Agrees' },
      refuses: { zh: '不同意', en: 'Refuses' },
      employerRule: { zh: '单位有规定', en: 'Employer rule' },
    },
  },
  sensitiveData: { kind: 'yes-no', zh: '有敏感资料', en: 'Sensitive data' },
  distrustReason: {
    kind: 'choice',
    zh: '不信的缘由',
    en: 'Reason for distrust',
    options: {
      young: { zh: '年轻', en: 'Young' },
      askedOthers: { zh: '听见请示', en: 'Heard asking others' },
      failedLastTime: { zh: '上次没修好', en: 'Last repair failed' },
      voice: { zh: '口音或语速', en: 'Accent or pace' },
      none: { zh: '没来由', en: 'No reason' },
    },
  },
  agentCertainty: {
    kind: 'choice',
    zh: '坐席把握',
    en: 'Agent certainty',
    options: {
      sure: { zh: '有把握', en: 'Sure' },
      unsure: { zh: '没把握', en: 'Unsure' },
      needsSupport: { zh: '需要支持', en: 'Needs support' },
    },
  },
  problemDifficulty: {
    kind: 'choice',
    zh: '问题难度',
    en: 'Difficulty',
    options: { routine: { zh: '常规', en: 'Routine' }, hard: { zh: '疑难', en: 'Hard' } },
  },
  namedEngineer: { kind: 'yes-no', zh: '指定工程师', en: 'Names an engineer' },
  distrustMood: {
    kind: 'choice',
    zh: '用户口气',
    en: 'Caller mood',
    options: { testing: { zh: '试探', en: 'Testing' }, irritated: { zh: '恼火', en: 'Irritated' } },
  },
  identityPurpose: {
    kind: 'choice',
    zh: '问身份的用意',
    en: 'Why he asks who we are',
    options: {
      verify: { zh: '核实真伪', en: 'Verify' },
      fearsShirking: { zh: '担心推责', en: 'Fears shirking' },
      curious: { zh: '好奇', en: 'Curious' },
      scammed: { zh: '被假售后骗过', en: 'Was scammed' },
    },
  },
  serviceChannel: {
    kind: 'choice',
    zh: '当前渠道',
    en: 'Service channel',
    options: {
      hotline: { zh: '官方热线', en: 'Official hotline' },
      authorised: { zh: '授权服务站', en: 'Authorised station' },
      thirdParty: { zh: '第三方', en: 'Third party' },
    },
  },
  feeOrVisitInvolved: { kind: 'yes-no', zh: '涉及收费上门', en: 'Fee or visit involved' },
  suspiciousContact: { kind: 'text', zh: '可疑来电短信', en: 'Suspicious contact' },
  repairFear: {
    kind: 'choice',
    zh: '怕修的原因',
    en: 'Fear about the repair',
    options: {
      lifespan: { zh: '寿命', en: 'Life span' },
      performance: { zh: '性能', en: 'Performance' },
      usedParts: { zh: '二手配件', en: 'Used parts' },
      skill: { zh: '人员手艺', en: 'Workmanship' },
    },
  },
  alreadyRepaired: { kind: 'yes-no', zh: '已经修过', en: 'Already repaired' },
})
