import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { EvaluationView } from '../../../server/protocol.ts'
import { appWords } from '../i18n/app-words.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { EvaluationHead } from './evaluation-head.tsx'
import { EvaluationLog } from './evaluation-log.tsx'
import styles from './evaluation-page.module.css'
import { EvaluationSheet } from './evaluation-sheet.tsx'
import { MyFrame } from './my-frame.tsx'
import { type EvaluationStep, useEvaluation } from './use-evaluation.ts'

/** The agent accepts, or says which items are wrong and why. */
function Answer({ evaluation, step, busy }: { readonly evaluation: EvaluationView; readonly step: (step: EvaluationStep) => void; readonly busy: boolean }) {
  const t = useText()
  const [disputing, setDisputing] = useState(false)
  const [picked, setPicked] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  return (
    <>
      <EvaluationSheet evaluation={evaluation} answering={null} disputing={disputing ? { picked, pick: setPicked } : null} />
      {disputing ? (
        <div className={styles['end']}>
          <Input.TextArea autoFocus rows={2} maxLength={2000} value={reason} placeholder={t(evaluationWords.disputeReason)} aria-label={t(evaluationWords.disputeReason)} onChange={({ target }) => setReason(target.value)} />
          <Button type="primary" size="large" loading={busy} disabled={picked.length === 0 || reason.trim().length < 2} onClick={() => step({ do: 'dispute', items: picked, reason })}>{t(picked.length === 0 ? evaluationWords.disputeWhich : evaluationWords.sendDispute)}</Button>
          <Button size="large" onClick={() => setDisputing(false)}>{t(appWords.cancel)}</Button>
        </div>
      ) : (
        <div className={styles['end']}>
          <span />
          <Button type="primary" size="large" loading={busy} onClick={() => step({ do: 'acknowledge' })}>{t(evaluationWords.acknowledge)}</Button>
          <Button size="large" onClick={() => setDisputing(true)}>{t(evaluationWords.dispute)}</Button>
        </div>
      )}
    </>
  )
}

/** One evaluation as the agent sees it. */
export function MyEvaluationPage() {
  const t = useText()
  const { message } = App.useApp()
  const { evaluationId = '' } = useParams()
  const { data: evaluation, error, step } = useEvaluation('my', evaluationId)
  const act = (wanted: EvaluationStep) => step.mutate(wanted, { onSuccess: () => void message.success(t(evaluationWords.done)) })
  return (
    <MyFrame>
      {error && <EmptyState title={t(qualityWords.broken)}>{error.message}</EmptyState>}
      {!evaluation && !error && <LoadingState label={t(appWords.loading)} lines={6} />}
      {evaluation && (
        <>
          <EvaluationHead evaluation={evaluation} />
          {evaluation.may.answer ? <Answer evaluation={evaluation} step={act} busy={step.isPending} /> : <EvaluationSheet evaluation={evaluation} answering={null} disputing={null} />}
          <EvaluationLog log={evaluation.log} />
        </>
      )}
    </MyFrame>
  )
}
