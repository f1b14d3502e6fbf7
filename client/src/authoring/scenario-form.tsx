import { Button } from 'antd'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { LinesField, RestOfItem, TextField } from './form-fields.tsx'
import styles from './item-form.module.css'
import { type Fields, partAt, partsAt, withField, withPart } from './item-value.ts'

const texts = authoringWords.field

/** What a scenario is called, what it is for, what callers open with, and what to mind. */
export function ScenarioForm({ value, change }: { readonly value: Fields; readonly change: (next: Fields) => void }) {
  const t = useText()
  const both = (key: 'title' | 'goal') => {
    const set = (next: Fields): void => change({ ...value, [key]: next })
    return (
      <div className={styles['pair']}>
        <TextField label={texts[key]} at="zh" value={partAt(value, key)} change={set} />
        <TextField label={texts.en} at="en" value={partAt(value, key)} change={set} />
      </div>
    )
  }
  const cautions = partsAt(value, 'cautions')
  return (
    <>
      {both('title')}
      {both('goal')}
      <LinesField label={texts.openings} at="openings" value={value} change={change} />
      <TextField label={texts.note_today} at="note_today" value={value} change={change} optional />
      <TextField label={texts.source} at="source" value={value} change={change} optional />
      <h3>{t(texts.cautions)}</h3>
      {cautions.map((caution, index) => {
        const set = (next: Fields): void => change(withPart(value, 'cautions', index, next))
        return (
          // Cautions have no id of their own; their number is one.
          <fieldset key={`${String(cautions.length)} ${String(index)}`} className={styles['part']}>
            <div className={styles['pair']}>
              <TextField label={texts.caution} at="zh" value={caution} change={set} />
              <TextField label={texts.en} at="en" value={caution} change={set} />
            </div>
            <Button size="small" onClick={() => change(withField(value, 'cautions', cautions.filter((_, at) => at !== index)))}>{t(authoringWords.removeOne)}</Button>
          </fieldset>
        )
      })}
      <Button onClick={() => change({ ...value, cautions: [...cautions, { zh: '', en: '' }] })}>＋ {t(authoringWords.addOne)}</Button>
      <RestOfItem value={value} shown={['title', 'goal', 'openings', 'note_today', 'source', 'cautions']} />
    </>
  )
}
