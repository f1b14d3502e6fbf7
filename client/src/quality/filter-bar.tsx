import { Button, Input, Select } from 'antd'
import type { Label, QualityFilter } from '../../../server/protocol.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { useText } from '../i18n/use-text.ts'
import { warningWords } from '../i18n/warning-words.ts'
import styles from './filter-bar.module.css'
import { dayText, dayTime, period, type PeriodName, periodNameOf, periodNames } from './periods.ts'
import { useChoices } from './quality-frame.tsx'
import type { FilterChange } from './use-filter.ts'
import { useRestingInput } from './use-resting-input.ts'

export type FilterField = Exclude<keyof QualityFilter, 'from' | 'to'>
interface FilterBarProps {
  readonly filter: QualityFilter
  readonly change: (change: FilterChange) => void
  /** Which conditions this page offers, in their order. */
  readonly fields: readonly FilterField[]
}

/** From when to when: by name or day by day. */
function PeriodChoice({ filter, change }: Omit<FilterBarProps, 'fields'>) {
  const t = useText()
  const now = new Date()
  return (
    <>
      <Select
        aria-label={t(qualityWords.period)}
        className={styles['period'] ?? ''}
        value={(periodNameOf(filter, now) ?? 'chosen') as PeriodName | 'chosen'}
        onChange={(name: PeriodName | 'chosen') => name !== 'chosen' && change({ from: undefined, to: undefined, ...period(name, new Date()) })}
        options={[...periodNames, 'chosen' as const].map((name) => ({ value: name, label: t(qualityWords.periods[name]), disabled: name === 'chosen' }))}
      />
      <Input type="date" className={styles['day'] ?? ''} aria-label={t(qualityWords.from)} value={dayText(filter.from)} onChange={({ target }) => change({ from: dayTime(target.value, false) })} />
      <Input type="date" className={styles['day'] ?? ''} aria-label={t(qualityWords.to)} value={dayText(filter.to)} onChange={({ target }) => change({ to: dayTime(target.value, true) })} />
    </>
  )
}

/** Words within what was said; taken up when the typing rests. */
function WordsInput({ value, onChange }: { readonly value: string; readonly onChange: (words: string) => void }) {
  const t = useText()
  const { shown, type } = useRestingInput(value, onChange)
  return <Input allowClear className={styles['words'] ?? ''} placeholder={t(qualityWords.words)} aria-label={t(qualityWords.words)} value={shown} onChange={({ target }) => type(target.value)} />
}

/** The conditions of a page, each a choice of what there is. */
export function FilterBar({ filter, change, fields }: FilterBarProps) {
  const t = useText()
  const { data: choices } = useChoices()
  const labels = <T extends string>(texts: Readonly<Record<T, Label>>) => (Object.keys(texts) as T[]).map((value) => ({ value: value as string, label: t(texts[value]) }))
  const options: Readonly<Record<Exclude<FilterField, 'words'>, readonly { readonly value: string; readonly label: string }[]>> = {
    agent: (choices?.agents ?? []).map(({ id, name }) => ({ value: id, label: name })),
    team: (choices?.teams ?? []).map(({ id, name }) => ({ value: id, label: name })),
    scenario: (choices?.scenarios ?? []).map(({ id, title }) => ({ value: id, label: t(title) })),
    rule: (choices?.rules ?? []).filter(({ category }) => filter.category === undefined || category === filter.category).map(({ id, name }) => ({ value: id, label: name })),
    category: (choices?.categories ?? []).map(({ id, label }) => ({ value: id, label: t(label) })),
    severity: labels(warningWords.severity),
    state: labels(qualityWords.states),
    verdict: labels(qualityWords.verdicts),
    origin: labels(qualityWords.origins),
    speaker: labels(qualityWords.speakers),
  }
  const given = fields.some((field) => filter[field] !== undefined)
  return (
    <div className={styles['bar']} role="group" aria-label={t(qualityWords.clear)}>
      <PeriodChoice filter={filter} change={change} />
      {fields.map((field) =>
        field === 'words' ? (
          <WordsInput key={field} value={filter.words ?? ''} onChange={(words) => change({ words })} />
        ) : (
          <Select
            key={field}
            allowClear
            showSearch
            optionFilterProp="label"
            popupMatchSelectWidth={false}
            className={styles['choice'] ?? ''}
            placeholder={t(qualityWords[field])}
            aria-label={t(qualityWords[field])}
            value={filter[field]}
            onChange={(value: string | undefined) => change({ [field]: value })}
            options={[...options[field]]}
          />
        ),
      )}
      {given && <Button type="text" onClick={() => change(Object.fromEntries(fields.map((field) => [field, undefined])))}>{t(qualityWords.clear)}</Button>}
    </div>
  )
}
