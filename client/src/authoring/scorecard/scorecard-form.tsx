import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import type { ScorecardParts } from '../../../../server/protocol.ts'
import { getJson } from '../../connection/http.ts'
import { scorecardWords } from '../../i18n/scorecard-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { Field, RestOfItem } from '../form-fields.tsx'
import { type Fields, textAt } from '../item-value.ts'
import { draftPath } from '../use-authoring.ts'
import styles from './scorecard.module.css'
import { emptyItem, itemIds, sectionsOf, totalWeight, withNewItem, withNewSection } from './scorecard-edits.ts'
import { ScorecardSection, Titles } from './scorecard-section.tsx'

const useParts = (draft: string) => useQuery({ queryKey: ['authoring', 'scorecard-parts', draft], queryFn: () => getJson<ScorecardParts>(`${draftPath(draft)}/scorecard-parts`), staleTime: Infinity })

interface Props {
  readonly draft: string
  readonly value: Fields
  /** The published card; null for a new one. */
  readonly before: Fields | null
  readonly change: (next: Fields) => void
}

/** What an evaluation looks at: sections of items, each with its weight and how it is filled in. One item is open at a time. */
export function ScorecardForm({ draft, value, before, change }: Props) {
  const t = useText()
  const { data: parts } = useParts(draft)
  const [open, setOpen] = useState<string | null>(null)
  const sections = sectionsOf(value)
  const known = new Set(before ? itemIds(before) : [])
  const add = (next: (item: Fields) => Fields): void => {
    const item = emptyItem(value)
    change(next(item))
    setOpen(textAt(item, 'id'))
  }
  return (
    <div className={styles['card']}>
      <Titles of={value} change={change} zh={scorecardWords.title} en={scorecardWords.titleEn} />
      <div className={styles['sums']}>
        <Field label={scorecardWords.passScore}>{(id) => <InputNumber id={id} min={0} max={100} value={typeof value['pass_score'] === 'number' ? value['pass_score'] : null} onChange={(next) => change({ ...value, pass_score: next ?? 0 })} />}</Field>
        <output data-even={totalWeight(value) === 100}>{t(scorecardWords.total(totalWeight(value)))}</output>
      </div>
      {sections.map((section, at) => (
        <ScorecardSection key={`${String(sections.length)} ${String(at)}`} card={value} at={at} section={section} known={known} parts={parts} open={open} setOpen={setOpen} change={change} add={() => add((item) => withNewItem(value, at, item))} />
      ))}
      <Button onClick={() => add((item) => withNewSection(value, item))}>＋ {t(scorecardWords.addSection)}</Button>
      <RestOfItem value={value} shown={['id', 'title', 'pass_score', 'sections']} />
    </div>
  )
}
