import { Link } from 'react-router'
import type { CoveredFlow } from '../../../server/protocol.ts'
import { coverageWords } from '../i18n/coverage-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './coverage-page.module.css'

function Bar({ part, whole }: { readonly part: number; readonly whole: number }) {
  const t = useText()
  return (
    <span className={styles['bar']}>
      <i aria-hidden><b style={{ width: `${whole === 0 ? 0 : (part / whole) * 100}%` }} /></i>
      {t(coverageWords.of(part, whole))}
    </span>
  )
}

/** One flow: how much of it was reached, and by name what never was. */
export function CoverageRow({ flow, open }: { readonly flow: CoveredFlow; readonly open: boolean }) {
  const t = useText()
  const { id, title, family, steps, ways, reachedSteps, totalSteps, takenWays, totalWays } = flow
  const labels = new Map(steps.map((step) => [step.id, step.label]))
  const name = (step: string): string => t(labels.get(step) ?? { zh: step, en: step })
  const never = steps.filter(({ reached }) => reached === 0)
  const untaken = ways.filter(({ taken }) => taken === 0)
  return (
    <tr data-never={reachedSteps === 0}>
      <th scope="row">{family === '' ? t(title) : <Link to={`/library/${id}`}>{t(title)}</Link>}</th>
      <td><Bar part={reachedSteps} whole={totalSteps} /></td>
      <td><Bar part={takenWays} whole={totalWays} /></td>
      <td>
        {never.length === 0 ? (
          <span className={styles['all']}>✓ {t(coverageWords.allReached)}</span>
        ) : (
          <details open={open} key={String(open)}>
            <summary><i className={styles['never']} aria-hidden />{t(coverageWords.neverSteps(never.length))}</summary>
            <ul>{never.map((step) => <li key={step.id}>{t(step.label)} <code>{step.id}</code></li>)}</ul>
            {untaken.length > 0 && <h4>{t(coverageWords.neverWays)}</h4>}
            <ul>{untaken.map((way) => <li key={`${way.from} ${way.id}`}>{name(way.from)} —{t(way.label)}→ {name(way.to)}</li>)}</ul>
          </details>
        )}
      </td>
    </tr>
  )
}
