import { useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { useSearchParams } from 'react-router'
import type { EvaluationRow, EvaluationStatus } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { appWords } from '../i18n/app-words.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { useText } from '../i18n/use-text.ts'
import { LoadingState } from '../ui/states.tsx'
import styles from './evaluations-page.module.css'
import { EvaluationsTable } from './evaluations-table.tsx'
import { QualityFrame } from './quality-frame.tsx'
import { SamplingPlans } from './sampling-plans.tsx'
import { WaitingCalls } from './waiting-calls.tsx'

const tabs = ['waiting', 'list', 'plans'] as const
type Tab = (typeof tabs)[number]
const statuses: readonly EvaluationStatus[] = ['draft', 'published', 'acknowledged', 'disputed', 'settled']

function Evaluated({ status, choose }: { readonly status: EvaluationStatus | undefined; readonly choose: (status: EvaluationStatus | undefined) => void }) {
  const t = useText()
  const { data: rows } = useQuery({ queryKey: ['evaluations', 'list', status ?? ''], queryFn: () => getJson<readonly EvaluationRow[]>(`/api/quality/evaluations${status === undefined ? '' : `?status=${status}`}`) })
  return (
    <>
      <Select<EvaluationStatus> allowClear className={styles['status'] ?? ''} value={status ?? null} placeholder={t(evaluationWords.anyStatus)} aria-label={t(evaluationWords.status)} onChange={(value: EvaluationStatus | undefined) => choose(value)} options={statuses.map((value) => ({ value, label: t(evaluationWords.statuses[value]) }))} />
      {rows ? <EvaluationsTable rows={rows} base="/quality/evaluations" /> : <LoadingState label={t(appWords.loading)} lines={6} />}
    </>
  )
}

/** Calls to be evaluated, evaluations that there are, and how calls are chosen. */
export function EvaluationsPage() {
  const t = useText()
  const [parameters, setParameters] = useSearchParams()
  const tab: Tab = tabs.find((each) => each === parameters.get('tab')) ?? 'waiting'
  const status = statuses.find((each) => each === parameters.get('status'))
  const open = (next: Tab, chosen?: EvaluationStatus) => setParameters({ tab: next, ...(chosen && { status: chosen }) })
  return (
    <QualityFrame title={t(evaluationWords.title)}>
      <Segmented<Tab> className={styles['tabs'] ?? ''} value={tab} onChange={(next) => open(next)} options={tabs.map((value) => ({ value, label: t(evaluationWords.tabs[value]) }))} />
      {tab === 'waiting' && <WaitingCalls />}
      {tab === 'list' && <Evaluated status={status} choose={(chosen) => open('list', chosen)} />}
      {tab === 'plans' && <SamplingPlans />}
    </QualityFrame>
  )
}
