import type { ReactNode } from 'react'
import type { Label } from '../../../server/protocol.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import styles from './replay-side.module.css'

interface Props {
  readonly tabs: readonly { readonly label: Label; readonly count: number }[]
  readonly shown: number
  readonly onShow: (place: number) => void
  readonly children: ReactNode
}

/** The right edge: what was marked, said about the call, and cut from it. */
export function ReplaySide({ tabs, shown, onShow, children }: Props) {
  const t = useText()
  return (
    <aside className={styles['side']}>
      <div className={styles['tabs']} role="tablist">
        {tabs.map(({ label, count }, place) => (
          <button key={label.en} type="button" role="tab" aria-selected={place === shown} aria-keyshortcuts={String(place + 1)} onClick={() => onShow(place)}>
            <KeyCap of={String(place + 1)} /> {t(label)} {count > 0 && <small>{count}</small>}
          </button>
        ))}
      </div>
      <div className={styles['body']} role="tabpanel">{children}</div>
    </aside>
  )
}
