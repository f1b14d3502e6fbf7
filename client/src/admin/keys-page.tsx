import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { ApiKeyView, NewApiKey } from '../../../server/protocol.ts'
import { getJson, send } from '../connection/http.ts'
import { adminWords } from '../i18n/admin-words.ts'
import { appWords } from '../i18n/app-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import styles from './admin.module.css'
import { KeyForm } from './key-form.tsx'
import { SecretDialog } from './secret-dialog.tsx'
import { useChange, useMoment } from './use-admin.ts'

/** The keys of recognisers and telephone systems. */
export function KeysPage() {
  const t = useText()
  const moment = useMoment()
  const change = useChange()
  const { data, isError, refetch } = useQuery({ queryKey: ['keys'], queryFn: () => getJson<readonly ApiKeyView[]>('/api/keys') })
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<NewApiKey | null>(null)
  const columns: TableColumnsType<ApiKeyView> = [
    { title: t(adminWords.keyName), dataIndex: 'name', render: (name: string, { hint }) => <><b>{name}</b> <code>{hint}…</code></> },
    { title: t(adminWords.scopes), render: (_, { scopes }) => scopes.map((scope) => t(adminWords.scopeNames[scope])).join(' · ') },
    { title: t(adminWords.made), width: 220, render: (_, { createdAt, createdBy }) => `${moment(createdAt)} ${createdBy}` },
    { title: t(adminWords.used), width: 160, render: (_, { usedAt }) => (usedAt === null ? <span className={styles['faint']}>{t(adminWords.notUsed)}</span> : moment(usedAt)) },
    { title: t(adminWords.expires), width: 160, render: (_, { expiresAt }) => (expiresAt === null ? <span className={styles['faint']}>{t(adminWords.neverExpires)}</span> : moment(expiresAt)) },
    {
      key: 'acts',
      width: 120,
      align: 'right',
      render: (_, { id, name, revokedAt }) =>
        revokedAt === null ? (
          <Popconfirm title={t(adminWords.revokeAsk(name))} okText={t(adminWords.revoke)} cancelText={t(appWords.cancel)} onConfirm={() => change(send('DELETE', `/api/keys/${id}`))}>
            <Button size="small" danger>{t(adminWords.revoke)}</Button>
          </Popconfirm>
        ) : (
          <span className={styles['faint']}>{t(adminWords.revoked)}</span>
        ),
    },
  ]
  if (isError) return <EmptyState title={t(adminWords.broken)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />
  if (!data) return <LoadingState label={t(appWords.loading)} lines={4} />
  return (
    <>
      <div className={styles['tools']}>
        <span />
        <Button type="primary" onClick={() => setMaking(true)}>{t(adminWords.addKey)}</Button>
      </div>
      {data.length === 0 ? <EmptyState title={t(adminWords.noKeys)} /> : <Table<ApiKeyView> rowKey="id" size="middle" columns={columns} dataSource={[...data]} pagination={{ defaultPageSize: 50, hideOnSinglePage: true }} />}
      {making && (
        <KeyForm
          close={() => setMaking(false)}
          made={(key) => {
            setMaking(false)
            setMade(key)
          }}
        />
      )}
      {made && <SecretDialog title={t(adminWords.keyTitle(made.view.name))} help={t(adminWords.keyHelp)} secret={made.key} close={() => setMade(null)} />}
    </>
  )
}
