import { Button } from 'antd'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { LinesField, RestOfItem, TextField, ValidField } from './form-fields.tsx'
import styles from './item-form.module.css'
import { type Fields, partsAt, textAt, withPart } from './item-value.ts'

const texts = authoringWords.field
const mostPoints = 4
const emptyPoint: Fields = { point: '', en: '', any: [] }

/** What to say: the sentence, its variants, and what counts as said. */
export function PhraseForm({ value, change }: { readonly value: Fields; readonly change: (next: Fields) => void }) {
  const t = useText()
  const points = partsAt(value, 'must_say')
  return (
    <>
      <TextField label={texts.say} at="say" value={value} change={change} counted />
      <TextField label={texts.en} at="en" value={value} change={change} />
      <ValidField value={value} change={change} />
      {partsAt(value, 'variants').map((variant, index) => {
        const changePart = (next: Fields) => change(withPart(value, 'variants', index, next))
        return (
          <fieldset key={textAt(variant, 'style')} className={styles['part']}>
            <TextField label={textAt(variant, 'style') === 'calmer' ? texts.calmer : texts.shorter} at="say" value={variant} change={changePart} counted />
            <TextField label={texts.en} at="en" value={variant} change={changePart} />
            <ValidField value={variant} change={changePart} />
          </fieldset>
        )
      })}
      <h3>{t(texts.points)}</h3>
      {points.map((point, index) => {
        const changePart = (next: Fields) => change(withPart(value, 'must_say', index, next))
        return (
          // Points have no id of their own; their number within the phrase is one.
          <fieldset key={`${String(points.length)} ${String(index)}`} className={styles['part']}>
            <div className={styles['pair']}>
              <TextField label={texts.point} at="point" value={point} change={changePart} />
              <TextField label={texts.en} at="en" value={point} change={changePart} />
            </div>
            <LinesField label={texts.any} at="any" value={point} change={changePart} code />
            <Button size="small" onClick={() => change({ ...value, must_say: points.filter((_, at) => at !== index) })}>{t(authoringWords.removeOne)}</Button>
          </fieldset>
        )
      })}
      {points.length < mostPoints && <Button onClick={() => change({ ...value, must_say: [...points, emptyPoint] })}>＋ {t(authoringWords.addOne)}</Button>}
      <RestOfItem value={value} shown={['say', 'en', 'valid', 'variants', 'must_say']} />
    </>
  )
}
