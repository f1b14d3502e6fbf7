import { Input, Select } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import type { Label, NamedPart } from '../../../server/protocol.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './item-form.module.css'
import { type Fields, linesAt, partAt, textAt, withField } from './item-value.ts'

interface FieldProps {
  readonly label: Label
  readonly at: string
  readonly value: Fields
  readonly change: (next: Fields) => void
}

/** A field with its label. */
export function Field({ label, note, children }: { readonly label: Label; readonly note?: ReactNode; readonly children: (id: string) => ReactNode }) {
  const t = useText()
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{t(label)} {note !== undefined && <small>{note}</small>}</label>
      {children(id)}
    </div>
  )
}

/** One text; `optional`: left out when empty. `counted`: shows how long it is. */
export function TextField({ label, at, value, change, optional = false, counted = false }: FieldProps & { readonly optional?: boolean; readonly counted?: boolean }) {
  const t = useText()
  const text = textAt(value, at)
  return (
    <Field label={label} note={counted ? t(authoringWords.breath([...text].length)) : undefined}>
      {(id) => <Input.TextArea id={id} autoSize value={text} onChange={({ target }) => change(withField(value, at, optional && target.value === '' ? undefined : target.value.replaceAll('\n', '')))} />}
    </Field>
  )
}

/** Several of what there is; the key is left out when none is chosen. `none`: what that means. */
export function ChoicesField({ label, none, at, value, change, parts }: FieldProps & { readonly none?: Label; readonly parts: readonly NamedPart[] }) {
  const t = useText()
  return (
    <Field label={label}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          allowClear
          optionFilterProp="label"
          {...(none && { placeholder: t(none) })}
          value={[...linesAt(value, at)]}
          onChange={(next: readonly string[]) => change(withField(value, at, next))}
          options={parts.map((part) => ({ value: part.id, label: t(part.label) }))}
        />
      )}
    </Field>
  )
}

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')

/** A list, one entry a line. */
export function LinesField({ label, at, value, change, code = false }: FieldProps & { readonly code?: boolean }) {
  const [text, setText] = useState(() => linesAt(value, at).join('\n'))
  return (
    <Field label={label} note={linesAt(value, at).length}>
      {(id) => (
        <Input.TextArea
          id={id}
          className={code ? (styles['code'] ?? '') : ''}
          autoSize={{ minRows: 1, maxRows: 10 }}
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            change(withField(value, at, linesOf(target.value)))
          }}
        />
      )}
    </Field>
  )
}

/** From which day to which day something holds, both included. */
export function ValidField({ value, change }: Pick<FieldProps, 'value' | 'change'>) {
  const valid = partAt(value, 'valid')
  const day = (key: 'from' | 'until', text: string) => change(withField(value, 'valid', withField(valid, key, text === '' ? undefined : text)))
  return (
    <div className={styles['pair']}>
      {(['from', 'until'] as const).map((key) => (
        <Field key={key} label={authoringWords.field[key]}>
          {(id) => <Input id={id} type="date" value={textAt(valid, key)} onChange={({ target }) => day(key, target.value)} />}
        </Field>
      ))}
    </div>
  )
}

/** What the form does not show, as it stands in the file. */
export function RestOfItem({ value, shown }: { readonly value: Fields; readonly shown: readonly string[] }) {
  const t = useText()
  const rest = Object.entries(value).filter(([key]) => !shown.includes(key))
  if (rest.length === 0) return null
  return (
    <details className={styles['rest']}>
      <summary>{t(authoringWords.field.rest)}</summary>
      <dl>{rest.map(([key, each]) => <div key={key}><dt>{key}</dt><dd><code>{JSON.stringify(each)}</code></dd></div>)}</dl>
    </details>
  )
}
