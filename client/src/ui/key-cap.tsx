import { type ReactNode, useContext } from 'react'
import styles from './key-cap.module.css'
import { KeysAsleep } from './keys.ts'

/** A key as it is printed on the keyboard; none on a screen that is only looked at. `asleep`: it does something else just now. */
export function KeyCap({ of, asleep = false }: { readonly of: string; readonly asleep?: boolean }) {
  if (useContext(KeysAsleep)) return null
  return (
    <kbd className={styles['cap']} data-asleep={asleep} aria-hidden>
      {of}
    </kbd>
  )
}

interface HintProps {
  readonly of: string
  readonly children: ReactNode
  readonly onPress: () => void
  readonly shortcut?: string
}

/** A key with what it does; a click does the same. On a screen that is only looked at there is neither. */
export function KeyHint({ of, children, onPress, shortcut }: HintProps) {
  if (useContext(KeysAsleep)) return null
  return (
    <button type="button" className={styles['hint']} onClick={onPress} aria-keyshortcuts={shortcut ?? of}>
      <KeyCap of={of} />
      <span>{children}</span>
    </button>
  )
}
