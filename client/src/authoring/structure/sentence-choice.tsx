import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { Field } from '../form-fields.tsx'
import { type Fields, partsAt, textAt } from '../item-value.ts'
import { PhraseForm } from '../phrase-form.tsx'
import { plain } from './flow-texts.ts'
import type { FlowTools } from './flow-tools.ts'
import { MissingParts } from './missing-parts.tsx'
import { Choice } from './selects.tsx'
import styles from './structure.module.css'

const empty: Fields = { say: '', en: '', variants: [{ style: 'calmer', say: '', en: '' }, { style: 'shorter', say: '', en: '' }], must_say: [{ point: '', en: '', any: [] }] }
const filled = (value: Fields): boolean =>
  [value, ...partsAt(value, 'variants')].every((each) => textAt(each, 'say').length > 1 && textAt(each, 'en').length > 1) && partsAt(value, 'must_say').every((point) => textAt(point, 'point') !== '' && textAt(point, 'en') !== '' && Array.isArray(point['any']) && point['any'].length > 0)
const isKey = (key: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(key) && key.length <= 60
const keyFrom = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-|-$/gu, '')

function NewSentence({ tools: { flow, catalogue, edit }, suggested, take }: { readonly tools: FlowTools; readonly suggested: string; readonly take: (ref: string) => void }) {
  const t = useText()
  const [chosen, setKey] = useState<string | null>(null)
  const [value, setValue] = useState(empty)
  const key = chosen ?? (keyFrom(suggested) || keyFrom(partsAt(value, 'must_say').map((point) => textAt(point, 'en'))[0] ?? ''))
  const home = catalogue.flows.find(({ id }) => id === flow.id)?.scenario === false ? 'interruptions' : flow.id
  const ref = `${home}/${key}`
  const free = isKey(key) && !catalogue.phraseOf.has(ref)
  return (
    <fieldset className={styles['part']}>
      <PhraseForm value={value} change={setValue} />
      <Field label={structureWords.sentenceKey} note={free || key === '' ? undefined : t(structureWords.nameTaken)}>{(id) => <Input id={id} value={key} onChange={({ target }) => setKey(target.value)} />}</Field>
      <MissingParts parts={[[structureWords.allTexts, filled(value)], [structureWords.sentenceKey, free]]} />
      <Button
        type="primary"
        disabled={!free || !filled(value)}
        onClick={() => {
          edit.change((state) => ({ ...state, sentences: { ...state.sentences, [ref]: value } }))
          take(ref)
        }}
      >
        {t(structureWords.takeSentence)}
      </Button>
    </fieldset>
  )
}

/** Which sentence a step speaks: one that there is, or one written here. */
export function SentenceChoice({ tools, value, suggested, onChange }: { readonly tools: FlowTools; readonly value: string | null; readonly suggested: string; readonly onChange: (ref: string) => void }) {
  const t = useText()
  const [writing, setWriting] = useState(false)
  const { catalogue, draft } = tools
  const options = [...catalogue.phraseOf.values()].map(({ ref, label, text }) => ({ value: ref, label: t(label), detail: text }))
  const known = value === null ? undefined : (catalogue.phraseOf.get(value) ?? { ref: value, label: plain(value), text: '' })
  return (
    <div className={styles['sentence']}>
      <Choice name={t(structureWords.sentence)} value={value} onChange={onChange} options={options} />
      {known && <p>{known.text}</p>}
      <div>
        <Button size="small" aria-expanded={writing} onClick={() => setWriting(!writing)}>＋ {t(structureWords.newSentence)}</Button>
        {known && <Link to={`/library/drafts/${draft.id}?tab=edit&kind=phrase&item=${encodeURIComponent(known.ref)}`}>{t(structureWords.editSentence)}</Link>}
      </div>
      {writing && (
        <NewSentence
          tools={tools}
          suggested={suggested}
          take={(ref) => {
            setWriting(false)
            onChange(ref)
          }}
        />
      )}
    </div>
  )
}
