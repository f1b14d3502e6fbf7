import type { ReactNode } from 'react'
import { signInWords } from '../i18n/sign-in-words.ts'
import { useText } from '../i18n/use-text.ts'
import { TopBar } from '../ui/top-bar.tsx'
import styles from './sign-in.module.css'

/** The page around every way in. */
export function SignInFrame({ title, help, children }: { readonly title: string; readonly help?: string; readonly children: ReactNode }) {
  const t = useText()
  return (
    <>
      <TopBar />
      <main className={styles['page']}>
        <p className={styles['name']}>{t(signInWords.title)}</p>
        <section className={styles['card']}>
          <h1>{title}</h1>
          {help !== undefined && <p>{help}</p>}
          {children}
        </section>
      </main>
    </>
  )
}
