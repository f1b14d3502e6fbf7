import { useQuery } from '@tanstack/react-query'
import { Switch } from 'antd'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { clockAhead } from '../connection/http.ts'
import { request } from '../connection/request.ts'
import { wire } from '../connection/socket.ts'
import { appWords } from '../i18n/app-words.ts'
import { startWords } from '../i18n/start-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock, useNow } from '../state/now.ts'
import { prefer, usePreferences } from '../state/preferences.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { plainKey, useKeys } from '../ui/keys.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { StatusShape } from '../ui/status-shape.tsx'
import styles from './start.module.css'

const refreshMs = 4000

/** The calls going on, newest first, the first nine a digit each. */
export function LiveCalls() {
  const t = useText()
  const navigate = useNavigate()
  const { openCalls } = usePreferences()
  const now = useNow(1000) - clockAhead()
  const { data, isError, refetch } = useQuery({ queryKey: ['calls'], queryFn: () => request('calls:list'), refetchInterval: refreshMs, retry: false })
  useEffect(() => {
    const again = () => void refetch()
    wire.on('connect', again)
    wire.on('call:assigned', again)
    return () => {
      wire.off('connect', again)
      wire.off('call:assigned', again)
    }
  }, [refetch])
  const calls = data?.filter(({ status }) => status !== 'closed').toSorted((one, other) => other.startedAt - one.startedAt)
  const open = (id: string) => void navigate(`/calls/${encodeURIComponent(id)}`)
  useKeys((press) => {
    const chosen = calls?.[Number(plainKey(press)) - 1]
    if (chosen) open(chosen.id)
    return chosen !== undefined
  })
  return (
    <section className={styles['block']}>
      <div className={styles['head']}>
        <h2>{t(startWords.calls)}</h2>
        <label>
          <Switch size="small" checked={openCalls} onChange={(on) => prefer({ openCalls: on })} />
          {t(startWords.opensItself)}
        </label>
      </div>
      {calls === undefined && (isError ? <EmptyState title={t(startWords.callsBroken)} /> : <LoadingState label={t(appWords.loading)} lines={2} />)}
      {calls?.length === 0 && <EmptyState title={t(startWords.noCalls)}>{t(startWords.noCallsHelp)}</EmptyState>}
      <ol className={styles['calls']}>
        {calls?.map(({ id, status, callerNumber, queue, scenario, startedAt, endedAt }, at) => (
          <li key={id}>
            <button type="button" onClick={() => open(id)}>
              {at < 9 ? <KeyCap of={String(at + 1)} /> : <span />}
              <span className={styles['status']}>
                <StatusShape of={status} />
                {t(startWords.status[status])}
              </span>
              <b>{clock((endedAt ?? now) - startedAt)}</b>
              <span>{callerNumber || t(startWords.noNumber)}</span>
              <span>{queue}</span>
              <span className={styles['soft']}>{scenario ? t(scenario) : t(startWords.noScenario)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
