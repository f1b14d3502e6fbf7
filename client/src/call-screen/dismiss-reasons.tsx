import { useText } from '../i18n/use-text.ts'
import { warningWords } from '../i18n/warning-words.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { plainKey, useKeys } from '../ui/keys.ts'
import styles from './dismiss-reasons.module.css'

const reasons = Object.entries(warningWords.reasons)

/** Why a warning is wrong: one digit each, Esc keeps the warning. Digits mean nothing else meanwhile. */
export function DismissReasons({ onReason, onCancel }: { readonly onReason: (reason: string) => void; readonly onCancel: () => void }) {
  const t = useText()
  useKeys((press) => {
    const key = plainKey(press)
    const chosen = reasons[Number(key) - 1]
    if (chosen) onReason(chosen[0])
    else if (key === 'Escape' || key === 'x') onCancel()
    return key !== null && (chosen !== undefined || key === 'Escape' || key === 'x')
  }, { modal: true })
  return (
    <span className={styles['reasons']} role="group" aria-label={t(warningWords.whyDismiss)}>
      <b>{t(warningWords.whyDismiss)}</b>
      {reasons.map(([id, label], at) => (
        <button key={id} type="button" onClick={() => onReason(id)}>
          <KeyCap of={String(at + 1)} /> {t(label)}
        </button>
      ))}
      <button type="button" onClick={onCancel} aria-keyshortcuts="Escape">
        <KeyCap of="Esc" />
      </button>
    </span>
  )
}
