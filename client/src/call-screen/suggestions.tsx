import type { Suggestion } from '../../../server/protocol.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import styles from './suggestions.module.css'

/** The scenarios that the caller's words also fit, F1–F3; three rows of room, whether filled or not. */
export function Suggestions({ suggestions, onChoose }: { readonly suggestions: readonly Suggestion[]; readonly onChoose: (scenario: string) => void }) {
  const t = useText()
  return (
    <section className={styles['suggestions']}>
      <h2>{t(callWords.maybe)}</h2>
      {suggestions.length === 0 && <p>{t(callWords.maybeNone)}</p>}
      <ol>
        {suggestions.slice(0, 3).map(({ scenario, title, words }, at) => (
          <li key={scenario}>
            <button type="button" onClick={() => onChoose(scenario)} aria-keyshortcuts={`F${at + 1}`}>
              <KeyCap of={`F${at + 1}`} />
              <span>
                <b>{t(title)}</b>
                <small>{words.length > 0 && t(callWords.heardWords(words.join('、')))}</small>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
