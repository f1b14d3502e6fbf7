import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { CalibrationRow } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { appWords } from '../i18n/app-words.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import styles from './calibrations-page.module.css'
import { QualityFrame } from './quality-frame.tsx'
import { useMoment } from './use-moment.ts'

/** Calls that several evaluators judge. */
export function CalibrationsPage() {
  const t = useText()
  const moment = useMoment()
  const { data: rows } = useQuery({ queryKey: ['evaluations', 'calibrations'], queryFn: () => getJson<readonly CalibrationRow[]>('/api/quality/calibrations') })
  return (
    <QualityFrame title={t(evaluationWords.calibration)} note={t(evaluationWords.calibrationHelp)}>
      {!rows && <LoadingState label={t(appWords.loading)} />}
      {rows?.length === 0 && <EmptyState title={t(evaluationWords.noCalibrations)}>{t(evaluationWords.noCalibrationsHelp)}</EmptyState>}
      <ul className={styles['list']}>
        {rows?.map(({ id, title, callAt, agent, published, evaluators, closed }) => (
          <li key={id}>
            <Link to={`/quality/calibrations/${id}`}>{title}</Link>
            <span>{agent.name} · {moment(callAt)}</span>
            <span>{closed ? t(evaluationWords.closed) : t(evaluationWords.progress(published, evaluators))}</span>
          </li>
        ))}
      </ul>
    </QualityFrame>
  )
}
