import { InputNumber, Select } from 'antd'
import type { Label } from '../../../server/protocol.ts'
import { useScenarios } from '../connection/use-scenarios.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { Field, LinesField, RestOfItem, TextField } from './form-fields.tsx'
import styles from './item-form.module.css'
import { type Fields, partAt, withField } from './item-value.ts'

const texts = authoringWords.field

/** What callers let slip, and what to tell the agent then. */
export function CueForm({ value, change }: { readonly value: Fields; readonly change: (next: Fields) => void }) {
  const t = useText()
  const { cards = [] } = useScenarios()
  const both = (key: 'label' | 'hint', zh: Label, en: Label) => {
    const changePart = (next: Fields) => change({ ...value, [key]: next })
    return (
      <div className={styles['pair']}>
        <TextField label={zh} at="zh" value={partAt(value, key)} change={changePart} />
        <TextField label={en} at="en" value={partAt(value, key)} change={changePart} />
      </div>
    )
  }
  return (
    <>
      {both('label', texts.label, texts.labelEn)}
      {both('hint', texts.hint, texts.hintEn)}
      <Field label={texts.speaksFor}>
        {(id) => (
          <Select<string> id={id} allowClear showSearch optionFilterProp="label" value={typeof value['scenario'] === 'string' ? value['scenario'] : null} options={cards.map(({ id: scenario, title }) => ({ value: scenario, label: t(title) }))} onChange={(next: string | undefined) => change(withField(value, 'scenario', next))} />
        )}
      </Field>
      <LinesField label={texts.patterns} at="patterns" value={value} change={change} code />
      <LinesField label={texts.unless} at="unless" value={value} change={change} code />
      <LinesField label={texts.examples} at="examples" value={value} change={change} />
      <LinesField label={texts.counter_examples} at="counter_examples" value={value} change={change} />
      <Field label={texts.anger}>
        {(id) => <InputNumber id={id} min={-1} max={1} step={0.05} value={typeof value['anger'] === 'number' ? value['anger'] : null} onChange={(next) => change(withField(value, 'anger', next ?? undefined))} />}
      </Field>
      <RestOfItem value={value} shown={['id', 'label', 'hint', 'scenario', 'patterns', 'unless', 'examples', 'counter_examples', 'anger']} />
    </>
  )
}
