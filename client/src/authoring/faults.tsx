import type { LibraryFault } from '../../../server/protocol.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './faults.module.css'

/** What is wrong with the draft, each with the place in its file. */
export function Faults({ faults }: { readonly faults: readonly LibraryFault[] }) {
  const t = useText()
  return (
    <section className={styles['faults']} data-sound={faults.length === 0} aria-live="polite">
      <h3>{faults.length === 0 ? '✓' : '✕'} {t(authoringWords.faults(faults.length))}</h3>
      <ul>
        {faults.map(({ file, line, message, zh }) => (
          <li key={`${file} ${String(line)} ${message}`}>
            <code>{file}:{line}</code>
            <span>{t({ zh, en: message })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
