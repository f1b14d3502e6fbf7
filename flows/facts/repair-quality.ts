import { defineFacts } from '../fact-kinds.ts'

/** Facts of the repair quality family. */
export const repairQualityFacts = defineFacts({
  faultyPartIsMonitor: { kind: 'yes-no', zh: '坏的是显示器', en: 'It is the monitor' },
  monitorLoaner: { kind: 'yes-no', zh: '要备用显示器', en: 'Wants a loan monitor' },
  loanerModelAccepted: { kind: 'yes-no', zh: '接受备用型号', en: 'Accepts the loan model' },
  failedPart: { kind: 'text', zh: '坏的部件', en: 'Failed part' },
  failedPartFix: {
    kind: 'choice',
    zh: '处理方式',
    en: 'How it was fixed',
    options: { repaired: { zh: '修复', en: 'Repaired' }, replaced: { zh: '更换', en: 'Replaced' } },
  },
  explanationDepth: {
    kind: 'choice',
    zh: '想听多深',
    en: 'How deep he asks',
    options: {
      result: { zh: '知道结果就行', en: 'The result' },
      cause: { zh: '追问原因', en: 'The cause' },
      principle: { zh: '追到原理', en: 'The principle' },
    },
  },
  usageHabit: {
    kind: 'choice',
    zh: '使用习惯环境',
    en: 'Habits and place',
    options: {
      damp: { zh: '潮湿', en: 'Damp' },
      magnetic: { zh: '强磁场', en: 'Magnetic field' },
      hardShutdown: { zh: '开关机不按步骤', en: 'Wrong shutdown' },
      ordinary: { zh: '没什么特别', en: 'Nothing special' },
    },
  },
  afterRepairDoubt: {
    kind: 'choice',
    zh: '修后的担心',
    en: 'Doubt after the repair',
    options: {
      performance: { zh: '修后性能', en: 'Performance' },
      partSource: { zh: '零件来路', en: 'Where parts come from' },
      selfSwap: { zh: '想自己换', en: 'Wants to swap it himself' },
    },
  },
  openedByOwner: { kind: 'yes-no', zh: '自行拆换过', en: 'Opened or refitted' },
  causeCount: {
    kind: 'choice',
    zh: '故障几处',
    en: 'How many causes',
    options: { single: { zh: '一处', en: 'One' }, several: { zh: '多处复合', en: 'Several' } },
  },
  onSpotObstacle: { kind: 'text', zh: '不能当场修缘由', en: 'Why not on the spot' },
  serviceForm: {
    kind: 'choice',
    zh: '服务形式',
    en: 'Form of service',
    options: { visit: { zh: '上门', en: 'Visit' }, sentIn: { zh: '送修', en: 'Sent in' } },
  },
  urgentNeed: { kind: 'yes-no', zh: '急着用', en: 'Urgent' },
  pickupAgreed: { kind: 'yes-no', zh: '同意取机留机', en: 'Agrees to leave it' },
  repairReadyTime: { kind: 'text', zh: '预计修好时间', en: 'Ready by' },
  faultReproducible: { kind: 'yes-no', zh: '能复现', en: 'Can be reproduced' },
  faultEvidence: {
    kind: 'choice',
    zh: '故障凭据',
    en: 'Evidence of the fault',
    options: {
      video: { zh: '录像截图', en: 'Video or screenshot' },
      log: { zh: '日志', en: 'Log' },
      none: { zh: '没有', en: 'None' },
    },
  },
  faultSurroundings: {
    kind: 'choice',
    zh: '故障环境',
    en: 'Surroundings',
    options: {
      power: { zh: '供电', en: 'Power' },
      heat: { zh: '温度', en: 'Heat' },
      peripherals: { zh: '外接设备', en: 'Peripherals' },
      newSoftware: { zh: '新装软件', en: 'New software' },
      none: { zh: '没有异常', en: 'Nothing unusual' },
    },
  },
  earlierJudgement: { kind: 'text', zh: '前次判断', en: 'Earlier judgement' },
  misjudgedAt: {
    kind: 'choice',
    zh: '错在哪',
    en: 'What went wrong',
    options: {
      information: { zh: '信息不全', en: 'Too little information' },
      judgement: { zh: '判断失误', en: 'Wrong judgement' },
      part: { zh: '备件错', en: 'Wrong part' },
      missedTest: { zh: '漏测', en: 'Missed test' },
    },
  },
  misjudgedHarm: {
    kind: 'choice',
    zh: '造成的后果',
    en: 'Harm done',
    options: {
      wastedTrip: { zh: '白跑一趟', en: 'Wasted trip' },
      overpaid: { zh: '多花了钱', en: 'Overpaid' },
      wrongSwap: { zh: '换错件', en: 'Wrong part fitted' },
      wrongPartBrought: { zh: '带错或缺件', en: 'Wrong part brought' },
      dataLost: { zh: '数据丢失', en: 'Data lost' },
      lostTime: { zh: '耽误工作', en: 'Lost time' },
    },
  },
  correctionNeeds: { kind: 'text', zh: '补救所需', en: 'Needed to put right' },
  misjudgedClaim: {
    kind: 'choice',
    zh: '误判诉求',
    en: 'What he asks for',
    options: {
      quickRepair: { zh: '快修', en: 'Quick repair' },
      refundFee: { zh: '退费', en: 'Fee back' },
      compensation: { zh: '补偿', en: 'Compensation' },
      explanation: { zh: '要说法', en: 'An explanation' },
    },
  },
  misjudgedMood: {
    kind: 'choice',
    zh: '误判后情绪',
    en: 'Mood',
    options: { calm: { zh: '平', en: 'Calm' }, furious: { zh: '火', en: 'Furious' } },
  },
})
