import { useEffect } from 'react'
import { Navigate, useNavigate } from 'react-router'
import type { CallSummary } from '../../../server/protocol.ts'
import { useHasRole, usePerson } from '../connection/session.ts'
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
  const person = usePerson()
  const takesCalls = useHasRole('agent', 'supervisor', 'trainer', 'qa-lead')
  useEffect(() => {
    const assigned = ({ id, agentId }: CallSummary) => {
      if (openCalls && agentId === person?.id) void navigate(`/calls/${encodeURIComponent(id)}`)
    }
    wire.on('call:assigned', assigned)
    return () => void wire.off('call:assigned', assigned)
  }, [openCalls, person?.id, navigate])
  // Who takes no calls begins where the work is.
  if (!takesCalls) return <Navigate to="/admin" replace />
  return (
    <>
      <TopBar>
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
