import { Button, Checkbox, Input, InputNumber } from 'antd'
import type { Label, ScorecardParts } from '../../../../server/protocol.ts'
import { scorecardWords } from '../../i18n/scorecard-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { Field, TextField } from '../form-fields.tsx'
import { type Fields, partAt, textAt, withField } from '../item-value.ts'
import { PrefillFields } from './prefill-fields.tsx'
import styles from './scorecard.module.css'
import { labelOf, weightOf } from './scorecard-edits.ts'

interface Props {
  readonly item: Fields
  readonly open: boolean
  /** It is in the published card: its id stays, so that evaluations can be compared. */
  readonly known: boolean
  readonly parts: ScorecardParts | undefined
  readonly change: (next: Fields) => void
  readonly toggle: () => void
  /** Null where there is no place to go. */
  readonly up: (() => void) | null
  readonly down: (() => void) | null
  readonly remove: () => void
}

function Both({ at, zh, en, value, change }: { readonly at: 'label' | 'guide'; readonly zh: Label; readonly en: Label; readonly value: Fields; readonly change: (next: Fields) => void }) {
  const set = (next: Fields): void => change({ ...value, [at]: next })
  return (
    <div className={styles['two']}>
      <TextField label={zh} at="zh" value={partAt(value, at)} change={set} />
      <TextField label={en} at="en" value={partAt(value, at)} change={set} />
    </div>
  )
}

/** One item: a line, and when it is open everything that it consists of. */
export function ScorecardItem({ item, open, known, parts, change, toggle, up, down, remove }: Props) {
  const t = useText()
  const label = labelOf(item, 'label')
  const name = label.zh === '' ? t(scorecardWords.unnamed) : t(label)
  const flag = (at: 'auto_fail' | 'may_not_apply', text: Label) => <Checkbox checked={item[at] === true} onChange={({ target }) => change(withField(item, at, target.checked ? true : undefined))}>{t(text)}</Checkbox>
  return (
    <li className={styles['item']} data-open={open}>
      <div>
        <button type="button" aria-expanded={open} aria-label={t(scorecardWords.edit(name))} onClick={toggle}>
          <strong>{name}</strong>
          {item['auto_fail'] === true && <em>{t(scorecardWords.autoFail)}</em>}
          {item['may_not_apply'] === true && <small>{t(scorecardWords.mayNotApply)}</small>}
          <b>{weightOf(item) > 0 && t(scorecardWords.points(weightOf(item)))}</b>
        </button>
        <Button size="small" disabled={up === null} aria-label={t(scorecardWords.up(name))} onClick={() => up?.()}>↑</Button>
        <Button size="small" disabled={down === null} aria-label={t(scorecardWords.down(name))} onClick={() => down?.()}>↓</Button>
        <Button size="small" aria-label={t(scorecardWords.remove(name))} onClick={remove}>✕</Button>
      </div>
      {open && (
        <fieldset aria-label={name}>
          {!known && <Field label={scorecardWords.itemId}>{(id) => <Input id={id} maxLength={60} value={textAt(item, 'id')} onChange={({ target }) => change({ ...item, id: target.value.trim() })} />}</Field>}
          <Both at="label" zh={scorecardWords.label} en={scorecardWords.labelEn} value={item} change={change} />
          <Both at="guide" zh={scorecardWords.guide} en={scorecardWords.guideEn} value={item} change={change} />
          <div className={styles['weight']}>
            <Field label={scorecardWords.weight}>{(id) => <InputNumber id={id} min={0} max={100} value={weightOf(item)} onChange={(next) => change({ ...item, weight: next ?? 0 })} />}</Field>
            {flag('auto_fail', scorecardWords.autoFail)}
            {flag('may_not_apply', scorecardWords.mayNotApply)}
          </div>
          <PrefillFields value={item} change={change} parts={parts} />
        </fieldset>
      )}
    </li>
  )
}
