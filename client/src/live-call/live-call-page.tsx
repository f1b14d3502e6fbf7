import { Button } from 'antd'
import { useEffect } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useWatchedCall } from '../connection/watched-call.ts'
import { appWords } from '../i18n/app-words.ts'
import { callWords } from '../i18n/call-words.ts'
import { errorWords } from '../i18n/error-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { TopBar } from '../ui/top-bar.tsx'
import { CallDesk } from './call-desk.tsx'
import { Wrapup } from './wrapup.tsx'

function Call({ callId }: { readonly callId: string }) {
  const t = useText()
  const navigate = useNavigate()
  const { call, failure, handedTo, refresh } = useWatchedCall(callId)
  const number = call?.callerNumber
  useEffect(() => {
    document.title = number === undefined ? 'Sunline' : `${number} · Sunline`
    return () => {
      document.title = 'Sunline'
    }
  }, [number])
  const toStart = <Button onClick={() => void navigate('/')}>{t(callWords.toStart)}</Button>
  if (call?.status === 'closed') return <Aside><EmptyState title={t(callWords.closed)} actions={toStart} /></Aside>
  if (call?.status === 'wrap-up') return <Wrapup call={call} />
  if (call !== null) return <CallDesk call={call} refresh={refresh} />
  if (handedTo !== null) return <Aside><EmptyState title={t(callWords.handed(handedTo))} actions={toStart}>{t(callWords.handedHelp)}</EmptyState></Aside>
  if (failure?.code === 'not found') return <Aside><EmptyState title={t(callWords.noCall)} actions={toStart}>{t(callWords.noCallHelp)}</EmptyState></Aside>
  if (failure !== null) return <Aside><EmptyState title={t(errorWords[failure.code])} actions={<><Button onClick={refresh}>{t(appWords.retry)}</Button>{toStart}</>} /></Aside>
  return <Aside><LoadingState label={t(appWords.loading)} lines={5} /></Aside>
}

const Aside = ({ children }: { readonly children: React.ReactNode }) => (
  <>
    <TopBar />
    <main style={{ maxWidth: 720, margin: '12vh auto 0', padding: '0 24px' }}>{children}</main>
  </>
)

/** The page of one call: guidance while it lasts, wrap-up afterwards. */
export function LiveCallPage() {
  const { callId = '' } = useParams()
  return <Call key={callId} callId={callId} />
}
