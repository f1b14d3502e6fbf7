import type { Suggestion } from '../../../server/protocol.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import styles from './asked-fact.module.css'

/** While no scenario is chosen: the ones that the caller's words fit, where the eyes are, one key each. */
export function ScenarioOffer({ suggestions, onChoose }: { readonly suggestions: readonly Suggestion[]; readonly onChoose: (scenario: string) => void }) {
  const t = useText()
  return (
    <div className={styles['offer']} role="group" aria-label={t(callWords.looksLike)}>
      <b>{t(callWords.looksLike)}</b>
      {suggestions.slice(0, 3).map(({ scenario, title }, at) => (
        <button key={scenario} type="button" className={styles['option']} aria-keyshortcuts={`F${at + 1}`} onClick={() => onChoose(scenario)}>
          <KeyCap of={`F${at + 1}`} />
          {t(title)}
        </button>
      ))}
    </div>
  )
}
