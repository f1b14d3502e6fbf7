import type { Severity } from '../../../server/protocol.ts'
import { useText } from '../i18n/use-text.ts'
import { warningWords } from '../i18n/warning-words.ts'
import styles from './severity-mark.module.css'

/** How grave a rule is: shape and word, not colour alone. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const t = useText()
  return (
    <span className={styles['severity']} data-severity={severity}>
      <b aria-hidden>{t(warningWords.shape[severity])}</b> {t(warningWords.severity[severity])}
    </span>
  )
}
