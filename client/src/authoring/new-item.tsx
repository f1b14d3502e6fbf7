import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './new-item.module.css'

/** Where something new begins: folded away until it is wanted. `ready`: enough is said to begin. */
export function NewItem({ title, ready, begin, children }: { readonly title: string; readonly ready: boolean; readonly begin: () => void; readonly children: ReactNode }) {
  const t = useText()
  return (
    <details className={styles['new']}>
      <summary>＋ {title}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) begin()
        }}
      >
        {children}
        <Button type="primary" htmlType="submit" disabled={!ready}>{t(authoringWords.begin)}</Button>
      </form>
    </details>
  )
}

/** One line of what is said of it, its name standing in it while it is empty. */
export function NewItemText({ name, most, value, change, wrong = false }: { readonly name: string; readonly most: number; readonly value: string; readonly change: (next: string) => void; readonly wrong?: boolean }) {
  return <Input value={value} maxLength={most} status={wrong ? 'error' : ''} placeholder={name} aria-label={name} onChange={({ target }) => change(target.value)} />
}
