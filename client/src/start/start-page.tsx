import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import type { CallSummary, SessionView } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { wire } from '../connection/socket.ts'
import { startWords } from '../i18n/start-words.ts'
import { useText } from '../i18n/use-text.ts'
import { usePreferences } from '../state/preferences.ts'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import { LiveCalls } from './live-calls.tsx'
import { SampleCalls } from './sample-calls.tsx'
import styles from './start.module.css'

/** Where an agent waits for calls and a newcomer sees the product work. */
export function StartPage() {
  const t = useText()
  const navigate = useNavigate()
  const { openCalls } = usePreferences()
  const { data: session } = useQuery({ queryKey: ['session'], queryFn: () => getJson<SessionView>('/api/session') })
  useEffect(() => {
    const assigned = ({ id, agent }: CallSummary) => {
      if (openCalls && agent === session?.agent) void navigate(`/calls/${encodeURIComponent(id)}`)
    }
    wire.on('call:assigned', assigned)
    return () => void wire.off('call:assigned', assigned)
  }, [openCalls, session?.agent, navigate])
  return (
    <>
      <TopBar end={session && <span className={styles['soft']}>{t(startWords.signedIn(session.agent))}</span>}>
        <Pages />
      </TopBar>
      <main className={styles['page']}>
        <header>
          <h1>{t(startWords.name)}</h1>
          <p>{t(startWords.oneLine)}</p>
        </header>
        <LiveCalls />
        <SampleCalls />
      </main>
    </>
  )
}
