import type { Label, Reminder } from '../../../server/protocol.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './advice.module.css'

/** At the foot of the middle: what must not be forgotten before the call ends, and what to mind in this scenario. */
export function Advice({ reminders, cautions }: { readonly reminders: readonly Reminder[]; readonly cautions: readonly Label[] }) {
  const t = useText()
  return (
    <div className={styles['advice']}>
      {reminders.length > 0 && (
        <p role="status">
          <b data-kind="remind">{t(callWords.remind)}</b>
          {reminders.map(({ label }) => t(label)).join(' · ')}
        </p>
      )}
      {cautions.slice(0, 2).map((caution) => (
        <p key={caution.en}>
          <b>{t(callWords.notes)}</b>
          {t(caution)}
        </p>
      ))}
    </div>
  )
}
