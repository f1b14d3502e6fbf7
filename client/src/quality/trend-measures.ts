import type { TrendFigures } from '../../../server/protocol.ts'
import { clock } from '../state/now.ts'

export const measures = ['per100', 'repairRate', 'falseAlarmRate', 'adherence', 'conventions', 'handlingMs', 'calls'] as const
export type Measure = (typeof measures)[number]

const rates: ReadonlySet<Measure> = new Set(['repairRate', 'falseAlarmRate', 'adherence', 'conventions'] as const)

/** A figure as people read it: a rate in percent, a duration in minutes. */
export function written(measure: Measure, value: number): string {
  if (measure === 'handlingMs') return clock(value)
  if (rates.has(measure)) return `${(100 * value).toFixed(value > 0 && value < 0.1 ? 1 : 0)}%`
  return measure === 'calls' ? String(value) : value.toFixed(1)
}

export const figure = (figures: TrendFigures, measure: Measure): number | null => figures[measure]
