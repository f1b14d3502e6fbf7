import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { WrapupDraft } from '../../../server/protocol.ts'
import { useText } from '../i18n/use-text.ts'
import { wrapupWords } from '../i18n/wrapup-words.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { plainKey, useKeys } from '../ui/keys.ts'
import styles from './wrapup.module.css'

/** N goes to the notes. */
const keys = '123456789ABCDEFGHIJKLM'

interface Props {
  readonly draft: WrapupDraft
  readonly onSubmit: (disposition: string, notes: string) => Promise<void>
}

/** Disposition by digit or arrows, notes by N, Ctrl+Enter from anywhere submits. */
export function WrapupForm({ draft, onSubmit }: Props) {
  const t = useText()
  const { dispositions, suggestedDisposition } = draft
  const [chosen, setChosen] = useState(suggestedDisposition)
  const [notes, setNotes] = useState('')
  const [busy, setBusy] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const move = (by: number) => {
    const at = dispositions.findIndex(({ id }) => id === chosen)
    const next = dispositions[at === -1 ? 0 : (at + by + dispositions.length) % dispositions.length]
    if (next) setChosen(next.id)
  }
  const submit = () => {
    if (chosen === null || busy) return
    setBusy(true)
    void onSubmit(chosen, notes.trim()).finally(() => setBusy(false))
  }
  useKeys((press) => {
    if (press.key === 'Enter' && (press.ctrlKey || press.metaKey)) {
      submit()
      return true
    }
    const key = plainKey(press)
    const picked = key?.length === 1 ? dispositions[keys.indexOf(key.toUpperCase())] : undefined
    if (picked) setChosen(picked.id)
    else if (key === 'ArrowDown' || key === 'ArrowUp') move(key === 'ArrowDown' ? 1 : -1)
    else if (key === 'n') area.current?.focus()
    else return false
    return true
  })
  return (
    <section className={styles['form']}>
      <fieldset>
        <legend>{t(wrapupWords.disposition)} <small>{t(wrapupWords.dispositionKeys)}</small></legend>
        <ol role="radiogroup" aria-label={t(wrapupWords.disposition)}>
          {dispositions.map(({ id, label }, at) => (
            <li key={id}>
              <button type="button" role="radio" aria-checked={id === chosen} onClick={() => setChosen(id)}>
                <KeyCap of={keys[at] ?? '↓'} />
                <span>{t(label)}</span>
                {id === suggestedDisposition && <em>{t(wrapupWords.suggested)}</em>}
              </button>
            </li>
          ))}
        </ol>
      </fieldset>
      <label>
        <span>{t(wrapupWords.notes)} <KeyCap of="N" /></span>
        <textarea
          ref={area}
          rows={4}
          value={notes}
          placeholder={t(wrapupWords.notesHint)}
          onChange={({ target }) => setNotes(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      </label>
      <Button type="primary" size="large" block loading={busy} disabled={chosen === null} onClick={submit} aria-keyshortcuts="Control+Enter">
        {t(chosen === null ? wrapupWords.choose : wrapupWords.submit)} <span className={styles['submitKeys']}><KeyCap of="Ctrl" /> <KeyCap of="⏎" /></span>
      </Button>
    </section>
  )
}
