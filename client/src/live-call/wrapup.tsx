import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useNavigate } from 'react-router'
import type { CallView } from '../../../server/protocol.ts'
import { request, RequestFailed } from '../connection/request.ts'
import { useSend } from '../connection/use-send.ts'
import { appWords } from '../i18n/app-words.ts'
import { errorWords } from '../i18n/error-words.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import { wrapupWords } from '../i18n/wrapup-words.ts'
import { clock } from '../state/now.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { TopBar } from '../ui/top-bar.tsx'
import { WrapupForm } from './wrapup-form.tsx'
import { WrapupRecord } from './wrapup-record.tsx'
import styles from './wrapup.module.css'

/** After the call: what happened, written by itself, and the two things only the agent knows. */
export function Wrapup({ call }: { readonly call: CallView }) {
  const t = useText()
  const navigate = useNavigate()
  const send = useSend()
  const { message } = App.useApp()
  const { data: draft, error } = useQuery({ queryKey: ['wrapup', call.id], queryFn: () => request('call:end', { callId: call.id }), staleTime: Infinity, retry: 2 })
  const submit = (disposition: string, notes: string) =>
    send(request('wrapup:submit', { callId: call.id, disposition, notes })).then((done) => {
      if (done === null) return
      void message.success(t(wrapupWords.submitted))
      void navigate('/')
    })
  return (
    <div className={styles['page']}>
      <TopBar>
        <b>{t(wrapupWords.title)}</b>
        <span>{[t(callWords.caller(call.callerNumber)), call.queue].filter(Boolean).join(' · ')}</span>
        <span>{t(wrapupWords.duration(clock((call.endedAt ?? call.startedAt) - call.startedAt)))}</span>
      </TopBar>
      {error && <EmptyState title={t(errorWords[error instanceof RequestFailed ? error.code : 'internal'])} />}
      {!error && !draft && <LoadingState label={t(appWords.loading)} lines={6} />}
      {draft && (
        <main className={styles['columns']}>
          <WrapupRecord draft={draft} />
          <WrapupForm draft={draft} onSubmit={submit} />
        </main>
      )}
    </div>
  )
}
