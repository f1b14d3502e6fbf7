import type { ReactionOption } from '../../../server/protocol.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import styles from './reactions.module.css'

/** What the caller may do next, one digit each; the one that was just heard stands out. */
export function Reactions({ options, onReact }: { readonly options: readonly ReactionOption[]; readonly onReact: (reaction: string) => void }) {
  const t = useText()
  return (
    <section className={styles['reactions']} aria-label={t(callWords.next)}>
      <h2>{t(callWords.next)}</h2>
      {options.length === 0 && <p>{t(callWords.noReactions)}</p>}
      <ol data-many={options.length > 6} data-tall={options.length > 4}>
        {options.map(({ id, label, heard }, at) => (
          <li key={id}>
            <button type="button" data-heard={heard !== null} aria-keyshortcuts={String(at + 1)} onClick={() => onReact(id)}>
              {at < 9 && <KeyCap of={String(at + 1)} />}
              <span>{t(label)}</span>
              {heard !== null && <em>{t(callWords.heardWords(heard))}</em>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
