import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { SampleCall } from '../../../server/protocol.ts'
import { getJson, post } from '../connection/http.ts'
import { appWords } from '../i18n/app-words.ts'
import { errorWords } from '../i18n/error-words.ts'
import { startWords } from '../i18n/start-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { useKeys } from '../ui/keys.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { sampleKey, samplePlace } from './sample-keys.ts'
import styles from './start.module.css'

/** Recorded calls that play through the real ingest; a letter each, with Shift from the 27th on. */
export function SampleCalls() {
  const t = useText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [starting, setStarting] = useState<string | null>(null)
  const { data: samples, error, refetch } = useQuery({ queryKey: ['samples'], queryFn: () => getJson<readonly SampleCall[]>('/api/samples') })
  const play = async ({ id }: SampleCall) => {
    if (starting !== null) return
    setStarting(id)
    try {
      const { callId } = await post<{ readonly callId: string }>(`/api/samples/${encodeURIComponent(id)}/play`)
      void navigate(`/calls/${encodeURIComponent(callId)}`)
    } catch (failure) {
      void message.error(failure instanceof Error ? failure.message : t(errorWords.unavailable))
      setStarting(null)
    }
  }
  useKeys((press) => {
    const chosen = samples?.[samplePlace(press) ?? -1]
    if (chosen) void play(chosen)
    return chosen !== undefined
  })
  return (
    <section className={styles['block']}>
      <div className={styles['head']}>
        <h2>{t(startWords.samples)}</h2>
        <small>{t(startWords.samplesHelp)}</small>
      </div>
      {error && <EmptyState title={error.message} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />}
      {!error && !samples && <LoadingState label={t(appWords.loading)} lines={4} />}
      {samples?.length === 0 && <EmptyState title={t(startWords.noSamples)}>{t(startWords.noSamplesHelp)}</EmptyState>}
      <ol className={styles['samples']}>
        {samples?.map((sample, at) => (
          <li key={sample.id}>
            <button type="button" onClick={() => void play(sample)} aria-label={t(startWords.play(t(sample.title)))} data-starting={starting === sample.id}>
              <KeyCap of={sampleKey(at) ?? '▶'} />
              <span>
                <b>{t(sample.title)}</b>
                <small>{starting === sample.id ? t(startWords.starting) : t(sample.description)}</small>
              </span>
              <i>{clock(sample.durationMs)}</i>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
