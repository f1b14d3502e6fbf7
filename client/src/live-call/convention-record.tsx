import type { ConventionResult } from '../../../server/protocol.ts'
import { useText } from '../i18n/use-text.ts'
import { wrapupWords } from '../i18n/wrapup-words.ts'
import { clock } from '../state/now.ts'
import styles from './wrapup.module.css'

/** How the conventions of every call were kept: the missed ones by name, the kept ones with the words that counted. */
export function ConventionRecord({ conventions }: { readonly conventions: readonly ConventionResult[] }) {
  const t = useText()
  const applicable = conventions.filter(({ status, group }) => status !== 'not applicable' && group !== 'never')
  const missed = conventions.filter(({ status }) => status === 'missed')
  const kept = applicable.filter(({ status, match }) => status === 'kept' && match !== null)
  return (
    <section>
      <h2>
        {t(wrapupWords.conventions)} · {t(wrapupWords.conventionCount(applicable.filter(({ status }) => status === 'kept').length, applicable.length))}
      </h2>
      {missed.length === 0 && <p className={styles['none']}>{t(wrapupWords.allKept)}</p>}
      <ul>
        {missed.map(({ id, label, match }) => (
          <li key={id}>
            {t(label)}
            {match !== null && `：“${match}”`}
            <em data-state="firm">{t(wrapupWords.missed)}</em>
          </li>
        ))}
        {kept.map(({ id, label, match, atMs }) => (
          <li key={id}>
            <small>{clock(atMs ?? 0)}</small>
            {t(label)}
            <em data-state="repaired">“{match}”</em>
          </li>
        ))}
      </ul>
    </section>
  )
}
