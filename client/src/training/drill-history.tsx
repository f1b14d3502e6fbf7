import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { DrillSummary } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { drillWords } from '../i18n/drill-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './drill-history.module.css'
import { useDate } from './replay-header.tsx'

const most = 30

/** One's own drills, newest first. */
export function DrillHistory() {
  const t = useText()
  const date = useDate()
  const { data } = useQuery({ queryKey: ['drills'], queryFn: () => getJson<readonly DrillSummary[]>('/api/training/drills') })
  return (
    <aside className={styles['history']}>
      <h2>{t(drillWords.history)}</h2>
      {data?.length === 0 && <p>{t(drillWords.noHistory)}</p>}
      <ol>
        {data?.slice(0, most).map(({ id, title, startedAt, total, passed }) => (
          <li key={id}>
            <Link to={passed === null ? `/training/drills/${id}` : `/training/drills/${id}/debrief`}>
              <span>{t(title)}</span>
              <small>
                {date(startedAt)} · <b data-passed={passed}>{passed === null || total === null ? t(drillWords.unfinished) : `${t(passed ? drillWords.passed : drillWords.failed)} ${t(drillWords.points(total))}`}</b>
              </small>
            </Link>
          </li>
        ))}
      </ol>
    </aside>
  )
}
