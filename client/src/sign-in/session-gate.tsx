import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useLocation } from 'react-router'
import { useSession } from '../connection/session.ts'
import { sessionDoubts } from '../connection/session-doubt.ts'
import { wire } from '../connection/socket.ts'
import { appWords } from '../i18n/app-words.ts'
import { signInWords } from '../i18n/sign-in-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { DemoSignIn } from './demo-sign-in.tsx'
import { PasswordSignIn } from './password-sign-in.tsx'
import { WelcomePage } from './welcome-page.tsx'

/** Shows the pages to those who are signed in, and the way in to everybody else. The address stays, so one arrives where one wanted to go. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const { pathname } = useLocation()
  const { data: session, error, refetch } = useSession()
  const personId = session?.person?.id ?? null
  useEffect(() => sessionDoubts.subscribe(() => void refetch()), [refetch])
  useEffect(() => {
    if (personId === null) return
    wire.connect()
    return () => void wire.disconnect()
  }, [personId])
  if (session && pathname === '/welcome') return <WelcomePage />
  if (session?.person) return children
  if (session) return session.mode === 'demo' ? <DemoSignIn people={session.demo} /> : <PasswordSignIn openid={session.openid} />
  if (error) return <EmptyState title={t(signInWords.broken)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />
  return <LoadingState label={t(appWords.loading)} />
}
