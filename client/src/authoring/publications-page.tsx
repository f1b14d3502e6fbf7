import { App, Button, Popconfirm, Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { PublicationView } from '../../../server/protocol.ts'
import { post } from '../connection/http.ts'
import { useHasRole } from '../connection/session.ts'
import { appWords } from '../i18n/app-words.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { AuthoringFrame } from './authoring-frame.tsx'
import styles from './publications-page.module.css'
import { useMoment, usePublications, useStep } from './use-authoring.ts'

const texts = authoringWords.publications

/** What was in use from when on, and the way back. */
export function PublicationsPage() {
  const t = useText()
  const moment = useMoment()
  const step = useStep()
  const { message } = App.useApp()
  const leads = useHasRole('qa-lead')
  const { data: rows, isError, refetch } = usePublications()
  const used = rows?.find(({ state }) => state === 'in use')?.version
  const rollBack = async (version: string) => {
    if (await step(post('/api/authoring/rollback', { version }))) void message.success(t(texts.done))
  }
  const columns: TableColumnsType<PublicationView> = [
    { title: t(authoringWords.state), width: 120, render: (_, { state }) => <span className={styles['state']} data-state={state}>{t(texts.states[state])}</span> },
    { title: t(texts.since), width: 180, render: (_, { effectiveAt }) => moment(effectiveAt) },
    { title: t(texts.what), render: (_, { kind, title, draft }) => <>{t(texts.kinds[kind])}{title !== '' && ' · '}{draft === null ? title : <Link to={`/library/drafts/${draft}`}>{title}</Link>}</> },
    { title: t(texts.version), width: 140, render: (_, { version }) => <code>{version}</code> },
    { title: t(texts.by), width: 120, dataIndex: 'authorName' },
    { title: t(texts.approver), width: 120, dataIndex: 'approverName' },
    {
      key: 'acts',
      width: 180,
      align: 'right',
      render: (_, { id, version, state }) => {
        if (!leads) return null
        if (state === 'to come') return <Button size="small" onClick={() => void step(post(`/api/authoring/publications/${id}/cancel`))}>{t(texts.cancel)}</Button>
        if (state !== 'past' || version === used) return null
        return (
          <Popconfirm title={t(texts.rollbackAsk)} onConfirm={() => rollBack(version)} okText={t(texts.rollback)} cancelText={t(appWords.cancel)}>
            <Button size="small" aria-label={t(texts.rollbackId(version))}>{t(texts.rollback)}</Button>
          </Popconfirm>
        )
      },
    },
  ]
  return (
    <AuthoringFrame>
      <header className={styles['head']}>
        <h1>{t(authoringWords.versions)}</h1>
        <p>{t(authoringWords.versionsIntro)}</p>
      </header>
      {isError && <EmptyState title={t(authoringWords.broken)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />}
      {!rows && !isError && <LoadingState label={t(appWords.loading)} lines={4} />}
      {rows && <Table<PublicationView> size="middle" rowKey="id" columns={columns} dataSource={[...rows]} pagination={{ defaultPageSize: 50, hideOnSinglePage: true }} locale={{ emptyText: t(texts.none) }} />}
    </AuthoringFrame>
  )
}
