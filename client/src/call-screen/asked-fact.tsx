import { useRef, useState } from 'react'
import type { FactView, Label } from '../../../server/protocol.ts'
import { factWords } from '../i18n/fact-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { plainKey, useKeys } from '../ui/keys.ts'
import styles from './asked-fact.module.css'
import { choicesOf, type FactValue } from './fact-value.ts'
import { TypedFact } from './typed-fact.tsx'

interface Props {
  readonly fact: FactView
  readonly onRecord: (value: FactValue) => void
}

function EnterHint({ text, asleep = false }: { readonly text: Label; readonly asleep?: boolean }) {
  const t = useText()
  return (
    <span className={styles['hint']}>
      <KeyCap of="⏎" asleep={asleep} /> {t(text)}
    </span>
  )
}

/** The fact that this step asks for. Enter starts typing or picking, or confirms what was heard; Y and N answer directly. */
function Asking({ fact, onRecord }: Props) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [changing, setChanging] = useState(fact.value === null)
  const [picking, setPicking] = useState(false)
  const choices = choicesOf(fact)
  const answer = (key: string | null) => choices.find((choice) => choice.key.toLowerCase() === key)
  const confirm = () => {
    if (!changing && fact.value !== null) onRecord(fact.value)
    else if (choices.length > 0) setPicking(true)
    else input.current?.focus()
  }
  useKeys((press) => {
    const key = plainKey(press)
    const chosen = fact.kind === 'yes-no' ? answer(key) : undefined
    if (chosen) onRecord(chosen.value)
    else if (key === 'Enter') confirm()
    return chosen !== undefined || key === 'Enter'
  })
  useKeys((press) => {
    const key = plainKey(press)
    const chosen = answer(key)
    setPicking(false)
    if (chosen) onRecord(chosen.value)
    return chosen !== undefined || key === 'Escape'
  }, { active: picking })

  return (
    <div className={styles['ask']} role="group" aria-label={t(factWords.ask(t(fact.label)))}>
      <b>{t(factWords.ask(t(fact.label)))}</b>
      {changing ? (
        <>
          {fact.kind === 'choice' && <EnterHint asleep={picking} text={picking ? factWords.pick : factWords.fill} />}
          {choices.map(({ key, value, label }) => (
            <button key={key} type="button" className={styles['option']} onClick={() => onRecord(value)}>
              <KeyCap of={key} asleep={!picking && fact.kind === 'choice'} />
              {t(label)}
            </button>
          ))}
          {choices.length === 0 && <TypedFact fact={fact} input={input} onRecord={onRecord} onLeave={() => undefined} />}
          {choices.length === 0 && <EnterHint text={factWords.fill} />}
        </>
      ) : (
        <>
          <button type="button" className={styles['option']} onClick={confirm}>
            {fact.shown && t(fact.shown)} <small>{fact.origin && t(factWords.origin[fact.origin])}</small>
          </button>
          <EnterHint text={factWords.confirm} />
          <button type="button" className={styles['option']} onClick={() => setChanging(true)}>{t(factWords.correct)}</button>
        </>
      )}
    </div>
  )
}

/** The place of the asked fact; it keeps its height when nothing is asked. `place` starts it afresh with every step. */
export function AskedFact({ fact, place, onRecord }: { readonly fact: FactView | null; readonly place: string; readonly onRecord: (fact: string, value: FactValue) => void }) {
  const t = useText()
  if (fact === null) return <div className={styles['nothing']}>{t(factWords.nothingToAsk)}</div>
  return <Asking key={`${place} ${fact.id} ${String(fact.value)}`} fact={fact} onRecord={(value) => onRecord(fact.id, value)} />
}
