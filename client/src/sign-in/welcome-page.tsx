import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { LinkView, SessionView } from '../../../server/protocol.ts'
import { post } from '../connection/http.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { useSessionChanged } from '../connection/session.ts'
import { appWords } from '../i18n/app-words.ts'
import { signInWords } from '../i18n/sign-in-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { SignInFrame } from './sign-in-frame.tsx'
import styles from './sign-in.module.css'

interface Given {
  readonly login?: string
  readonly name?: string
  readonly password: string
}
const failureWords = {
  'invalid payload password': signInWords.tooWeak,
  'invalid payload login': signInWords.loginRule,
  'conflict login': signInWords.loginTaken,
  'not found': signInWords.linkOver,
}

/** Where a one-time link leads: the first administrator is made, or a person chooses the password. */
export function WelcomePage() {
  const t = useText()
  const textOf = useFailureText()
  const navigate = useNavigate()
  const changed = useSessionChanged()
  // Kept from the first look at the address: it is not shown any longer than needed.
  const { hash } = useLocation()
  const [token] = useState(hash.slice(1))
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { data: link, error } = useQuery({ queryKey: ['link', token], queryFn: () => post<LinkView>('/api/session/link/look', { token }), retry: false })
  const choose = async (given: Given) => {
    setBusy(true)
    try {
      const session = await post<SessionView>('/api/session/link', { token, ...given })
      void navigate('/', { replace: true })
      changed(session)
    } catch (failure) {
      setRefusal(textOf(failure, failureWords))
      setBusy(false)
    }
  }
  if (error) {
    return (
      <SignInFrame title={t(signInWords.linkOver)}>
        <EmptyState title={t(signInWords.linkOverHelp)} actions={<Button onClick={() => void navigate('/', { replace: true })}>{t(signInWords.toSignIn)}</Button>} />
      </SignInFrame>
    )
  }
  if (!link) return <LoadingState label={t(appWords.loading)} />
  const first = link.kind === 'administrator'
  return (
    <SignInFrame title={t(first ? signInWords.firstAdministrator : signInWords.choose(link.name))} {...(first && { help: t(signInWords.firstHelp) })}>
      {refusal !== null && <Alert type="error" showIcon title={refusal} className={styles['refusal'] ?? ''} />}
      <Form layout="vertical" size="large" requiredMark={false} onFinish={(given: Given) => void choose(given)}>
        {first ? (
          <>
            <Form.Item name="name" label={t(signInWords.yourName)} rules={[{ required: true, message: '' }]}>
              <Input autoFocus autoComplete="name" maxLength={40} />
            </Form.Item>
            <Form.Item name="login" label={t(signInWords.login)} rules={[{ required: true, message: '' }]}>
              <Input autoComplete="username" spellCheck={false} maxLength={64} />
            </Form.Item>
          </>
        ) : (
          <p className={styles['fixed']}>{t(signInWords.login)} <b>{link.login}</b></p>
        )}
        <Form.Item name="password" label={t(signInWords.newPassword)} extra={t(signInWords.rule)} rules={[{ required: true, message: '' }]}>
          <Input.Password autoFocus={!first} autoComplete="new-password" maxLength={128} />
        </Form.Item>
        <Button block type="primary" htmlType="submit" loading={busy}>{t(signInWords.save)}</Button>
      </Form>
    </SignInFrame>
  )
}
