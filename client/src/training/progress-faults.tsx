import { Segmented } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import type { FaultsOverTime } from '../../../server/protocol.ts'
import { progressWords } from '../i18n/progress-words.ts'
import { useText } from '../i18n/use-text.ts'
import { LineChart } from '../ui/line-chart.tsx'
import styles from './progress-faults.module.css'
import { useDay } from './use-day.ts'

/** Categories drawn apart from the sum. */
const mostDrawn = 5

/** Faults per hundred calls, week by week, the most frequent categories apart. */
export function ProgressFaults({ faults }: { readonly faults: FaultsOverTime }) {
  const t = useText()
  const day = useDay()
  const [where, setWhere] = useState<'drills' | 'live'>('drills')
  const { calls, categories } = faults[where]
  const times = useMemo(() => faults.weeks.map(day), [faults, day])
  const lines = useMemo(() => {
    const rate = (counts: readonly number[]): readonly (number | null)[] => counts.map((count, week) => ((calls[week] ?? 0) === 0 ? null : (100 * count) / (calls[week] ?? 1)))
    const all = calls.map((_, week) => categories.reduce((sum, { counts }) => sum + (counts[week] ?? 0), 0))
    return [{ name: t(progressWords.total), values: rate(all), main: true }, ...categories.slice(0, mostDrawn).map(({ label, counts }) => ({ name: t(label), values: rate(counts) }))]
  }, [calls, categories, t])
  const written = useCallback((value: number) => value.toFixed(0), [])
  return (
    <section className={styles['faults']}>
      <header>
        <h2>{t(progressWords.faults)}</h2>
        <small>{t(progressWords.per100)}</small>
        <Segmented size="small" aria-label={t(progressWords.faults)} value={where} onChange={setWhere} options={[{ value: 'drills', label: t(progressWords.inDrills) }, { value: 'live', label: t(progressWords.onCalls) }]} />
      </header>
      {categories.length === 0 ? <p>{t(progressWords.noFaults)}</p> : <LineChart label={t(progressWords.faults)} times={times} lines={lines} written={written} />}
    </section>
  )
}
