import { useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { TrendGroup, TrendsView } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { appWords } from '../i18n/app-words.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { trendWords } from '../i18n/trend-words.ts'
import { useText } from '../i18n/use-text.ts'
import { newestQuery } from '../state/newest-query.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { FilterBar, type FilterField } from './filter-bar.tsx'
import { QualityFrame } from './quality-frame.tsx'
import { LineChart } from '../ui/line-chart.tsx'
import { figure, type Measure, measures, written } from './trend-measures.ts'
import { TrendTable } from './trend-table.tsx'
import styles from './trends-page.module.css'
import { useFilter } from './use-filter.ts'
import { useMoment } from './use-moment.ts'

const fields: readonly FilterField[] = ['team', 'agent', 'scenario', 'category', 'rule', 'severity', 'origin']
const groups: readonly TrendGroup[] = ['agent', 'team', 'scenario', 'rule', 'version']
/** Groups drawn until others are picked. */
const drawnAtFirst = 5

const one = <T extends string>(text: string | null, of: readonly T[], otherwise: T): T => of.find((each) => each === text) ?? otherwise

/** How calls and their findings go over time, side by side. */
export function TrendsPage() {
  const t = useText()
  const moment = useMoment()
  const { filter, query, change } = useFilter()
  const [parameters, setParameters] = useSearchParams()
  const group = one(parameters.get('group'), groups, 'agent')
  const bucket = one(parameters.get('bucket'), ['day', 'week'], 'day')
  const measure: Measure = one(parameters.get('measure'), measures, 'per100')
  const choose = (field: 'group' | 'bucket' | 'measure', value: string) => setParameters(newestQuery({ [field]: value }), { replace: true })
  const [picked, setPicked] = useState<{ readonly group: TrendGroup; readonly ids: readonly string[] } | null>(null)
  const { data: view, error } = useQuery({
    queryKey: ['quality', 'trends', query, group, bucket],
    queryFn: () => getJson<TrendsView>(`/api/quality/trends?${query}${query === '' ? '' : '&'}group=${group}&bucket=${bucket}&zone=${String(-new Date().getTimezoneOffset())}`),
    placeholderData: (before) => before,
  })
  const drawn = useMemo(() => (picked?.group === group ? picked.ids : (view?.groups.slice(0, drawnAtFirst).map(({ id }) => id) ?? [])), [picked, group, view])
  const times = useMemo(() => view?.buckets.map((at) => moment(at, true)) ?? [], [view, moment])
  const lines = useMemo(
    () => [
      { name: t(trendWords.everyone), values: view?.series.map((each) => figure(each, measure)) ?? [], main: true },
      ...(view?.groups ?? []).filter(({ id }) => drawn.includes(id)).map(({ label, series }) => ({ name: t(label), values: series.map((each) => figure(each, measure)) })),
    ],
    [view, measure, t, drawn],
  )
  const write = useCallback((value: number) => written(measure, value), [measure])
  return (
    <QualityFrame title={t(qualityWords.trends)} note={t(trendWords.pick)}>
      <FilterBar filter={filter} change={change} fields={fields} />
      <div className={styles['choices']}>
        <label>{t(trendWords.by)} <Select<TrendGroup> aria-label={t(trendWords.by)} value={group} onChange={(value) => choose('group', value)} options={groups.map((value) => ({ value, label: t(trendWords.groups[value]) }))} popupMatchSelectWidth={false} /></label>
        <label>{t(trendWords.bucket)} <Segmented aria-label={t(trendWords.bucket)} value={bucket} onChange={(value) => choose('bucket', value)} options={(['day', 'week'] as const).map((value) => ({ value, label: t(trendWords.buckets[value]) }))} /></label>
        <Segmented aria-label={t(trendWords.measure)} value={measure} onChange={(value) => choose('measure', value)} options={measures.map((value) => ({ value, label: t(trendWords.measures[value]) }))} />
      </div>
      {error && <EmptyState title={t(qualityWords.broken)}>{error.message}</EmptyState>}
      {!view && !error && <LoadingState label={t(appWords.loading)} lines={6} />}
      {view && view.all.calls === 0 && <EmptyState title={t(qualityWords.nothing)}>{t(qualityWords.nothingHelp)}</EmptyState>}
      {view && view.all.calls > 0 && (
        <>
          <LineChart label={`${t(trendWords.measures[measure])} · ${t(trendWords.chart)}`} times={times} lines={lines} written={write} />
          <TrendTable view={view} title={t(trendWords.groups[group])} picked={drawn} pick={(ids) => setPicked({ group, ids })} />
        </>
      )}
    </QualityFrame>
  )
}
