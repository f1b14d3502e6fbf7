import type { WrapupDraft } from '../../../server/protocol.ts'
import { useText } from '../i18n/use-text.ts'
import { wrapupWords } from '../i18n/wrapup-words.ts'
import { clock } from '../state/now.ts'
import styles from './wrapup.module.css'

/** What the call's own record says: summary, promises, warnings, facts, steps. */
export function WrapupRecord({ draft }: { readonly draft: WrapupDraft }) {
  const t = useText()
  const { scenario, summary, facts, steps, promises, warnings } = draft
  const told = warnings.filter(({ state }) => state !== 'retracted')
  return (
    <section className={styles['record']} aria-label={t(wrapupWords.summary)}>
      <h1>{scenario ? t(scenario) : t(wrapupWords.title)}</h1>
      <p className={styles['summary']}>{summary}</p>
      <div className={styles['pair']}>
        <section>
          <h2>{t(wrapupWords.promises)}</h2>
          {promises.length === 0 && <p className={styles['none']}>{t(wrapupWords.noPromises)}</p>}
          <ul>
            {promises.map(({ text, atMs }) => (
              <li key={`${atMs} ${text}`}><small>{clock(atMs)}</small>{text}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t(wrapupWords.warnings)}</h2>
          {told.length === 0 && <p className={styles['none']}>{t(wrapupWords.noWarnings)}</p>}
          <ul>
            {told.map(({ id, atMs, match, state }) => (
              <li key={id}><small>{clock(atMs)}</small>“{match}” <em data-state={state}>{t(wrapupWords.states[state])}</em></li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t(wrapupWords.facts)}</h2>
          <ul>
            {facts.filter(({ value }) => value !== null).map(({ id, label, shown }) => (
              <li key={id}><small>{t(label)}</small><b>{shown && t(shown)}</b></li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t(wrapupWords.steps)}</h2>
          <ol>
            {steps.map((step) => (
              <li key={`${step.atMs} ${step.step}`}><small>{clock(step.atMs)}</small>{t(step.scenario)} <code>{step.step}</code></li>
            ))}
          </ol>
        </section>
      </div>
    </section>
  )
}
