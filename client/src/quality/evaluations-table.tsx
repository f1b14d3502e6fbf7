import { Table, type TableColumnsType } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { EvaluationRow } from '../../../server/protocol.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './evaluations-table.module.css'
import { useMoment } from './use-moment.ts'

/** Evaluations, a line each; `base` is where one of them opens. */
export function EvaluationsTable({ rows, base }: { readonly rows: readonly EvaluationRow[]; readonly base: '/quality/evaluations' | '/my/evaluations' }) {
  const t = useText()
  const moment = useMoment()
  const navigate = useNavigate()
  const columns: TableColumnsType<EvaluationRow> = [
    { title: t(evaluationWords.callAt), width: 130, render: (_, { id, callAt }) => <Link to={`${base}/${id}`}>{moment(callAt)}</Link> },
    ...(base === '/my/evaluations' ? [] : [{ title: t(qualityWords.agent), width: 120, render: (_: unknown, { agent }: EvaluationRow) => agent.name }]),
    { title: t(evaluationWords.scorecard), width: 180, render: (_, { scorecard }) => t(scorecard) },
    { title: t(evaluationWords.score), width: 130, align: 'right', render: (_, { score, passed }) => (score === null ? t(evaluationWords.pending) : <span className={styles['score']} data-passed={passed}>{score} · {t(passed === true ? evaluationWords.passed : evaluationWords.notPassed)}</span>) },
    { title: t(evaluationWords.status), width: 130, render: (_, { status }) => <span className={styles['status']} data-status={status}>{t(evaluationWords.statuses[status])}</span> },
    { title: t(evaluationWords.deadline), width: 130, render: (_, { settleBy, dueAt, status }) => (settleBy !== null ? moment(settleBy) : status === 'published' && dueAt !== null ? moment(dueAt) : '') },
    { title: t(evaluationWords.evaluator), width: 120, render: (_, { evaluator }) => evaluator },
  ]
  return <Table<EvaluationRow> size="small" rowKey="id" columns={columns} dataSource={[...rows]} pagination={{ defaultPageSize: 50, hideOnSinglePage: true }} onRow={({ id }) => ({ onClick: () => void navigate(`${base}/${id}`) })} rowClassName={styles['row'] ?? ''} locale={{ emptyText: t(evaluationWords.noneYet) }} />
}
