import type { MyAssignment, MyTraining } from '../../../server/protocol.ts'
import { courseWords } from '../i18n/course-words.ts'
import { useText } from '../i18n/use-text.ts'
import { useNow } from '../state/now.ts'
import styles from './course-todo.module.css'
import { useDay } from './use-day.ts'
import type { DrillOrder } from './use-drill.ts'

interface Props {
  readonly training: MyTraining
  readonly mode: DrillOrder['mode']
  readonly busy: boolean
  readonly begin: (order: DrillOrder) => void
}

/** Scenarios that are offered at once: due again, and of one course. */
const mostDue = 6
const mostOpen = 6

/** What a trainee should practise today: the courses given, and what fades from memory. */
export function CourseTodo({ training: { assignments, due }, mode, busy, begin }: Props) {
  const t = useText()
  if (assignments.length === 0 && due.length === 0) return null
  return (
    <section className={styles['todo']}>
      {assignments.map((assignment) => <Assignment key={assignment.id} assignment={assignment} busy={busy} begin={(order) => begin({ ...order, mode })} />)}
      {due.length > 0 && (
        <article className={styles['card']}>
          <header>
            <h2>{t(courseWords.again)}</h2>
            <small>{t(courseWords.againHelp)}</small>
          </header>
          <ol>
            {due.slice(0, mostDue).map(({ scenario, title }) => (
              <li key={scenario}><button type="button" disabled={busy} onClick={() => begin({ scenario, level: 1, mode })}><i aria-hidden>↻</i><span>{t(title)}</span></button></li>
            ))}
          </ol>
          {due.length > mostDue && <small>{t(courseWords.more(due.length - mostDue))}</small>}
        </article>
      )}
    </section>
  )
}

function Assignment({ assignment: { id, course, authorName, dueAt, scenarios, left }, busy, begin }: { readonly assignment: MyAssignment; readonly busy: boolean; readonly begin: (order: Omit<DrillOrder, 'mode'>) => void }) {
  const t = useText()
  const day = useDay()
  const now = useNow(60_000)
  const open = scenarios.filter(({ done }) => !done)
  const late = dueAt !== null && dueAt < now
  return (
    <article className={styles['card']} data-late={late}>
      <header>
        <h2>{course}</h2>
        <b>{t(courseWords.todoDone(scenarios.length - left, scenarios.length))}</b>
        {dueAt !== null && <strong>{t(late ? courseWords.overdue(day(dueAt)) : courseWords.due(day(dueAt)))}</strong>}
        <small>{t(courseWords.by(authorName))}</small>
      </header>
      <ol>
        {open.slice(0, mostOpen).map(({ scenario, title, level, passMark, best }) => (
          <li key={scenario}>
            <button type="button" disabled={busy} onClick={() => begin({ scenario, level, assignment: id })}>
              <i aria-hidden>○</i>
              <span>{t(title)}</span>
              <small>{t(courseWords.asks(level, passMark))}{best !== null && ` · ${t(courseWords.best(best))}`}</small>
            </button>
          </li>
        ))}
      </ol>
      <small>{open.length > mostOpen && `${t(courseWords.more(open.length - mostOpen))} · `}{t(courseWords.counts)}</small>
    </article>
  )
}
