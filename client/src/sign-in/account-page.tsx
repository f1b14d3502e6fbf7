import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { OwnSession, SessionView } from '../../../server/protocol.ts'
import { getJson, send } from '../connection/http.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { useSession, useSessionChanged } from '../connection/session.ts'
import { roleWords } from '../i18n/role-words.ts'
import { signInWords } from '../i18n/sign-in-words.ts'
import { useText } from '../i18n/use-text.ts'
import { usePreferences } from '../state/preferences.ts'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import { browserName } from './browser-name.ts'
import styles from './sign-in.module.css'

function PasswordForm() {
  const t = useText()
  const { message } = App.useApp()
  const textOf = useFailureText()
  const changed = useSessionChanged()
  const [form] = Form.useForm<{ current: string; password: string }>()
  const [busy, setBusy] = useState(false)
  const change = async (given: { readonly current: string; readonly password: string }) => {
    setBusy(true)
    try {
      changed(await send<SessionView>('PUT', '/api/account/password', given))
      form.resetFields()
      void message.success(t(signInWords.changed))
    } catch (failure) {
      const better = { 'forbidden current': signInWords.currentWrong, 'invalid payload password': signInWords.tooWeak, 'too many requests': signInWords.tooOften }
      void message.error(textOf(failure, better))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className={styles['card']}>
      <h2>{t(signInWords.changePassword)}</h2>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(given: { current: string; password: string }) => void change(given)}>
        <Form.Item name="current" label={t(signInWords.currentPassword)} rules={[{ required: true, message: '' }]}>
          <Input.Password autoComplete="current-password" maxLength={1024} />
        </Form.Item>
        <Form.Item name="password" label={t(signInWords.newPassword)} extra={t(signInWords.rule)} rules={[{ required: true, message: '' }]}>
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>{t(signInWords.changePassword)}</Button>
      </Form>
    </section>
  )
}

function SessionList() {
  const t = useText()
  const { language } = usePreferences()
  const queries = useQueryClient()
  const { data: sessions = [] } = useQuery({ queryKey: ['own-sessions'], queryFn: () => getJson<readonly OwnSession[]>('/api/account/sessions') })
  const end = async (path: string) => {
    await send('DELETE', path)
    await queries.invalidateQueries({ queryKey: ['own-sessions'] })
  }
  return (
    <section className={styles['card']}>
      <h2>{t(signInWords.whereSignedIn)}</h2>
      <ul className={styles['sessions']}>
        {sessions.map(({ id, current, address, browser, seenAt }) => (
          <li key={id}>
            <span>
              <b>{address}</b> {t(signInWords.lastUsed(new Date(seenAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')))}
              <small title={browser}>{browserName(browser)}</small>
            </span>
            {current ? <i>{t(signInWords.thisBrowser)}</i> : <Button size="small" onClick={() => void end(`/api/account/sessions/${id}`)}>{t(signInWords.signOut)}</Button>}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && <Button onClick={() => void end('/api/account/sessions')}>{t(signInWords.endOthers)}</Button>}
    </section>
  )
}

/** One's own name, password and sessions. */
export function AccountPage() {
  const t = useText()
  const { data: session } = useSession()
  if (!session?.person) return null
  const { name, login, number, roles } = session.person
  return (
    <>
      <TopBar><Pages /></TopBar>
      <main className={styles['page']}>
        <p className={styles['name']}>{t(signInWords.account)}</p>
        <section className={styles['card']}>
          <h1>{name}</h1>
          <p>{[login, number && t(signInWords.number(number)), ...roles.map((role) => t(roleWords[role]))].filter(Boolean).join(' · ')}</p>
        </section>
        {session.mode === 'accounts' && <PasswordForm />}
        <SessionList />
      </main>
    </>
  )
}
