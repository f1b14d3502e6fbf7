import { defineFacts } from '../fact-kinds.ts'

const day = { zh: '天', en: 'days' }
const times = { zh: '次', en: 'times' }

/** Facts that many scenarios ask for. */
export const commonFacts = defineFacts({
  callerName: { kind: 'text', zh: '称呼', en: 'Caller name' },
  agentName: { kind: 'text', zh: '坐席姓名', en: 'Agent name' },
  agentNumber: { kind: 'text', zh: '工号', en: 'Agent number' },
  brand: { kind: 'text', zh: '品牌', en: 'Brand' },
  callbackNumber: { kind: 'text', zh: '回电号码', en: 'Callback number' },
  callbackTime: { kind: 'text', zh: '回电时间', en: 'Callback time' },
  ticketNumber: { kind: 'text', zh: '维修单号', en: 'Ticket number' },
  visitTime: { kind: 'text', zh: '上门时间', en: 'Visit time' },
  address: { kind: 'text', zh: '地址', en: 'Address' },
  symptom: { kind: 'text', zh: '故障现象', en: 'Symptom' },
  feeAmount: { kind: 'text', zh: '费用', en: 'Fee' },
  lossAmount: { kind: 'text', zh: '损失与金额', en: 'Loss and amount' },
  stationName: { kind: 'text', zh: '维修站', en: 'Service station' },
  productLine: {
    kind: 'choice',
    zh: '产品线',
    en: 'Product line',
    options: {
      notebook: { zh: '笔记本', en: 'Notebook' },
      desktop: { zh: '台式机', en: 'Desktop' },
      server: { zh: '服务器', en: 'Server' },
      peripheral: { zh: '外设', en: 'Peripheral' },
      handheld: { zh: '手机掌上', en: 'Handheld' },
    },
  },
  customerKind: {
    kind: 'choice',
    zh: '用户类型',
    en: 'Customer kind',
    options: { home: { zh: '家用', en: 'Home' }, business: { zh: '商用', en: 'Business' } },
  },
  daysOwned: { kind: 'number', zh: '购机天数', en: 'Days owned', unit: day },
  repairCount: { kind: 'number', zh: '维修次数', en: 'Repairs so far', unit: times },
  repairDays: { kind: 'number', zh: '送修天数', en: 'Days in repair', unit: day },
  sameFault: { kind: 'yes-no', zh: '同一故障', en: 'Same fault again' },
  warranty: {
    kind: 'choice',
    zh: '保修',
    en: 'Warranty',
    options: { in: { zh: '保内', en: 'In warranty' }, out: { zh: '保外', en: 'Out of warranty' } },
  },
  faultKind: {
    kind: 'choice',
    zh: '故障性质',
    en: 'Kind of fault',
    options: {
      performance: { zh: '性能故障', en: 'Performance fault' },
      cosmetic: { zh: '外观瑕疵', en: 'Cosmetic flaw' },
      software: { zh: '软件问题', en: 'Software' },
      damage: { zh: '人为或意外损坏', en: 'Accidental damage' },
      none: { zh: '无故障', en: 'No fault' },
    },
  },
  invoice: {
    kind: 'choice',
    zh: '发票',
    en: 'Invoice',
    options: {
      present: { zh: '有', en: 'Present' },
      lost: { zh: '丢失', en: 'Lost' },
      never: { zh: '没开过', en: 'Never issued' },
    },
  },
  someoneHurt: { kind: 'yes-no', zh: '有人受伤', en: 'Someone hurt' },
  poweredOff: { kind: 'yes-no', zh: '已断电', en: 'Powered off' },
})
