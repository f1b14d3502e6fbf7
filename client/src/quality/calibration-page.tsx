import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useNavigate, useParams } from 'react-router'
import type { CalibrationView, EvaluationView } from '../../../server/protocol.ts'
import { getJson, post } from '../connection/http.ts'
import { appWords } from '../i18n/app-words.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import styles from './calibrations-page.module.css'
import { QualityFrame } from './quality-frame.tsx'

function Compared({ evaluations, items, alpha }: CalibrationView) {
  const t = useText()
  return (
    <>
      <p className={styles['alpha']}>
        <strong>{alpha === null ? t(evaluationWords.noAlpha) : t(evaluationWords.alpha(alpha.toFixed(2)))}</strong>
        <span>{t(evaluationWords.alphaHelp)}</span>
        <span>{t(evaluationWords.differing)} {items.filter(({ differs }) => differs).length} / {items.length}</span>
      </p>
      <table className={styles['items']}>
        <thead>
          <tr>
            <th scope="col">{t(evaluationWords.items)}</th>
            {evaluations.map(({ id, evaluator, score }) => <th key={id} scope="col">{evaluator} · {score}</th>)}
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, label, answers, differs }) => (
            <tr key={id} data-differs={differs}>
              <th scope="row">{t(label)}</th>
              {answers.map((answer, number) => <td key={evaluations[number]?.id ?? number}>{answer && t(evaluationWords.answers[answer])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** One calibration: who has judged, how far they agree, and where not. */
export function CalibrationPage() {
  const t = useText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { calibrationId = '' } = useParams()
  const key = ['evaluations', 'calibration', calibrationId]
  const { data: view, error } = useQuery({ queryKey: key, queryFn: () => getJson<CalibrationView>(`/api/quality/calibrations/${calibrationId}`) })
  const failed = ({ message: text }: Error) => message.error(text)
  const join = useMutation({
    mutationFn: ({ callId, scorecard }: CalibrationView) => post<EvaluationView>('/api/quality/evaluations', { callId, scorecard, calibrationId }),
    onSuccess: ({ id }) => void navigate(`/quality/evaluations/${id}`),
    onError: failed,
  })
  const close = useMutation({ mutationFn: () => post<CalibrationView>(`/api/quality/calibrations/${calibrationId}/close`), onSuccess: (next) => queries.setQueryData(key, next), onError: failed })
  return (
    <QualityFrame title={view?.title ?? t(evaluationWords.calibration)} note={view && t(evaluationWords.progress(view.published, view.evaluators))}>
      {error && <EmptyState title={t(qualityWords.broken)}>{error.message}</EmptyState>}
      {!view && !error && <LoadingState label={t(appWords.loading)} lines={6} />}
      {view?.hidden === true && <EmptyState title={t(evaluationWords.hiddenYet)} />}
      {view && !view.hidden && <Compared {...view} />}
      {view && !view.closed && (
        <div className={styles['acts']}>
          {view.hidden && <Button type="primary" loading={join.isPending} onClick={() => join.mutate(view)}>{t(view.mine === null ? evaluationWords.takePart : evaluationWords.goOn)}</Button>}
          <Button loading={close.isPending} onClick={() => close.mutate()}>{t(evaluationWords.close)}</Button>
        </div>
      )}
    </QualityFrame>
  )
}
