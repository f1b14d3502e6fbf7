import { Alert, Button, Divider, Form, Input } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { SessionView } from '../../../server/protocol.ts'
import { post } from '../connection/http.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { useSessionChanged } from '../connection/session.ts'
import { signInWords } from '../i18n/sign-in-words.ts'
import { useText } from '../i18n/use-text.ts'
import { SignInFrame } from './sign-in-frame.tsx'
import styles from './sign-in.module.css'

/** Login and password, and single sign-on where there is one. */
export function PasswordSignIn({ openid }: { readonly openid: string | null }) {
  const t = useText()
  const textOf = useFailureText()
  const changed = useSessionChanged()
  const [query] = useSearchParams()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState(query.has('openid') ? t(signInWords.openidFailed) : null)
  const enter = async ({ login, password }: { readonly login: string; readonly password: string }) => {
    setBusy(true)
    try {
      changed(await post<SessionView>('/api/session/password', { login, password }))
    } catch (failure) {
      setRefusal(textOf(failure, { unauthorised: signInWords.wrong, 'too many requests': signInWords.tooOften }))
      setBusy(false)
    }
  }
  return (
    <SignInFrame title={t(signInWords.enter)}>
      {refusal !== null && <Alert type="error" showIcon title={refusal} className={styles['refusal'] ?? ''} />}
      {openid !== null && (
        <>
          <Button block size="large" type="primary" href="/api/session/openid">{t(signInWords.openidWith(openid))}</Button>
          <Divider plain>{t(signInWords.or)}</Divider>
        </>
      )}
      <Form layout="vertical" size="large" requiredMark={false} onFinish={(given: { login: string; password: string }) => void enter(given)}>
        <Form.Item name="login" label={t(signInWords.login)} rules={[{ required: true, message: '' }]}>
          <Input autoFocus autoComplete="username" spellCheck={false} maxLength={64} />
        </Form.Item>
        <Form.Item name="password" label={t(signInWords.password)} rules={[{ required: true, message: '' }]}>
          <Input.Password autoComplete="current-password" maxLength={1024} />
        </Form.Item>
        <Button block htmlType="submit" type={openid === null ? 'primary' : 'default'} loading={busy}>{t(signInWords.enter)}</Button>
      </Form>
      <p className={styles['help']}>{t(signInWords.forgotten)}</p>
    </SignInFrame>
  )
}
