import type { ReplayMark } from '../../../server/protocol.ts'
import styles from './replay-mark-shape.module.css'

const shapes: Readonly<Record<ReplayMark['kind'], string>> = {
  guidance: '“',
  warning: '!',
  reaction: '›',
  interruption: '↷',
  silence: '…',
  hold: '‖',
  'missed-point': '○',
  'missed-convention': '□',
}

/** What kind of mark it is, in shape as well as in colour; a repaired warning is a tick. */
export function MarkShape({ mark: { kind, fate, severity } }: { readonly mark: Pick<ReplayMark, 'kind' | 'fate' | 'severity'> }) {
  return (
    <i className={styles['shape']} data-kind={kind} data-fate={fate} data-severity={severity} aria-hidden>
      {kind === 'warning' && fate === 'repaired' ? '✓' : shapes[kind]}
    </i>
  )
}
