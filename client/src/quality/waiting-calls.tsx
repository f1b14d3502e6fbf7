import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Table, type TableColumnsType } from 'antd'
import { useNavigate } from 'react-router'
import type { EvaluationView, SampledCall } from '../../../server/protocol.ts'
import { getJson, post } from '../connection/http.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import { EmptyState } from '../ui/states.tsx'
import { useMoment } from './use-moment.ts'

/** Calls that were drawn and wait for somebody to evaluate them, the riskiest first. */
export function WaitingCalls() {
  const t = useText()
  const moment = useMoment()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { data: calls } = useQuery({ queryKey: ['evaluations', 'sampled'], queryFn: () => getJson<readonly SampledCall[]>('/api/quality/sampled') })
  const begin = useMutation({
    mutationFn: ({ callId, scorecard, planId }: SampledCall) => post<EvaluationView>('/api/quality/evaluations', { callId, scorecard, planId }),
    onSuccess: ({ id }) => void navigate(`/quality/evaluations/${id}`),
    onError: ({ message: text }) => message.error(text),
  })
  if (calls?.length === 0) return <EmptyState title={t(evaluationWords.nothingWaiting)}>{t(evaluationWords.nothingWaitingHelp)}</EmptyState>
  const columns: TableColumnsType<SampledCall> = [
    { title: t(evaluationWords.callAt), width: 130, render: (_, { callAt }) => moment(callAt) },
    { title: t(qualityWords.agent), width: 110, render: (_, { agent }) => agent.name },
    { title: t(qualityWords.scenario), ellipsis: true, render: (_, { scenario }) => scenario && t(scenario) },
    { title: t(evaluationWords.length), width: 90, align: 'right', render: (_, { durationMs }) => clock(durationMs) },
    { title: t(evaluationWords.openFindings), width: 110, align: 'right', dataIndex: 'open' },
    { title: t(evaluationWords.risk), width: 90, align: 'right', dataIndex: 'risk' },
    { title: t(evaluationWords.why), width: 200, render: (_, { plan, because }) => `${t(evaluationWords.because[because])} · ${plan}` },
    { title: '', width: 110, render: (_, call) => <Button type="primary" size="small" loading={begin.isPending && begin.variables.callId === call.callId} onClick={() => begin.mutate(call)}>{t(evaluationWords.begin)}</Button> },
  ]
  return <Table<SampledCall> size="small" rowKey="callId" columns={columns} dataSource={[...(calls ?? [])]} loading={!calls} pagination={{ defaultPageSize: 50, hideOnSinglePage: true }} />
}
