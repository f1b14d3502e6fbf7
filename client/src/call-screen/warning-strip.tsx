import type { ReactNode } from 'react'
import type { Label, Warning, WarningBoard } from '../../../server/protocol.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import { warningWords } from '../i18n/warning-words.ts'
import { KeyHint } from '../ui/key-cap.tsx'
import { DismissReasons } from './dismiss-reasons.tsx'
import { useFarewell } from './use-farewell.ts'
import styles from './warning-strip.module.css'

function Standing({ warning, more, end }: { readonly warning: Warning; readonly more: number; readonly end: ReactNode }) {
  const t = useText()
  const { severity, state, match, why, sayInstead } = warning
  return (
    <div className={styles['strip']} data-severity={severity} data-state={state}>
      <span className={styles['shape']} data-severity={severity} aria-hidden>{t(warningWords.shape[severity])}</span>
      <span className={styles['said']}>
        <span className="visually-hidden">{t(warningWords.severity[severity])}</span>
        <span>
          {t(state === 'provisional' ? warningWords.hearing : warningWords.said)} <del>{match}</del>
        </span>
        <small title={why}>{why}</small>
      </span>
      <strong className={styles['fix']}>{t(warningWords.sayInstead(sayInstead))}</strong>
      <span className={styles['end']}>
        {end}
        <small>{t(more > 0 ? warningWords.more(more) : warningWords.leaves)}</small>
      </span>
    </div>
  )
}

interface Props {
  readonly board: WarningBoard
  readonly notice: Label | null
  readonly lost: boolean
  readonly dismissing: boolean
  readonly onDismiss: () => void
  readonly onReason: (warningId: string, reason: string) => void
  readonly onCancel: () => void
}

/** The top edge: at most one warning, always in the same place and of the same height, so that nothing below it moves. */
export function WarningStrip({ board, notice, lost, dismissing, onDismiss, onReason, onCancel }: Props) {
  const t = useText()
  const { current, open, repaired } = board
  const leaving = useFarewell(board)
  return (
    <div className={styles['place']}>
      <div role="alert">
        {current !== null && (
          <Standing
            warning={current}
            more={open - 1}
            end={
              dismissing ? (
                <DismissReasons onReason={(reason) => onReason(current.id, reason)} onCancel={onCancel} />
              ) : (
                <KeyHint of="X" onPress={onDismiss}>{t(warningWords.dismiss)}</KeyHint>
              )
            }
          />
        )}
      </div>
      <div role="status">
        {current === null && leaving !== null && (
          <div className={styles['strip']} data-state="repaired">
            <span className={styles['shape']} data-severity="repaired" aria-hidden>✓</span>
            <strong className={styles['fix']}>{t(warningWords.repaired)}</strong>
            <del>{leaving.match}</del>
          </div>
        )}
        {current === null && leaving === null && (
          <div className={styles['quiet']} data-lost={lost}>
            {lost ? t(callWords.lostHelp) : notice ? t(notice) : t(repaired > 0 && open === 0 ? warningWords.repairedTotal(repaired) : warningWords.quiet)}
          </div>
        )}
      </div>
    </div>
  )
}
