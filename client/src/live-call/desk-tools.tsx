import { deskWords } from '../i18n/desk-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap, KeyHint } from '../ui/key-cap.tsx'
import styles from './desk-tools.module.css'
import type { Desk } from './use-desk.ts'

/** The customer's page in another system, when one is configured. */
export function CustomerLink({ customer }: { readonly customer: Desk['customer'] }) {
  const t = useText()
  if (!customer.offered) return null
  if (customer.url === null) {
    return (
      <span className={styles['unknown']} title={t(deskWords.customerUnknown)}>
        <KeyCap of="C" asleep /> {t(deskWords.customer)}
      </span>
    )
  }
  return (
    <a className={styles['customer']} href={customer.url} target="_blank" rel="noopener noreferrer" aria-keyshortcuts="C">
      <KeyCap of="C" /> {t(deskWords.customer)} ↗
    </a>
  )
}

/** Whether the browser hears the agent. */
export function MicrophoneHint({ microphone, run }: { readonly microphone: Desk['microphone']; readonly run: Desk['run'] }) {
  const t = useText()
  if (microphone.state === null) return null
  return (
    <span className={styles['microphone']} data-state={microphone.state}>
      <i aria-hidden />
      <KeyHint of="M" onPress={() => run({ do: 'microphone' })}>{t(deskWords.microphone[microphone.state])}</KeyHint>
    </span>
  )
}
