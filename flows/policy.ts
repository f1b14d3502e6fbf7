/** One number of the service rules, with where it comes from. */
export interface PolicyFigure {
  readonly value: number
  readonly unit: 'day' | 'month' | 'hour' | 'minute' | 'second' | 'time' | 'ring' | 'year'
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
} as const satisfies Record<string, PolicyFigure>

export type PolicyId = keyof typeof policy
