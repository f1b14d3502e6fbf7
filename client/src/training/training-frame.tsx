import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { useHasRole } from '../connection/session.ts'
import { appWords } from '../i18n/app-words.ts'
import { courseWords } from '../i18n/course-words.ts'
import { drillWords } from '../i18n/drill-words.ts'
import { progressWords } from '../i18n/progress-words.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import styles from './training-frame.module.css'
import pageNav from '../ui/page-nav.module.css'

/** Top edge, the training pages beside each other, and the page itself. */
export function TrainingFrame({ title, note, children }: { readonly title: string; readonly note?: ReactNode; readonly children: ReactNode }) {
  const t = useText()
  const imports = useHasRole('trainer', 'qa-lead')
  const assigns = useHasRole('trainer')
  const oversees = useHasRole('trainer', 'supervisor')
  const learns = useHasRole('agent')
  return (
    <div className={styles['frame']}>
      <TopBar><Pages /></TopBar>
      <main className={styles['page']}>
        <nav className={pageNav['nav']} aria-label={t(appWords.training)}>
          <NavLink to="/training/drills">{t(drillWords.title)}</NavLink>
          {assigns && <NavLink to="/training/courses">{t(courseWords.title)}</NavLink>}
          {learns && <NavLink to="/training/my-progress">{t(progressWords.mine)}</NavLink>}
          {oversees && <NavLink to="/training/progress">{t(progressWords.title)}</NavLink>}
          <NavLink to="/training/replay">{t(replayWords.title)}</NavLink>
          <NavLink to="/training/playlists">{t(replayWords.playlists)}</NavLink>
          {imports && <NavLink to="/training/import">{t(replayWords.import)}</NavLink>}
        </nav>
        <header className={styles['header']}>
          <h1>{title}</h1>
          {note !== undefined && <p>{note}</p>}
        </header>
        {children}
      </main>
    </div>
  )
}
