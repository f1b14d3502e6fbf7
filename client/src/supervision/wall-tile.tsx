import type { WallCall } from '../../../server/protocol.ts'
import { callWords } from '../i18n/call-words.ts'
import { startWords } from '../i18n/start-words.ts'
import { useText } from '../i18n/use-text.ts'
import { wallWords } from '../i18n/wall-words.ts'
import { warningWords } from '../i18n/warning-words.ts'
import { clock } from '../state/now.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { StatusShape } from '../ui/status-shape.tsx'
import { AngerCurve } from './anger-curve.tsx'
import styles from './wall-tile.module.css'

const silentAfterMs = 8000

/** One call of the team, to be understood at a glance from across the desk. `now`: the server's time. */
export function WallTile({ call, place, now, onOpen }: { readonly call: WallCall; readonly place: number; readonly now: number; readonly onOpen: () => void }) {
  const t = useText()
  const { status, agent, callerNumber, scenario, startedAt, heldSince, lastHeardAt, anger, open, warning, crisis } = call
  const silentMs = now - (lastHeardAt ?? startedAt)
  const talk = heldSince !== null ? wallWords.onHold(clock(now - heldSince)) : silentMs > silentAfterMs ? wallWords.silent(Math.round(silentMs / 1000)) : wallWords.talking
  return (
    <li className={styles['tile']} data-crisis={crisis !== null} data-severity={warning?.severity}>
      <button type="button" onClick={onOpen} aria-label={t(wallWords.open(agent))}>
        <span className={styles['head']}>
          {place < 9 && <KeyCap of={String(place + 1)} />}
          <strong>{agent}</strong>
          <span className={styles['talk']} data-quiet={heldSince !== null || silentMs > silentAfterMs}>
            <StatusShape of={status} />
            {t(talk)}
          </span>
          <b className={styles['clock']}>{clock(now - startedAt)}</b>
        </span>
        {crisis !== null && (
          <span className={styles['crisis']}>
            <i aria-hidden>!</i>
            <span>{t(wallWords.crisis)} · {t(crisis)}</span>
          </span>
        )}
        <span className={styles['scenario']}>{crisis === null && (scenario ? t(scenario) : t(startWords.noScenario))}</span>
        <AngerCurve levels={anger} />
        <span className={styles['warning']}>
          {warning === null ? (
            <span className={styles['quiet']}>{t(wallWords.noWarning)}</span>
          ) : (
            <>
              <i data-severity={warning.severity} aria-hidden>{t(warningWords.shape[warning.severity])}</i>
              <del>{warning.match}</del>
              {open > 1 && <small>{t(wallWords.more(open - 1))}</small>}
            </>
          )}
        </span>
        <small className={styles['caller']}>{t(callWords.caller(callerNumber))}</small>
      </button>
    </li>
  )
}
