import { Checkbox, InputNumber } from 'antd'
import type { Label, NamedPart, ScorecardParts, Severity } from '../../../../server/protocol.ts'
import { scorecardWords } from '../../i18n/scorecard-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { warningWords } from '../../i18n/warning-words.ts'
import { ChoicesField, Field } from '../form-fields.tsx'
import { type Fields, isFields, partAt, withField } from '../item-value.ts'
import styles from './scorecard.module.css'

const severities: readonly Severity[] = ['block', 'warn', 'hint']
const severityParts: readonly NamedPart[] = severities.map((id) => ({ id, label: warningWords.severity[id] }))

interface Props {
  readonly value: Fields
  readonly change: (next: Fields) => void
  readonly parts: ScorecardParts | undefined
}

/** A share of 1, written in percent. */
function Share({ label, at, value, change }: { readonly label: Label; readonly at: string } & Pick<Props, 'value' | 'change'>) {
  const share = value[at]
  return <Field label={label}>{(id) => <InputNumber id={id} min={0} max={100} value={typeof share === 'number' ? Math.round(share * 100) : null} onChange={(next) => change({ ...value, [at]: (next ?? 0) / 100 })} />}</Field>
}

/** How an item is filled in before a person looks at it. */
export function PrefillFields({ value: item, change: changeItem, parts }: Props) {
  const t = useText()
  const value = partAt(item, 'prefill')
  const change = (next: Fields): void => changeItem(withField(item, 'prefill', next))
  const set = (key: string, next: unknown): void => change(next === undefined ? Object.fromEntries(Object.entries(value).filter(([each]) => each !== key)) : { ...value, [key]: next })
  const way = (key: string, label: Label, first: unknown) => <Checkbox checked={value[key] !== undefined} onChange={({ target }) => set(key, target.checked ? first : undefined)}>{t(label)}</Checkbox>
  const { wording, key_points: points, only_if_anger: anger } = value
  return (
    <fieldset className={styles['prefill']} aria-label={t(scorecardWords.prefill)}>
      <h4>{t(scorecardWords.prefill)}</h4>
      <small>{t(scorecardWords.person)}</small>
      <ChoicesField label={scorecardWords.conventions} at="conventions" value={value} change={change} parts={parts?.conventions ?? []} />
      {way('wording', scorecardWords.wording, {})}
      {isFields(wording) && (
        <div className={styles['two']}>
          <ChoicesField label={scorecardWords.categories} none={scorecardWords.allCategories} at="categories" value={wording} change={(next) => set('wording', next)} parts={parts?.categories ?? []} />
          <ChoicesField label={scorecardWords.except} at="except" value={wording} change={(next) => set('wording', next)} parts={parts?.categories ?? []} />
          <ChoicesField label={scorecardWords.rules} none={scorecardWords.allRules} at="rules" value={wording} change={(next) => set('wording', next)} parts={parts?.rules ?? []} />
          <ChoicesField label={scorecardWords.severities} none={scorecardWords.usualSeverities} at="severities" value={wording} change={(next) => set('wording', next)} parts={severityParts} />
        </div>
      )}
      {way('key_points', scorecardWords.keyPoints, { met: 0.85, partly: 0.6 })}
      {isFields(points) && (
        <div className={styles['two']}>
          <Share label={scorecardWords.met} at="met" value={points} change={(next) => set('key_points', next)} />
          <Share label={scorecardWords.partly} at="partly" value={points} change={(next) => set('key_points', next)} />
        </div>
      )}
      {way('only_if_anger', scorecardWords.anger, 0.3)}
      {typeof anger === 'number' && <Field label={scorecardWords.angerFrom}>{(id) => <InputNumber id={id} min={0} max={1} step={0.05} value={anger} onChange={(next) => set('only_if_anger', next ?? 0)} />}</Field>}
    </fieldset>
  )
}
