/** A stretch of time in ms since the epoch, both ends included; no end where it is open. */
export interface Period {
  readonly from?: number
  readonly to?: number
}
export const periodNames = ['today', 'thisWeek', 'lastWeek', 'month', 'quarter', 'ever'] as const
export type PeriodName = (typeof periodNames)[number]

const dayMs = 86_400_000

/** The period of that name at a moment, in the time of this machine; weeks begin on Monday. */
export function period(name: PeriodName, now: Date): Period {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate())
  const monday = new Date(today)
  monday.setDate(today.getDate() - ((today.getDay() + 6) % 7))
  const daysBefore = (day: Date, days: number): number => new Date(day.getFullYear(), day.getMonth(), day.getDate() - days).getTime()
  switch (name) {
    case 'today':
      return { from: today.getTime() }
    case 'thisWeek':
      return { from: monday.getTime() }
    case 'lastWeek':
      return { from: daysBefore(monday, 7), to: monday.getTime() - 1 }
    case 'month':
      return { from: daysBefore(today, 29) }
    case 'quarter':
      return { from: daysBefore(today, 89) }
    case 'ever':
      return {}
  }
}

/** Which named period a filter has, or null. */
export const periodNameOf = ({ from, to }: Period, now: Date): PeriodName | null =>
  periodNames.find((name) => {
    const each = period(name, now)
    return each.from === from && each.to === to
  }) ?? null

/** A day as `<input type="date">` writes it, in the time of this machine. */
export function dayText(at: number | undefined): string {
  if (at === undefined) return ''
  const day = new Date(at)
  return `${String(day.getFullYear())}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`
}

/** The beginning or the end of a day written so; undefined when it is none. */
export function dayTime(text: string, end: boolean): number | undefined {
  const at = new Date(`${text}T00:00:00`).getTime()
  if (Number.isNaN(at)) return undefined
  return end ? at + dayMs - 1 : at
}
