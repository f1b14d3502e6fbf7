import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Popconfirm, Select } from 'antd'
import type { SamplingKind, SamplingPlan, ScorecardView } from '../../../server/protocol.ts'
import { getJson, post, send } from '../connection/http.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { useText } from '../i18n/use-text.ts'
import { useChoices } from './quality-frame.tsx'
import styles from './sampling-plans.module.css'

const key = ['evaluations', 'plans']
const kinds: readonly SamplingKind[] = ['random', 'risk', 'quota']
interface PlanForm {
  readonly name: string
  readonly kind: SamplingKind
  readonly size: number
  readonly days: number
  readonly team?: string
  readonly scorecard: string
}

function AddPlan({ added }: { readonly added: (plans: readonly SamplingPlan[]) => void }) {
  const t = useText()
  const { message } = App.useApp()
  const { data: choices } = useChoices()
  const { data: cards } = useQuery({ queryKey: ['quality', 'scorecards'], queryFn: () => getJson<readonly ScorecardView[]>('/api/quality/scorecards') })
  const [form] = Form.useForm<PlanForm>()
  const add = useMutation({
    mutationFn: ({ team = '', ...plan }: PlanForm) => post<readonly SamplingPlan[]>('/api/quality/plans', { ...plan, team: team === '' ? null : team }),
    onSuccess: (plans) => {
      form.resetFields()
      added(plans)
    },
    onError: ({ message: text }) => message.error(text),
  })
  if (!cards) return null
  return (
    <Form<PlanForm> form={form} layout="vertical" className={styles['form']} initialValues={{ kind: 'risk', size: 10, days: 7, scorecard: cards.at(-1)?.id }} onFinish={(plan) => add.mutate(plan)}>
      <Form.Item name="name" label={t(evaluationWords.planName)} rules={[{ required: true, message: t(evaluationWords.planName) }]}><Input maxLength={80} /></Form.Item>
      <Form.Item name="kind" label={t(evaluationWords.planKind)}><Select options={kinds.map((value) => ({ value, label: t(evaluationWords.kinds[value]) }))} /></Form.Item>
      <Form.Item name="size" label={t(evaluationWords.planSize)}><InputNumber min={1} max={500} /></Form.Item>
      <Form.Item name="days" label={t(evaluationWords.planDays)}><InputNumber min={1} max={366} /></Form.Item>
      <Form.Item name="team" label={t(evaluationWords.planTeam)}><Select allowClear placeholder={t(evaluationWords.allTeams)} options={(choices?.teams ?? []).map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
      <Form.Item name="scorecard" label={t(evaluationWords.scorecard)}><Select options={cards.map(({ id, title }) => ({ value: id, label: t(title) }))} /></Form.Item>
      <Button type="primary" htmlType="submit" loading={add.isPending}>{t(evaluationWords.addPlan)}</Button>
    </Form>
  )
}

/** How calls are chosen for evaluation. */
export function SamplingPlans() {
  const t = useText()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { data: plans = [] } = useQuery({ queryKey: key, queryFn: () => getJson<readonly SamplingPlan[]>('/api/quality/plans') })
  const put = (next: readonly SamplingPlan[]) => queries.setQueryData(key, next)
  const failed = ({ message: text }: Error) => message.error(text)
  const draw = useMutation({
    mutationFn: (id: string) => post<{ readonly drawn: number }>(`/api/quality/plans/${id}/draw`),
    onSuccess: async ({ drawn }) => {
      void message.info(t(evaluationWords.drawn(drawn)))
      await queries.invalidateQueries({ queryKey: ['evaluations'] })
    },
    onError: failed,
  })
  const remove = useMutation({ mutationFn: (id: string) => send<readonly SamplingPlan[]>('DELETE', `/api/quality/plans/${id}`), onSuccess: put, onError: failed })
  return (
    <>
      <ul className={styles['plans']}>
        {plans.map(({ id, name, kind, size, days, team, drawn, waiting }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span>{t(evaluationWords.kinds[kind])} · {size} · {t(evaluationWords.planDays)} {days} · {team ? team.name : t(evaluationWords.allTeams)}</span>
            <small>{t(evaluationWords.planState(drawn, waiting))}</small>
            <Button type="primary" size="small" loading={draw.isPending && draw.variables === id} onClick={() => draw.mutate(id)}>{t(evaluationWords.draw)}</Button>
            <Popconfirm title={t(evaluationWords.remove)} onConfirm={() => remove.mutate(id)}><Button size="small" type="text">{t(evaluationWords.remove)}</Button></Popconfirm>
          </li>
        ))}
      </ul>
      <AddPlan added={put} />
    </>
  )
}
