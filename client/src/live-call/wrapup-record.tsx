import type { Label, WrapupDraft } from '../../../server/protocol.ts'
import { useText } from '../i18n/use-text.ts'
import { wrapupWords } from '../i18n/wrapup-words.ts'
import { clock } from '../state/now.ts'
import { ConventionRecord } from './convention-record.tsx'
import styles from './wrapup.module.css'

interface Stretch {
  readonly scenario: Label
  readonly atMs: number
  readonly count: number
}

/** The steps in stretches of one scenario each, with the time of the first. */
function stretchesOf(steps: WrapupDraft['steps']): readonly Stretch[] {
  const starts = steps.flatMap(({ scenario }, at) => (steps[at - 1]?.scenario.zh === scenario.zh ? [] : [at]))
  return starts.flatMap((start, nth) => {
    const first = steps[start]
    return first ? [{ scenario: first.scenario, atMs: first.atMs, count: (starts[nth + 1] ?? steps.length) - start }] : []
  })
}

/** What the call's own record says: summary, promises, warnings, facts, steps. */
export function WrapupRecord({ draft }: { readonly draft: WrapupDraft }) {
  const t = useText()
  const { scenario, summary, facts, steps, promises, warnings, conventions } = draft
  const known = facts.filter(({ value }) => value !== null)
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
        <ConventionRecord conventions={conventions} />
        <section>
          <h2>{t(wrapupWords.facts)}</h2>
          {known.length === 0 && <p className={styles['none']}>{t(wrapupWords.noFacts)}</p>}
          <ul>
            {known.map(({ id, label, shown }) => (
              <li key={id}><small>{t(label)}</small><b>{shown && t(shown)}</b></li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t(wrapupWords.steps)}</h2>
          <ol>
            {stretchesOf(steps).map(({ scenario: of, atMs, count }) => (
              <li key={atMs}><small>{clock(atMs)}</small>{t(of)}<em>{t(wrapupWords.stepCount(count))}</em></li>
            ))}
          </ol>
        </section>
      </div>
    </section>
  )
}
