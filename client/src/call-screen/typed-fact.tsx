import { type Ref, useState } from 'react'
import type { FactView } from '../../../server/protocol.ts'
import { factWords } from '../i18n/fact-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './typed-fact.module.css'
import { type FactValue, typedValue } from './fact-value.ts'

interface Props {
  readonly fact: FactView
  readonly onRecord: (value: FactValue) => void
  readonly onLeave: () => void
  readonly input?: Ref<HTMLInputElement>
  readonly autoFocus?: boolean
}

/** A number or text to type; Enter records it, Esc leaves it as it was. */
export function TypedFact({ fact, onRecord, onLeave, input, autoFocus = false }: Props) {
  const t = useText()
  const [typed, setTyped] = useState(fact.value === null ? '' : String(fact.value))
  const [fault, setFault] = useState(false)
  const submit = () => {
    const value = typedValue(fact, typed)
    if (value === null) setFault(typed.trim() !== '')
    else onRecord(value)
  }
  return (
    <span className={styles['field']}>
      <input
        ref={input}
        value={typed}
        autoFocus={autoFocus}
        inputMode={fact.kind === 'number' ? 'decimal' : 'text'}
        data-kind={fact.kind}
        aria-label={t(fact.label)}
        aria-invalid={fault}
        onFocus={(event) => event.target.select()}
        onChange={({ target }) => {
          setTyped(target.value)
          setFault(false)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') submit()
          if (event.key === 'Escape') {
            event.currentTarget.blur()
            onLeave()
          }
        }}
      />
      {fact.unit !== null && <span>{t(fact.unit)}</span>}
      {fault && <em role="alert">{t(factWords.numberFault)}</em>}
    </span>
  )
}
