import { useQuery } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import type { ErasureView, KeptKind, PrivacyView } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { adminWords } from '../i18n/admin-words.ts'
import { appWords } from '../i18n/app-words.ts'
import { privacyWords } from '../i18n/privacy-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { PrivacyCaller } from './privacy-caller.tsx'
import styles from './privacy-page.module.css'
import { PrivacySettingsForm } from './privacy-settings.tsx'
import { useMoment } from './use-admin.ts'

const isKind = (kind: string): kind is KeptKind => Object.hasOwn(privacyWords.kinds, kind)

/** What is decided about personal data, the requests of callers, and what was erased. */
export function PrivacyPage() {
  const t = useText()
  const moment = useMoment()
  const { data, isError, refetch } = useQuery({ queryKey: ['privacy'], queryFn: () => getJson<PrivacyView>('/api/privacy') })
  const columns: TableColumnsType<ErasureView> = [
    { title: t(adminWords.when), width: 160, render: (_, { at }) => moment(at) },
    { title: t(adminWords.what), width: 220, render: (_, { kind }) => t(isKind(kind) ? privacyWords.kinds[kind] : privacyWords.caller) },
    { title: t(privacyWords.erased), width: 100, align: 'right', dataIndex: 'erased' },
    { title: t(privacyWords.reason), render: (_, { because, reason, who }) => [t(privacyWords.because[because]), who, reason].filter(Boolean).join(' · ') },
  ]
  if (isError) return <EmptyState title={t(adminWords.broken)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />
  if (!data) return <LoadingState label={t(appWords.loading)} lines={6} />
  return (
    <div className={styles['page']}>
      {!data.keyPresent && <p className={styles['missing']} role="status">{t(privacyWords.noKey)}</p>}
      <div className={styles['columns']}>
        <PrivacySettingsForm key={data.changedAt} view={data} />
        <PrivacyCaller keyPresent={data.keyPresent} reversible={data.settings.reversible} />
      </div>
      <section>
        <h2>{t(privacyWords.erasures)}</h2>
        <Table<ErasureView> rowKey="id" size="small" columns={columns} dataSource={[...data.erasures]} pagination={false} locale={{ emptyText: t(privacyWords.noErasures) }} />
      </section>
    </div>
  )
}
