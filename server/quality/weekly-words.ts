import type { Label, TrendFigures } from '../protocol.ts'
import { clockText } from './dossier-page.ts'

/** Texts of the weekly sheet, shared by its page and its workbook. */
export const weeklyWords = {
  title: { zh: '质检周报', en: 'Weekly quality sheet' },
  allTeams: { zh: '全部班组', en: 'All teams' },
  summary: { zh: '本周和上周', en: 'This week and the week before' },
  figure: { zh: '指标', en: 'Figure' },
  week: { zh: '本周', en: 'This week' },
  before: { zh: '上周', en: 'Before' },
  agents: { zh: '坐席', en: 'Agents' },
  rules: { zh: '规则', en: 'Rules' },
  rule: { zh: '规则', en: 'Rule' },
  agent: { zh: '坐席', en: 'Agent' },
  unrepaired: { zh: '没补救的禁语', en: 'Forbidden phrases left unrepaired' },
  time: { zh: '时间', en: 'Time' },
  said: { zh: '原话', en: 'What was said' },
  instead: { zh: '应该说', en: 'Better' },
  call: { zh: '通话', en: 'Call' },
  evaluations: { zh: '评分', en: 'Evaluations' },
  published: { zh: '评分份数', en: 'Evaluations' },
  meanScore: { zh: '平均分', en: 'Mean score' },
  failed: { zh: '一票否决', en: 'Failed outright' },
  disputed: { zh: '有异议', en: 'Disputed' },
  missedItems: { zh: '最常没做到的项', en: 'Items most often missed' },
  item: { zh: '项目', en: 'Item' },
  missed: { zh: '没做到', en: 'Missed' },
  answered: { zh: '评过', en: 'Judged' },
  none: { zh: '没有', en: 'None' },
  made: { zh: '制表', en: 'Made' },
} as const satisfies Readonly<Record<string, Label>>

/** One figure of a sheet: its name, its value, and how it is written. */
export interface SheetFigure {
  readonly label: Label
  readonly of: (figures: TrendFigures) => number | null
  /** `rate` is a share of 1, `ms` a duration. */
  readonly kind: 'count' | 'number' | 'rate' | 'ms'
}
export const sheetFigures: readonly SheetFigure[] = [
  { label: { zh: '通话数', en: 'Calls' }, of: ({ calls }) => calls, kind: 'count' },
  { label: { zh: '问题话术', en: 'Findings' }, of: ({ findings }) => findings, kind: 'count' },
  { label: { zh: '每百通问题', en: 'Per 100 calls' }, of: ({ per100 }) => per100, kind: 'number' },
  { label: { zh: '补救率', en: 'Repair rate' }, of: ({ repairRate }) => repairRate, kind: 'rate' },
  { label: { zh: '误报率', en: 'False alarms' }, of: ({ falseAlarmRate }) => falseAlarmRate, kind: 'rate' },
  { label: { zh: '要点说到率', en: 'Adherence' }, of: ({ adherence }) => adherence, kind: 'rate' },
  { label: { zh: '规范做到率', en: 'Conventions' }, of: ({ conventions }) => conventions, kind: 'rate' },
  { label: { zh: '平均时长', en: 'Handling time' }, of: ({ handlingMs }) => handlingMs, kind: 'ms' },
]

/** A figure as people read it; – where there is none. */
export function figureText({ of, kind }: SheetFigure, figures: TrendFigures): string {
  const value = of(figures)
  if (value === null) return '–'
  if (kind === 'rate') return `${(100 * value).toFixed(0)}%`
  if (kind === 'ms') return clockText(value)
  return kind === 'count' ? String(value) : value.toFixed(1)
}
