import type { ReactNode } from 'react'
import styles from './states.module.css'

const widths = ['72%', '100%', '86%', '94%', '60%', '78%']

/** Nothing here, or nothing yet: what that means and what to do about it. */
export const EmptyState = ({ title, children, actions }: { readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode }) => (
  <div className={styles['state']}>
    <strong>{title}</strong>
    {children !== undefined && <div>{children}</div>}
    {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
  </div>
)

/** Something is on its way: quiet lines in its place, `lines` of them. */
export const LoadingState = ({ lines = 3, label }: { readonly lines?: number; readonly label: string }) => (
  <div className={styles['bones']} role="status" aria-label={label}>
    {widths.slice(0, lines).map((width) => (
      <i key={width} style={{ width }} />
    ))}
  </div>
)
