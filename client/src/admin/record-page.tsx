import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Select, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { AuditView } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { adminWords } from '../i18n/admin-words.ts'
import { appWords } from '../i18n/app-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import styles from './admin.module.css'
import { detailLabel } from './record-detail.ts'
import { useMoment, usePeople } from './use-admin.ts'

const pageSize = 100

/** Who did what, newest first. */
export function RecordPage() {
  const t = useText()
  const moment = useMoment()
  const { data: everyone } = usePeople()
  const [action, setAction] = useState<AuditView['action'] | null>(null)
  const [subject, setSubject] = useState('')
  const { data, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['record', action, subject],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => getJson<readonly AuditView[]>(`/api/audit?limit=${pageSize}${pageParam === null ? '' : `&before=${pageParam}`}${action === null ? '' : `&action=${encodeURIComponent(action)}`}${subject === '' ? '' : `&subject=${encodeURIComponent(subject)}`}`),
    getNextPageParam: (page) => (page.length < pageSize ? undefined : (page.at(-1)?.at ?? undefined)),
  })
  const nameOf = (subject: string | null): string => everyone?.people.find(({ id }) => id === subject)?.name ?? everyone?.teams.find(({ id }) => id === subject)?.name ?? ''
  const columns: TableColumnsType<AuditView> = [
    { title: t(adminWords.when), width: 160, render: (_, { at }) => moment(at) },
    { title: t(adminWords.who), width: 160, dataIndex: 'actor', render: (actor: string) => actor || <span className={styles['faint']}>{t(adminWords.nobody)}</span> },
    { title: t(adminWords.what), width: 160, render: (_, { action }) => t(adminWords.actions[action]) },
    {
      title: t(adminWords.about),
      render: (_, { subject: about, detail }) => {
        return <>{nameOf(about) || about} <span className={styles['faint']}>{t(detailLabel(detail, nameOf))}</span></>
      },
    },
    { title: t(adminWords.where), width: 150, dataIndex: 'address' },
  ]
  if (isError) return <EmptyState title={t(adminWords.broken)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />
  return (
    <>
      <div className={styles['tools']}>
        <Input.Search allowClear placeholder={t(adminWords.aboutSearch)} aria-label={t(adminWords.aboutSearch)} onSearch={(text) => setSubject(text.trim())} />
        <Select
          allowClear
          className={styles['actions'] ?? ''}
          value={action}
          placeholder={t(adminWords.everyAction)}
          aria-label={t(adminWords.what)}
          onChange={(chosen: AuditView['action'] | undefined) => setAction(chosen ?? null)}
          options={(Object.keys(adminWords.actions) as AuditView['action'][]).map((value) => ({ value, label: t(adminWords.actions[value]) }))}
        />
      </div>
      {!data && <LoadingState label={t(appWords.loading)} lines={6} />}
      {data && <Table<AuditView> rowKey="id" size="small" columns={columns} dataSource={data.pages.flat()} pagination={false} locale={{ emptyText: t(adminWords.noRecord) }} />}
      {hasNextPage && <Button className={styles['older'] ?? ''} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t(adminWords.older)}</Button>}
    </>
  )
}
