import { Link } from 'react-router'
import type { DrillSummary } from '../../../server/protocol.ts'
import { drillWords } from '../i18n/drill-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './drill-list.module.css'
import { useDate } from './replay-header.tsx'

const most = 20

/** Drills, newest first, each the way to its debrief; `own`: one that goes on can be taken up again. */
export function DrillList({ title, drills, own = false, none }: { readonly title: string; readonly drills: readonly DrillSummary[]; readonly own?: boolean; readonly none?: string }) {
  const t = useText()
  const date = useDate()
  const shown = drills.filter(({ passed }) => own || passed !== null)
  return (
    <aside className={styles['history']}>
      <h2>{title}</h2>
      {shown.length === 0 && none !== undefined && <p>{none}</p>}
      <ol>
        {shown.slice(0, most).map(({ id, title: name, mode, startedAt, total, passed }) => (
          <li key={id}>
            <Link to={passed === null ? `/training/drills/${id}` : `/training/drills/${id}/debrief`}>
              <span>{t(name)}</span>
              <b data-passed={passed}>{passed === null || total === null ? t(drillWords.unfinished) : `${passed ? '✓' : '✗'} ${t(drillWords.points(total))}`}</b>
              <small>{date(startedAt)} · {t(drillWords.modeNames[mode])}</small>
            </Link>
          </li>
        ))}
      </ol>
    </aside>
  )
}
