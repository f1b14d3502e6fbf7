import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { App, Button, Input, Select, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { CallSource, SampleCall, StoredCall, StoredCalls } from '../../../server/protocol.ts'
import { getJson, post } from '../connection/http.ts'
import { useHasRole } from '../connection/session.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { appWords } from '../i18n/app-words.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { newestQuery } from '../state/newest-query.ts'
import { clock } from '../state/now.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { useDate } from './replay-header.tsx'
import styles from './replay-list-page.module.css'
import { TrainingFrame } from './training-frame.tsx'

const texts = replayWords.columns
const origins: readonly CallSource[] = ['live', 'sample', 'import', 'drill']
const dayMs = 86_400_000
/** The beginning of a day written `2026-06-01`, ms since the epoch, where the reader is. */
const dayStart = (day: string): number => new Date(`${day}T00:00:00`).getTime()

function addressOf(query: URLSearchParams): string {
  const asked = new URLSearchParams(query)
  const [from, until] = [query.get('from'), query.get('until')]
  if (from) asked.set('from', String(dayStart(from)))
  if (until) asked.set('until', String(dayStart(until) + dayMs))
  return `/api/training/calls?${asked.toString()}`
}

function SampleChoice() {
  const t = useText()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { data: samples = [] } = useQuery({ queryKey: ['samples'], queryFn: () => getJson<readonly SampleCall[]>('/api/samples') })
  const [opening, setOpening] = useState(false)
  const open = async (id: string) => {
    setOpening(true)
    try {
      const { callId } = await post<{ readonly callId: string }>(`/api/training/samples/${encodeURIComponent(id)}/replay`)
      void navigate(`/training/replay/${encodeURIComponent(callId)}`)
    } catch (failure) {
      void message.error(failureText(failure))
      setOpening(false)
    }
  }
  return <Select loading={opening} disabled={opening} showSearch={{ optionFilterProp: 'label' }} value={null} placeholder={t(opening ? replayWords.opening : replayWords.sample)} aria-label={t(replayWords.sample)} onChange={(id: string | null) => id !== null && void open(id)} options={samples.map(({ id, title }) => ({ value: id, label: t(title) }))} />
}

/** The stored calls that one may replay, and what narrows them. Filters stand in the address. */
export function ReplayListPage() {
  const t = useText()
  const failureText = useFailureText()
  const date = useDate()
  const navigate = useNavigate()
  const makes = useHasRole('trainer', 'qa-lead')
  const [query, setQuery] = useSearchParams()
  const { data, error, refetch } = useQuery({ queryKey: ['stored-calls', query.toString()], queryFn: () => getJson<StoredCalls>(addressOf(query)), placeholderData: keepPreviousData })
  const set = (name: string, value: string | null | undefined) => {
    const next = newestQuery()
    next.delete('page')
    if (value) next.set(name, value)
    else next.delete(name)
    setQuery(next, { replace: true })
  }
  const open = ({ id }: StoredCall) => void navigate(`/training/replay/${encodeURIComponent(id)}`)
  const choice = (name: 'agent' | 'team' | 'scenario' | 'outcome' | 'origin', options: readonly { readonly value: string; readonly label: string }[]) => (
    <Select allowClear showSearch={{ optionFilterProp: 'label' }} value={query.get(name)} placeholder={t(texts[name])} aria-label={t(texts[name])} onChange={(value: string | null) => set(name, value)} options={[...options]} />
  )
  const choices = data?.choices
  const columns: TableColumnsType<StoredCall> = [
    { title: t(texts.time), width: 190, render: (_, call) => <a href={`/training/replay/${encodeURIComponent(call.id)}`} onClick={(event) => { event.preventDefault(); open(call) }}>{date(call.startedAt)}</a> },
    { title: t(texts.duration), width: 90, render: (_, { startedAt, endedAt }) => endedAt !== null && clock(endedAt - startedAt) },
    { title: t(texts.agent), dataIndex: 'agent', width: 120 },
    { title: t(texts.caller), dataIndex: 'callerNumber', width: 140 },
    { title: t(texts.scenario), render: (_, { scenario }) => scenario && t(scenario) },
    { title: t(texts.outcome), width: 170, render: (_, { outcome }) => outcome && t(outcome) },
    { title: t(texts.origin), width: 110, render: (_, { origin }) => t(replayWords.origins[origin]) },
  ]
  return (
    <TrainingFrame title={t(replayWords.title)} note={data && t(replayWords.intro(data.total))}>
      <div className={styles['filters']}>
        {choice('origin', origins.map((value) => ({ value, label: t(replayWords.origins[value]) })))}
        {choice('agent', (choices?.agents ?? []).map((value) => ({ value, label: value })))}
        {choice('team', (choices?.teams ?? []).map(({ id, name }) => ({ value: id, label: name })))}
        {choice('scenario', (choices?.scenarios ?? []).map(({ id, title }) => ({ value: id, label: t(title) })))}
        {choice('outcome', (choices?.outcomes ?? []).map(({ id, title }) => ({ value: id, label: t(title) })))}
        <Input type="date" value={query.get('from') ?? ''} prefix={t(texts.from)} aria-label={t(texts.from)} onChange={({ target }) => set('from', target.value)} />
        <Input type="date" value={query.get('until') ?? ''} prefix={t(texts.until)} aria-label={t(texts.until)} onChange={({ target }) => set('until', target.value)} />
        {makes && <SampleChoice />}
      </div>
      {error && <EmptyState title={failureText(error)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />}
      {!data && !error && <LoadingState label={t(appWords.loading)} lines={6} />}
      {data?.total === 0 && <EmptyState title={t(replayWords.none)}>{t(replayWords.noneHelp)}</EmptyState>}
      {data && data.total > 0 && (
        <Table<StoredCall>
          rowKey="id"
          size="middle"
          columns={columns}
          dataSource={[...data.calls]}
          onRow={(call) => ({ onClick: () => open(call), className: styles['row'] ?? '' })}
          pagination={{ current: Number(query.get('page') ?? 0) + 1, total: data.total, pageSize: data.pageSize, showSizeChanger: false, hideOnSinglePage: true, onChange: (page) => setQuery(newestQuery({ page: String(page - 1) })) }}
        />
      )}
    </TrainingFrame>
  )
}
