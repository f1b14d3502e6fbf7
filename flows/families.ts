import type { Label } from './fact-kinds.ts'

/** The families that the documented scenarios are filed under. */
export const families = {
  emotion: { zh: '情绪安抚', en: 'Upset callers' },
  'refund-exchange': { zh: '退换机', en: 'Refund and exchange' },
  trust: { zh: '质量与信任', en: 'Trust in the product' },
  parts: { zh: '备件', en: 'Spare parts' },
  'warranty-fees': { zh: '保修与收费', en: 'Warranty and fees' },
  policy: { zh: '政策解释', en: 'Policy questions' },
  scheduling: { zh: '预约与等待', en: 'Appointments and waiting' },
  data: { zh: '数据', en: 'Data' },
  'repair-quality': { zh: '维修质量', en: 'Repair quality' },
  environment: { zh: '使用环境', en: 'Environment' },
  conduct: { zh: '服务礼仪', en: 'Service conduct' },
  crisis: { zh: '危机', en: 'Crisis' },
} as const satisfies Record<string, Label>

export type Family = keyof typeof families
