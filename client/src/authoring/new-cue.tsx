import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { DraftItem, DraftView } from '../../../server/protocol.ts'
import { getJson, send } from '../connection/http.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './item-finder.module.css'
import { draftPath, useKeepDraft, useStep } from './use-authoring.ts'
import type { EditedItem } from './use-item-edit.ts'

/** Begins a cue: its name and id; one that is there already is opened instead. */
export function NewCue({ draft, choose }: { readonly draft: DraftView; readonly choose: (item: EditedItem) => void }) {
  const t = useText()
  const step = useStep()
  const keep = useKeepDraft()
  const [id, setId] = useState('')
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const fits = /^[a-z]+(_[a-z]+)*$/u.test(id)
  const ready = fits && zh.trim() !== '' && en.trim() !== ''
  const begin = async (): Promise<void> => {
    const path = `${draftPath(draft.id)}/item`
    const known = await getJson<DraftItem>(`${path}?kind=cue&id=${id}`).then(({ value }) => value !== null, () => false)
    const value = { id, label: { zh: zh.trim(), en: en.trim() }, hint: { zh: '', en: '' }, patterns: [], examples: [] }
    if (!known) keep(await send<DraftView>('PUT', path, { kind: 'cue', id, value, category: null }))
    choose({ kind: 'cue', id, category: null })
  }
  const field = (value: string, set: (next: string) => void, name: string, wrong = false) => <Input value={value} maxLength={40} status={wrong ? 'error' : ''} placeholder={name} aria-label={name} onChange={({ target }) => set(target.value)} />
  return (
    <details className={styles['new']}>
      <summary>＋ {t(authoringWords.newCue)}</summary>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (ready) void step(begin())
        }}
      >
        {field(zh, setZh, t(authoringWords.field.label))}
        {field(en, setEn, t(authoringWords.field.labelEn))}
        {field(id, (next) => setId(next.trim()), t(authoringWords.newCueId), id !== '' && !fits)}
        <Button type="primary" htmlType="submit" disabled={!ready}>{t(authoringWords.begin)}</Button>
      </form>
    </details>
  )
}
