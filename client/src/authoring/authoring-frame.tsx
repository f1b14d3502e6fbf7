import type { ReactNode } from 'react'
import { LibraryNav } from '../ui/library-nav.tsx'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import styles from './authoring-frame.module.css'

/** Top edge, the pages of the library beside each other, and the page itself. */
export function AuthoringFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles['frame']}>
      <TopBar><Pages /></TopBar>
      <main className={styles['page']}>
        <LibraryNav />
        {children}
      </main>
    </div>
  )
}
