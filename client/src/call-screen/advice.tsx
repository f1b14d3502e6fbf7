import type { Label, Reminder } from '../../../server/protocol.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './advice.module.css'

/** At the foot of the middle: the most pressing of what must not be forgotten, and what to mind in this scenario. */
export function Advice({ reminders, cautions }: { readonly reminders: readonly Reminder[]; readonly cautions: readonly Label[] }) {
  const t = useText()
  const [reminder] = reminders
  return (
    <div className={styles['advice']}>
      {reminder && (
        <p role="status">
          <b data-kind="remind">{t(callWords.remind)}</b>
          {t(reminder.label)}
        </p>
      )}
      {cautions.slice(0, reminder ? 1 : 2).map((caution) => (
        <p key={caution.en}>
          <b>{t(callWords.notes)}</b>
          {t(caution)}
        </p>
      ))}
    </div>
  )
}
