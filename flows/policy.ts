/** One number of the service rules, with where it comes from. */
export interface PolicyFigure {
  readonly value: number
  readonly unit: 'day' | 'month' | 'hour' | 'minute' | 'second' | 'time' | 'ring' | 'year' | 'piece'
  readonly source: string
}

/** The numbers that flows judge by and phrases speak: days, counts, hours. Phrases use them as `{policy.refundDays}`. */
export const policy = {
  refundDays: { value: 7, unit: 'day', source: '微型计算机三包规定：售出 7 日内性能故障可退、可换、可修' },
  exchangeDays: { value: 15, unit: 'day', source: '微型计算机三包规定：售出 15 日内性能故障可换、可修' },
  warrantyMonths: { value: 12, unit: 'month', source: '微型计算机三包规定：整机三包有效期一年' },
  warrantyDays: { value: 365, unit: 'day', source: '微型计算机三包规定：整机三包有效期一年' },
  repairsBeforeExchange: {
    value: 2,
    unit: 'time',
    source: '微型计算机三包规定：三包期内经两次修理仍不能正常使用，免费换机',
  },
  noInvoiceGraceMonths: { value: 6, unit: 'month', source: '004 退换机口径：无发票时保修自出厂日期加 6 个月起算' },
  answerWithinRings: { value: 3, unit: 'ring', source: '003 阳光服务规范，热线接听：铃响三声内接起' },
  holdReminderSeconds: { value: 60, unit: 'second', source: '一般热线做法：等候约一分钟报一次进展' },
  longHoldMinutes: { value: 5, unit: 'minute', source: '000 国美一例：等候上限参考 5 分钟' },
  complaintFollowUpDays: { value: 2, unit: 'day', source: '002 手机案例总结：留机检测的投诉最多两天内再次联系' },
  guidanceFollowUpHours: { value: 2, unit: 'hour', source: '003 协调员联系用户：电话指导两小时后回访' },
  complaintReplyHours: { value: 24, unit: 'hour', source: '001 电子产品制造商一例：24 小时内进一步答复' },
  lcdNationalDotLimit: { value: 6, unit: 'piece', source: '阳光案例第 20 例：国家规定亮点不超过 6 个（当年标准，按机型承诺核对）' },
  lcdBrandDotLimit: { value: 4, unit: 'piece', source: '阳光案例第 20 例：厂商规定亮点不超过 4 个（当年标准，按机型承诺核对）' },
  relocationCallbackMinutes: { value: 10, unit: 'minute', source: '阳光案例第 21 例：指导挪动后 10 分钟回拨核实' },
  repairedUseDays: { value: 30, unit: 'day', source: '三包规定：修好后应能正常使用 30 日以上' },
  partsSupplyYears: { value: 5, unit: 'year', source: '004 引三包：停产后五年内应提供合格备件' },
  badgeShowSeconds: { value: 2, unit: 'second', source: '003 阳光服务规范：出示胸卡照片朝向用户停 2 秒' },
  usableAfterRepairDays: { value: 30, unit: 'day', source: '微型计算机三包规定：修好后应能正常使用 30 日以上' },
  mainPartYears: { value: 2, unit: 'year', source: '微型计算机三包规定：主要部件三包有效期两年' },
  accountExceptionTimes: { value: 1, unit: 'time', source: '《阳光客户服务案例六十例》第 15 例：破例上门仅一次' },
  accountServiceYears: { value: 3, unit: 'year', source: '《阳光客户服务案例六十例》第 15 例：“三年上门”等服务产品' },
  creditedAfterDays: { value: 1, unit: 'day', source: '000 案例二（红利到账）：发放日的次日到账' },
  visitWithinHours: { value: 48, unit: 'hour', source: '《阳光客户服务案例六十例》第 11、33 例：报修后 48 小时内上门' },
  counterReportAfterMinutes: { value: 60, unit: 'minute', source: '《阳光客户服务案例六十例》第 24 例：等待超过 1 小时起主动通报' },
  counterReportEveryMinutes: { value: 30, unit: 'minute', source: '《阳光客户服务案例六十例》第 24 例：每半小时通报一次进度' },
  stationCheckMinutes: { value: 20, unit: 'minute', source: '003 阳光服务规范，站内维修：检测一般先报 20 分钟' },
  stationReassureMinutes: { value: 30, unit: 'minute', source: '003 阳光服务规范，站内维修：超过 30 分钟主动安抚' },
  missedFirstReplyMinutes: { value: 30, unit: 'minute', source: '000 国美一例：预约 19 点，19:25 致电；要求 30 分钟内回话，40 分钟未回' },
  missedSecondReplyMinutes: { value: 10, unit: 'minute', source: '000 国美一例：第二次允诺 10 分钟回复' },
  lateNoticeMinutes: { value: 10, unit: 'minute', source: '003 阳光服务规范，到达现场：约定时间前 5–10 分钟联系并致歉；正常提前 5–10 分钟到达' },
  lateHalfDayNoticeMinutes: { value: 30, unit: 'minute', source: '003 阳光服务规范，到达现场：推迟半天内提前 30 分钟联系' },
  lateLongNoticeHours: { value: 4, unit: 'hour', source: '003 阳光服务规范，到达现场：推迟超过半天提前 4 小时联系' },
  arrivingCallMinutes: { value: 5, unit: 'minute', source: '003 阳光服务规范，到达现场：到达前 5 分钟打电话' },
  partBrandChoice: { value: 3, unit: 'piece', source: '第 12 例：一种备件一般选三家品牌，性能标准一致' },
  sameFaultsBeforeTakeIn: { value: 2, unit: 'time', source: '第 7 例：同一毛病出过两次以上、第三趟上门时提出取回站内' },
  longQueueMinutes: { value: 20, unit: 'minute', source: '001 极端客户第 1 例：等了 20 分钟还没办上' },
  longRepairDays: { value: 21, unit: 'day', source: '001 极端客户第 3 例：修了 3 个星期没有消息' },
  lossFirstReplyHours: { value: 1, unit: 'hour', source: '001 短信平台一例：1 小时未回复就已失信' },
  replacedPartMonths: { value: 3, unit: 'month', source: '第 25 例：换上的件自更换之日起三个月三包（按现行保修证书取对用户有利者）' },
  highValuePartYears: { value: 3, unit: 'year', source: '第 10 例：多数价值较高的部件保修三年（以保修凭证为准）' },
  lowValuePartYears: { value: 1, unit: 'year', source: '第 10 例：CPU 风扇等低值易损件保修一年（以保修凭证为准）' },
  firstMonthDays: { value: 30, unit: 'day', source: '002 手机案例总结：购机一个月内、整机完好、凭证在手按正常三包' },
} as const satisfies Record<string, PolicyFigure>

export type PolicyId = keyof typeof policy
