import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import type { CourseView } from '../../../server/protocol.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { appWords } from '../i18n/app-words.ts'
import { courseWords } from '../i18n/course-words.ts'
import { useText } from '../i18n/use-text.ts'
import { useNow } from '../state/now.ts'
import { ShareBar } from '../ui/share-bar.tsx'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { CourseAssign } from './course-assign.tsx'
import { CourseEditor } from './course-editor.tsx'
import styles from './courses-page.module.css'
import { TrainingFrame } from './training-frame.tsx'
import { useCourseChanges, useCourses } from './use-courses.ts'
import { useDay } from './use-day.ts'

/** Courses, and to whom they are given. */
export function CoursesPage() {
  const t = useText()
  const failureText = useFailureText()
  const { data: courses, error, refetch } = useCourses()
  const [edited, setEdited] = useState<CourseView | 'new' | null>(null)
  const [given, setGiven] = useState<CourseView | null>(null)
  const add = <Button type="primary" onClick={() => setEdited('new')}>{t(courseWords.add)}</Button>
  return (
    <TrainingFrame title={t(courseWords.title)} note={t(courseWords.intro)}>
      {error && <EmptyState title={failureText(error)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />}
      {!courses && !error && <LoadingState label={t(appWords.loading)} lines={4} />}
      {courses?.length === 0 && <EmptyState title={t(courseWords.none)} actions={add}>{t(courseWords.noneHelp)}</EmptyState>}
      {courses && courses.length > 0 && add}
      <ol className={styles['courses']}>
        {courses?.map((course) => <Course key={course.id} course={course} onEdit={() => setEdited(course)} onGive={() => setGiven(course)} />)}
      </ol>
      {edited && <CourseEditor course={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {given && <CourseAssign course={given} onClose={() => setGiven(null)} />}
    </TrainingFrame>
  )
}

function Course({ course: { id, title, authorName, scenarios, assignments }, onEdit, onGive }: { readonly course: CourseView; readonly onEdit: () => void; readonly onGive: () => void }) {
  const t = useText()
  const day = useDay()
  const now = useNow(60_000)
  const { remove, withdraw } = useCourseChanges()
  return (
    <li className={styles['course']}>
      <header>
        <h2>{title}</h2>
        <small>{t(courseWords.by(authorName))}</small>
        <span />
        <Button type="primary" ghost size="small" onClick={onGive}>{t(courseWords.assign)}</Button>
        <Button size="small" onClick={onEdit}>{t(courseWords.edit)}</Button>
        <Popconfirm title={t(courseWords.remove)} description={t(courseWords.removeSure)} okText={t(courseWords.remove)} cancelText={t(appWords.cancel)} onConfirm={() => remove.mutate(id)}>
          <Button size="small" type="text" danger>{t(courseWords.remove)}</Button>
        </Popconfirm>
      </header>
      <div className={styles['halves']}>
        <ol className={styles['scenarios']}>
          {scenarios.map(({ scenario, title: name, level, passMark }) => <li key={scenario}><span>{t(name)}</span><small>{t(courseWords.asks(level, passMark))}</small></li>)}
        </ol>
        <ul className={styles['given']}>
          {assignments.map((given) => (
            <li key={given.id}>
              <span>{given.to.name}</span>
              <b data-all={given.done === given.people}>{t(courseWords.doneOf(given.done, given.people))}</b>
              <ShareBar tone="ok" share={given.people === 0 ? 0 : given.done / given.people} />
              <small>{given.dueAt !== null && t(given.dueAt < now ? courseWords.overdue(day(given.dueAt)) : courseWords.due(day(given.dueAt)))}</small>
              <Popconfirm title={t(courseWords.withdraw)} description={t(courseWords.withdrawSure)} okText={t(courseWords.withdraw)} cancelText={t(appWords.cancel)} onConfirm={() => withdraw.mutate(given.id)}>
                <Button size="small" type="text">{t(courseWords.withdraw)}</Button>
              </Popconfirm>
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}
