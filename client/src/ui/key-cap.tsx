import type { ReactNode } from 'react'
import styles from './key-cap.module.css'

/** A key as it is printed on the keyboard. `asleep`: it does something else just now. */
export const KeyCap = ({ of, asleep = false }: { readonly of: string; readonly asleep?: boolean }) => (
  <kbd className={styles['cap']} data-asleep={asleep} aria-hidden>
    {of}
  </kbd>
)

/** A key with what it does; a click does the same. */
export const KeyHint = ({ of, children, onPress, shortcut }: { readonly of: string; readonly children: ReactNode; readonly onPress: () => void; readonly shortcut?: string }) => (
  <button type="button" className={styles['hint']} onClick={onPress} aria-keyshortcuts={shortcut ?? of}>
    <KeyCap of={of} />
    <span>{children}</span>
  </button>
)
