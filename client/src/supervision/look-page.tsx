import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { clockAhead } from '../connection/http.ts'
import { request } from '../connection/request.ts'
import { useSend } from '../connection/use-send.ts'
import { useWatchedCall } from '../connection/watched-call.ts'
import { appWords } from '../i18n/app-words.ts'
import { errorWords } from '../i18n/error-words.ts'
import { useText } from '../i18n/use-text.ts'
import { wallWords } from '../i18n/wall-words.ts'
import { clock, useNow } from '../state/now.ts'
import { KeyHint } from '../ui/key-cap.tsx'
import { plainKey, useKeys } from '../ui/keys.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { TopBar } from '../ui/top-bar.tsx'
import styles from './look-page.module.css'
import { LookStage } from './look-stage.tsx'
import { WhisperBox } from './whisper-box.tsx'

function Look({ callId }: { readonly callId: string }) {
  const t = useText()
  const navigate = useNavigate()
  const { call, failure, handedTo, refresh } = useWatchedCall(callId)
  const send = useSend(refresh)
  const now = useNow(1000) - clockAhead()
  const [joined, setJoined] = useState(false)
  const [asking, setAsking] = useState(false)
  const [whispering, setWhispering] = useState(false)
  const going = call !== null && (call.status === 'live' || call.status === 'held')
  // Whoever looks in to act presses the key at once: it counts while the call is on its way.
  const acts = going || (call === null && failure === null && handedTo === null)
  const back = () => void navigate('/wall')
  const takeOver = async () => {
    if (await send(request('call:take-over', { callId }))) void navigate(`/calls/${encodeURIComponent(callId)}`)
  }
  useKeys((press) => {
    const key = plainKey(press)
    if (key === 'Escape') back()
    else if (key === 'w' && acts) setWhispering(true)
    else if (key === 'j' && acts) setJoined(!joined)
    else if (key === 't' && acts) setAsking(true)
    else return false
    return true
  }, { active: !(asking && going) })
  if (call === null) {
    return (
      <>
        <TopBar />
        <main className={styles['aside']}>
          {failure === null ? <LoadingState label={t(appWords.loading)} lines={5} /> : <EmptyState title={t(errorWords[failure.code])} actions={<><Button onClick={refresh}>{t(appWords.retry)}</Button><Button onClick={back}>{t(wallWords.back)}</Button></>} />}
        </main>
      </>
    )
  }
  if (!going) return <><TopBar /><main className={styles['aside']}><EmptyState title={t(wallWords.over)} actions={<Button onClick={back}>{t(wallWords.back)}</Button>} /></main></>
  const { seq } = call.guidance
  return (
    <div className={styles['look']} data-joined={joined}>
      <TopBar
        end={
          <>
            <KeyHint of="J" onPress={() => setJoined(!joined)}>{t(joined ? wallWords.leave : wallWords.join)}</KeyHint>
            <KeyHint of="T" onPress={() => setAsking(true)}>{t(wallWords.takeOver)}</KeyHint>
            <KeyHint of="Esc" shortcut="Escape" onPress={back}>{t(wallWords.back)}</KeyHint>
          </>
        }
      >
        <strong className={styles['who']}>{t(wallWords.looking(call.agent))}</strong>
        <span className={styles['clock']} role="timer">{clock((call.endedAt ?? now) - call.startedAt)}</span>
        <span className={styles['mode']}>{t(joined ? wallWords.joined : wallWords.readOnly)}</span>
      </TopBar>
      <LookStage call={call} onTick={joined ? (point, said) => void send(request('point:tick', { callId, seq, point, said })) : null} />
      <WhisperBox call={call} open={whispering} onOpen={() => setWhispering(true)} onClose={() => setWhispering(false)} onSend={async (text) => (await send(request('whisper:send', { callId, text }))) !== null} />
      <Modal open={asking} title={t(wallWords.takeOverAsk(call.agent))} okText={t(wallWords.takeOverYes)} cancelText={t(wallWords.stay)} okButtonProps={{ autoFocus: true }} onOk={() => void takeOver()} onCancel={() => setAsking(false)}>
        {t(wallWords.takeOverHelp)}
      </Modal>
    </div>
  )
}

/** An agent's page, looked at by the supervisor: silently, with a whisper, joined, or taken over. */
export function LookPage() {
  const { callId = '' } = useParams()
  return <Look key={callId} callId={callId} />
}
