import { App, Button, Form, Input, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import type { CallerCalls, CallerErasure, CallerExport, CallOriginals } from '../../../server/protocol.ts'
import { post } from '../connection/http.ts'
import { appWords } from '../i18n/app-words.ts'
import { callWords } from '../i18n/call-words.ts'
import { privacyWords } from '../i18n/privacy-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState } from '../ui/states.tsx'
import { saveJson } from './privacy-download.ts'
import styles from './privacy-page.module.css'
import { useChange, useMoment } from './use-admin.ts'

interface Asked {
  readonly number: string
  readonly reason: string
}
const required = [{ required: true, message: '' }]

/** A caller asks to see, copy or erase what is kept: the calls of one number. */
export function PrivacyCaller({ keyPresent, reversible }: { readonly keyPresent: boolean; readonly reversible: boolean }) {
  const t = useText()
  const moment = useMoment()
  const change = useChange()
  const { message } = App.useApp()
  const [found, setFound] = useState<(CallerCalls & Asked) | null>(null)
  const [opened, setOpened] = useState<CallOriginals | null>(null)
  const find = async (asked: Asked) => {
    const answer = await change(post<CallerCalls>('/api/privacy/caller', asked))
    setFound(answer && { ...answer.done, ...asked })
  }
  const download = async ({ number, reason }: Asked) => {
    const answer = await change(post<CallerExport>('/api/privacy/caller/export', { number, reason }))
    if (answer) saveJson(`caller-${new Date(answer.done.exportedAt).toISOString().slice(0, 10)}.json`, answer.done)
  }
  const erase = async ({ number, reason }: Asked) => {
    const answer = await change(post<CallerErasure>('/api/privacy/caller/erase', { number, reason }))
    if (!answer) return
    void message.success(t(privacyWords.eraseDone(answer.done.erased, answer.done.skipped.length)))
    setFound(null)
  }
  const open = async (id: string, reason: string) => {
    const answer = await change(post<CallOriginals>(`/api/privacy/calls/${encodeURIComponent(id)}/originals`, { reason }))
    if (answer) setOpened(answer.done)
  }
  return (
    <section className={styles['card']}>
      <h2>{t(privacyWords.caller)}</h2>
      <p className={styles['help']}>{t(privacyWords.callerHelp)}</p>
      <Form layout="vertical" requiredMark={false} disabled={!keyPresent} onFinish={(asked: Asked) => void find(asked)}>
        <Form.Item name="number" label={t(privacyWords.number)} rules={required}>
          <Input maxLength={40} autoComplete="off" inputMode="tel" />
        </Form.Item>
        <Form.Item name="reason" label={t(privacyWords.reason)} rules={[{ ...required[0], min: 2 }]}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Button htmlType="submit">{t(privacyWords.find)}</Button>
      </Form>
      {found?.calls.length === 0 && <EmptyState title={t(privacyWords.nothingFound)} />}
      {found !== null && found.calls.length > 0 && (
        <>
          <div className={styles['acts']}>
            <strong>{t(privacyWords.found(found.calls.length))}</strong>
            <Button onClick={() => void download(found)}>{t(privacyWords.export)}</Button>
            <Popconfirm title={t(privacyWords.eraseAsk(found.calls.length))} okText={t(privacyWords.erase)} cancelText={t(appWords.cancel)} onConfirm={() => erase(found)}>
              <Button danger>{t(privacyWords.erase)}</Button>
            </Popconfirm>
          </div>
          <ol className={styles['calls']}>
            {found.calls.map(({ id, startedAt, agent }) => (
              <li key={id}>
                <span>{moment(startedAt)}</span>
                <span>{agent}</span>
                <code>{id}</code>
                {reversible && <Button size="small" onClick={() => void open(id, found.reason)}>{t(privacyWords.originals)}</Button>}
              </li>
            ))}
          </ol>
        </>
      )}
      <Modal open={opened !== null} footer={null} title={t(privacyWords.originals)} onCancel={() => setOpened(null)}>
        {opened?.utterances.length === 0 && <EmptyState title={t(privacyWords.notYet)} />}
        <ol className={styles['words']}>
          {opened?.utterances.map(({ id, speaker, text }) => <li key={id}><b>{t(speaker === 'agent' ? privacyWords.agent : callWords.speakerCaller)}</b>{text}</li>)}
        </ol>
      </Modal>
    </section>
  )
}
