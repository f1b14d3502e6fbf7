import type { CallOrigin } from '../live/call-events.ts'
import type { FaultSeries, FaultsOverTime, Label } from '../protocol.ts'
import type { ProgressStore } from './progress-store.ts'

const dayMs = 86_400_000
const weekMs = 7 * dayMs
/** Weeks that are shown, the current one last. */
const weeksShown = 12

/** The beginning of the Monday of a moment's week, where clocks are `zone` minutes ahead of UTC. */
function mondayOf(at: number, zone: number): number {
  const day = Math.floor((at + zone * 60_000) / dayMs)
  return (day - ((day + 3) % 7)) * dayMs - zone * 60_000
}

/** Faults by category over the last 12 weeks, in drills and on calls apart, the most frequent category first. `zone`: minutes ahead of UTC. */
export async function faultsOverTime(store: ProgressStore, label: (category: string) => Label, now: number, zone: number): Promise<FaultsOverTime> {
  const from = mondayOf(now, zone) - (weeksShown - 1) * weekMs
  const [faults, calls] = await Promise.all([store.faults(from), store.calls(from)])
  const weeks = Array.from({ length: weeksShown }, (_, week) => from + week * weekMs)
  const counted = (rows: readonly { readonly week: number; readonly count: number }[]): readonly number[] => weeks.map((_, week) => rows.find((row) => row.week === week)?.count ?? 0)
  const seriesOf = (origin: CallOrigin): FaultSeries => {
    const own = faults.filter((row) => row.origin === origin)
    const categories = [...new Set(own.map(({ category }) => category))].map((category) => ({ label: label(category), counts: counted(own.filter((row) => row.category === category)) }))
    const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0)
    return { calls: counted(calls.filter((row) => row.origin === origin)), categories: categories.sort((a, b) => sum(b.counts) - sum(a.counts)) }
  }
  return { weeks, drills: seriesOf('drill'), live: seriesOf('live') }
}
