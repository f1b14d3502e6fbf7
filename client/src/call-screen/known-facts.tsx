import { useRef, useState } from 'react'
import type { FactView } from '../../../server/protocol.ts'
import { factWords } from '../i18n/fact-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { plainKey, useKeys } from '../ui/keys.ts'
import { choicesOf, type FactValue } from './fact-value.ts'
import styles from './known-facts.module.css'
import { TypedFact } from './typed-fact.tsx'

interface EditorProps {
  readonly fact: FactView
  readonly onRecord: (value: FactValue | null) => void
  readonly onClose: () => void
}

function FactEditor({ fact, onRecord, onClose }: EditorProps) {
  const t = useText()
  const choices = choicesOf(fact)
  useKeys((press) => {
    const key = plainKey(press)
    const chosen = choices.find((choice) => choice.key.toLowerCase() === key)
    if (chosen) onRecord(chosen.value)
    else if (key === 'Escape') onClose()
    else if (key === '0' && choices.length > 0) onRecord(null)
    else return false
    return true
  }, { modal: true })
  return (
    <div className={styles['editor']} role="group" aria-label={t(factWords.edit(t(fact.label)))}>
      {choices.map(({ key, value, label }) => (
        <button key={key} type="button" aria-pressed={value === fact.value} onClick={() => onRecord(value)}>
          <KeyCap of={key} /> {t(label)}
        </button>
      ))}
      {choices.length === 0 && <TypedFact fact={fact} autoFocus onRecord={onRecord} onLeave={onClose} />}
      <button type="button" onClick={() => onRecord(null)}>
        {choices.length > 0 && <KeyCap of="0" />} {t(factWords.clear)}
      </button>
    </div>
  )
}

/** What was said comes first, then what is still to find out, then what the system knew anyway. */
const placeOf = ({ value, origin }: FactView): number => (value === null ? 1 : origin === 'system' ? 2 : 0)

/** What is known of the call, by whom, and what is not; every row can be corrected. K goes to the first row, arrows move. */
export function KnownFacts({ facts, onRecord }: { readonly facts: readonly FactView[]; readonly onRecord: (fact: string, value: FactView['value']) => void }) {
  const t = useText()
  const rows = useRef<HTMLUListElement>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const buttons = () => [...(rows.current?.querySelectorAll<HTMLButtonElement>('button[data-row]') ?? [])]
  const step = (by: number) => {
    const all = buttons()
    const at = all.findIndex((button) => button === document.activeElement)
    all[at === -1 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus()
  }
  useKeys((press) => {
    const key = plainKey(press)
    const inside = rows.current?.contains(document.activeElement) ?? false
    if (key === 'k') step(0)
    else if (inside && (key === 'ArrowDown' || key === 'ArrowUp')) step(key === 'ArrowDown' ? 1 : -1)
    else return false
    return true
  })
  const ordered = facts.toSorted((one, other) => placeOf(one) - placeOf(other))
  return (
    <section className={styles['facts']}>
      <h2>
        {t(factWords.title)} <KeyCap of="K" />
      </h2>
      {facts.length === 0 && <p>{t(factWords.none)}</p>}
      <ul ref={rows}>
        {ordered.map((fact) => (
          <li key={fact.id}>
            <button type="button" data-row aria-expanded={editing === fact.id} onClick={() => setEditing(editing === fact.id ? null : fact.id)}>
              <span>{t(fact.label)}</span>
              <b data-known={fact.value !== null}>{fact.shown === null ? t(factWords.unknown) : t(fact.shown)}</b>
              <small>{fact.origin !== null && t(factWords.origin[fact.origin])}</small>
            </button>
            {editing === fact.id && (
              <FactEditor
                fact={fact}
                onClose={() => setEditing(null)}
                onRecord={(value) => {
                  setEditing(null)
                  onRecord(fact.id, value)
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
