import type { ReactNode } from 'react'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { useText } from '../i18n/use-text.ts'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import styles from './quality-frame.module.css'

/** The page around what an agent sees of the own evaluations. */
export function MyFrame({ note, children }: { readonly note?: string; readonly children: ReactNode }) {
  const t = useText()
  return (
    <div className={styles['frame']}>
      <TopBar><Pages /></TopBar>
      <main className={styles['page']}>
        <header className={styles['header']}>
          <h1>{t(evaluationWords.mine)}</h1>
          {note !== undefined && <p>{note}</p>}
        </header>
        {children}
      </main>
    </div>
  )
}
