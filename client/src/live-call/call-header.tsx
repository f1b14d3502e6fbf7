import type { CallView } from '../../../server/protocol.ts'
import { clockAhead } from '../connection/http.ts'
import { connection } from '../connection/socket.ts'
import { useObservers } from '../connection/use-observers.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import { wallWords } from '../i18n/wall-words.ts'
import { clock, useNow } from '../state/now.ts'
import { useStore } from '../state/store.ts'
import { KeyHint } from '../ui/key-cap.tsx'
import { StatusShape } from '../ui/status-shape.tsx'
import { TopBar } from '../ui/top-bar.tsx'
import styles from './call-header.module.css'
import { CustomerLink, MicrophoneHint } from './desk-tools.tsx'
import type { Desk } from './use-desk.ts'

const silentAfterMs = 8000

function Status({ call, now }: { readonly call: CallView; readonly now: number }) {
  const t = useText()
  const { state, lastHeardAt } = useStore(connection)
  if (state !== 'connected') {
    const seconds = lastHeardAt === null ? null : Math.max(0, Math.round((now + clockAhead() - lastHeardAt) / 1000))
    return (
      <span className={styles['status']} data-state="lost" role="status">
        <i aria-hidden>↻</i>
        {t(callWords.lost(seconds))}
      </span>
    )
  }
  const shown = call.endedAt !== null ? 'ended' : call.status
  const text = shown === 'ended' ? callWords.hungUp : shown === 'held' ? callWords.held : callWords.live
  return (
    <span className={styles['status']} data-state={shown} role="status">
      <StatusShape of={shown} />
      {t(text)}
      {call.heldSince !== null && <span className={styles['held']}>{clock(now - call.heldSince)}</span>}
    </span>
  )
}

function Hearing({ call, now }: { readonly call: CallView; readonly now: number }) {
  const t = useText()
  const newest = call.utterances.at(-1)
  if (useStore(connection).state !== 'connected') return null
  if (call.lastHeardAt === null || newest === undefined) return <span className={styles['soft']}>{t(callWords.notHeardYet)}</span>
  const silentMs = now - call.lastHeardAt
  if (silentMs > silentAfterMs) return <span className={styles['soft']}>{t(callWords.silent(Math.round(silentMs / 1000)))}</span>
  const lagMs = Math.max(0, call.lastHeardAt - (call.startedAt + newest.endMs))
  return <span className={styles['soft']}>{t(callWords.lag((lagMs / 1000).toFixed(1)))}</span>
}

/** Who is on the line, for how long, whether everything is heard; hold and end. */
export function CallHeader({ call, desk }: { readonly call: CallView; readonly desk: Desk }) {
  const { run } = desk
  const t = useText()
  const now = useNow(1000) - clockAhead()
  const observers = useObservers(call.id)
  return (
    <TopBar
      busy
      end={
        <>
          <Hearing call={call} now={now} />
          <MicrophoneHint microphone={desk.microphone} run={run} />
          <KeyHint of="H" onPress={() => run({ do: 'hold' })}>{t(call.status === 'held' ? callWords.retrieve : callWords.hold)}</KeyHint>
          <KeyHint of="E" onPress={() => run({ do: 'end' })}>{t(callWords.finish)}</KeyHint>
          {observers.length > 0 && <span className={styles['soft']}>{t(wallWords.observed(observers.join('、')))}</span>}
          <span className={styles['soft']}>{t(callWords.agent(call.agent))}</span>
        </>
      }
    >
      <Status call={call} now={now} />
      <span className={styles['clock']} role="timer">{clock((call.endedAt ?? now) - call.startedAt)}</span>
      <span className={styles['who']}>{[t(callWords.caller(call.callerNumber)), call.queue].filter(Boolean).join(' · ')}</span>
      <CustomerLink customer={desk.customer} />
    </TopBar>
  )
}
