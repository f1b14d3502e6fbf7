import { Button, Input, Table, type TableColumnsType } from 'antd'
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { DraftSummary } from '../../../server/protocol.ts'
import { post } from '../connection/http.ts'
import { appWords } from '../i18n/app-words.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { AuthoringFrame } from './authoring-frame.tsx'
import styles from './drafts-page.module.css'
import { useDrafts, useMoment, useStep } from './use-authoring.ts'

function NewDraft({ open, suggested }: { readonly open: (id: string) => void; readonly suggested: string }) {
  const t = useText()
  const step = useStep()
  const [title, setTitle] = useState(suggested)
  const begin = (event: FormEvent) => {
    event.preventDefault()
    void step(post<DraftSummary>('/api/authoring/drafts', { title: title.trim() }).then(({ id }) => open(id)))
  }
  return (
    <form className={styles['new']} onSubmit={begin}>
      <Input autoFocus value={title} maxLength={120} placeholder={t(authoringWords.draftTitle)} aria-label={t(authoringWords.draftTitle)} onChange={({ target }) => setTitle(target.value)} />
      <Button type="primary" htmlType="submit" disabled={title.trim() === ''}>{t(authoringWords.newDraft)}</Button>
    </form>
  )
}

/** Every draft; `?kind=&item=` is what somebody came to change, and goes along into the draft. */
export function DraftsPage() {
  const t = useText()
  const moment = useMoment()
  const navigate = useNavigate()
  const [parameters] = useSearchParams()
  const item = parameters.get('item')
  const { data: drafts, isError, refetch } = useDrafts()
  const search = item === null ? '' : `?${parameters.toString()}`
  const shown = (drafts ?? []).filter(({ status }) => item === null || status === 'open')
  const columns: TableColumnsType<DraftSummary> = [
    { title: t(authoringWords.name), render: (_, { id, title }) => <Link to={`/library/drafts/${id}${search}`}>{title}</Link> },
    { title: t(authoringWords.state), width: 140, render: (_, { status }) => <span className={styles['status']} data-status={status}>{t(authoringWords.states[status])}</span> },
    { title: t(authoringWords.author), width: 140, dataIndex: 'authorName' },
    { title: t(authoringWords.changedAt), width: 180, render: (_, { updatedAt }) => moment(updatedAt) },
  ]
  return (
    <AuthoringFrame>
      <header className={styles['head']}>
        <h1>{t(authoringWords.title)}</h1>
        <p>{item === null ? t(authoringWords.intro) : t(authoringWords.chooseDraft(item))}</p>
      </header>
      <NewDraft key={item} suggested={item === null ? '' : t(authoringWords.changeId(item))} open={(id) => void navigate(`/library/drafts/${id}${search}`)} />
      {isError && <EmptyState title={t(authoringWords.broken)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />}
      {!drafts && !isError && <LoadingState label={t(appWords.loading)} lines={4} />}
      {drafts && shown.length === 0 && <EmptyState title={t(authoringWords.noDrafts)}>{t(authoringWords.noDraftsHelp)}</EmptyState>}
      {shown.length > 0 && <Table<DraftSummary> size="middle" rowKey="id" columns={columns} dataSource={[...shown]} pagination={{ defaultPageSize: 50, hideOnSinglePage: true }} />}
    </AuthoringFrame>
  )
}
