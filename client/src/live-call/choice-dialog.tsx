import { type ReactNode, useEffect, useRef } from 'react'
import { appWords } from '../i18n/app-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { plainKey, useKeys } from '../ui/keys.ts'
import styles from './choice-dialog.module.css'

export interface DialogChoice {
  readonly key: string
  readonly text: string
  readonly take: () => void
  readonly urgent?: boolean
}
interface Props {
  readonly title: string
  readonly children?: ReactNode
  readonly choices: readonly DialogChoice[]
  readonly onClose: () => void
}

/** One question over the page, a key for each answer, Esc for none. The page's own keys rest meanwhile. */
export function ChoiceDialog({ title, children, choices, onClose }: Props) {
  const t = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  useKeys((press) => {
    const key = plainKey(press)
    const chosen = choices.find((choice) => choice.key === key)
    if (chosen) chosen.take()
    else if (key === 'Escape') onClose()
    return chosen !== undefined || key === 'Escape'
  }, { modal: true })
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {choices.map(({ key, text, take, urgent = false }) => (
        <button key={key} type="button" data-urgent={urgent} onClick={take}>
          <KeyCap of={key === 'Enter' ? '⏎' : key} />
          {text}
        </button>
      ))}
      <button type="button" data-quiet onClick={onClose}>
        <KeyCap of="Esc" />
        {t(appWords.cancel)}
      </button>
    </dialog>
  )
}
