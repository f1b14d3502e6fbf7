import { Button } from 'antd'
import type { DebriefTurnView } from '../../../server/protocol.ts'
import { drillWords } from '../i18n/drill-words.ts'
import { useText } from '../i18n/use-text.ts'
import { warningWords } from '../i18n/warning-words.ts'
import { clock } from '../state/now.ts'
import styles from './debrief-turn-card.module.css'

interface Props {
  /** For links from the graph. */
  readonly anchor: string
  readonly turn: DebriefTurnView
  readonly busy: boolean
  readonly onAgain: () => void
}

/** One thing the trainee said, beside what the script has. */
export function DebriefTurnCard({ turn: { atMs, caller, said, expected, place, points, warnings, better }, anchor, busy, onAgain }: Props) {
  const t = useText()
  return (
    <li id={anchor} className={styles['turn']} data-good={better === null}>
      <header>
        <span>{clock(atMs)}</span>
        {place.title && <span>{t(place.title)}</span>}
        {better === null && <b>✓ {t(drillWords.good)}</b>}
        <Button size="small" disabled={busy} onClick={onAgain}>{t(drillWords.again)}</Button>
      </header>
      {caller !== '' && <p className={styles['caller']} lang="zh-CN"><small>{t(drillWords.caller)}</small>{caller}</p>}
      <p lang="zh-CN"><small>{t(drillWords.said)}</small>{said}</p>
      {better === null ? expected !== said && <p className={styles['expected']} lang="zh-CN"><small>{t(drillWords.expected)}</small>{expected}</p> : <p className={styles['better']} lang="zh-CN"><small>{t(drillWords.better)}</small>{better}</p>}
      {warnings.map((warning) => (
        <p key={warning.id} className={styles['warning']} data-severity={warning.severity}>
          <small>{t(warningWords.severity[warning.severity])}</small>
          <span><del lang="zh-CN">{warning.match}</del> {warning.why}{warning.state === 'repaired' && `（${t(drillWords.repaired)}）`}</span>
        </p>
      ))}
      <ul>
        {points.map(({ label, said: wasSaid, heard }) => (
          <li key={label.zh} data-said={wasSaid}>
            {wasSaid ? `✓ ${t(label)}` : t(drillWords.missedPoint(label))} {heard !== null && <q lang="zh-CN">{heard}</q>}
          </li>
        ))}
      </ul>
    </li>
  )
}
