import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { EvaluationView } from '../../../server/protocol.ts'
import { send } from '../connection/http.ts'
import { appWords } from '../i18n/app-words.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { CalibrateButton } from './calibrate-button.tsx'
import { EvaluationHead } from './evaluation-head.tsx'
import { EvaluationLog } from './evaluation-log.tsx'
import styles from './evaluation-page.module.css'
import { EvaluationSheet } from './evaluation-sheet.tsx'
import { QualityFrame } from './quality-frame.tsx'
import { SettleSheet } from './settle-sheet.tsx'
import { type EvaluationStep, useEvaluation } from './use-evaluation.ts'

interface StepsProps {
  readonly evaluation: EvaluationView
  readonly step: (step: EvaluationStep, done?: () => void) => void
  readonly busy: boolean
}

/** A draft: every item is confirmed or overridden, then it goes to the agent. */
function Draft({ evaluation, step, busy }: StepsProps) {
  const t = useText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [summary, setSummary] = useState(evaluation.summary)
  const inCalibration = evaluation.calibration !== null
  const leave = inCalibration ? `/quality/calibrations/${evaluation.calibration}` : '/quality/evaluations'
  const publish = () =>
    step({ do: 'publish', summary }, () => {
      void message.success(t(inCalibration ? evaluationWords.done : evaluationWords.publishedNote))
      if (inCalibration) void navigate(leave)
    })
  const discard = () => void send('DELETE', `/api/quality/evaluations/${evaluation.id}`).then(() => navigate(leave)).catch(({ message: text }: Error) => message.error(text))
  return (
    <>
      <EvaluationSheet evaluation={evaluation} answering={{ against: ({ proposed }) => proposed, answer: (change) => step({ do: 'answer', change }) }} disputing={null} />
      <div className={styles['end']}>
        <Input.TextArea rows={2} maxLength={2000} value={summary} placeholder={t(evaluationWords.summary)} aria-label={t(evaluationWords.summary)} onChange={({ target }) => setSummary(target.value)} />
        <Button type="primary" size="large" disabled={evaluation.score === null} loading={busy} onClick={publish}>{t(inCalibration ? evaluationWords.publishCalibration : evaluationWords.publish)}</Button>
        <Button size="large" onClick={discard}>{t(evaluationWords.discard)}</Button>
      </div>
    </>
  )
}

/** One evaluation as quality sees it. */
export function EvaluationPage() {
  const t = useText()
  const { evaluationId = '' } = useParams()
  const { data: evaluation, error, step } = useEvaluation('quality', evaluationId)
  const act: StepsProps['step'] = (wanted, done) => step.mutate(wanted, done && { onSuccess: done })
  const steps = evaluation && { evaluation, step: act, busy: step.isPending }
  return (
    <QualityFrame
      title={t(evaluationWords.title)}
      foot={
        <>
          <span><KeyCap of="↑" /> <KeyCap of="↓" /> {t(evaluationWords.keys.next)}</span>
          {(evaluation?.may.edit === true || evaluation?.may.settle === true) && <span><KeyCap of="1" />–<KeyCap of="4" /> {t(evaluationWords.answers.met)} … {t(evaluationWords.answers['not applicable'])}</span>}
          <span><KeyCap of="⏎" /> {t(evaluationWords.keys.hear)}</span>
        </>
      }
    >
      {error && <EmptyState title={t(qualityWords.broken)}>{error.message}</EmptyState>}
      {!evaluation && !error && <LoadingState label={t(appWords.loading)} lines={6} />}
      {steps && (
        <>
          <EvaluationHead evaluation={steps.evaluation} />
          {steps.evaluation.may.edit ? <Draft key={steps.evaluation.id} {...steps} /> : steps.evaluation.may.settle ? <SettleSheet {...steps} /> : <EvaluationSheet evaluation={steps.evaluation} answering={null} disputing={null} />}
          {steps.evaluation.status !== 'draft' && steps.evaluation.calibration === null && <CalibrateButton callId={steps.evaluation.callId} scorecard={steps.evaluation.scorecard.id} />}
          <EvaluationLog log={steps.evaluation.log} />
        </>
      )}
    </QualityFrame>
  )
}
