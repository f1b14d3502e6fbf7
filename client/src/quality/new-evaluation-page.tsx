import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { EvaluationView, ScorecardView } from '../../../server/protocol.ts'
import { getJson, post } from '../connection/http.ts'
import { useHasRole } from '../connection/session.ts'
import { appWords } from '../i18n/app-words.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { plainKey, useKeys } from '../ui/keys.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import styles from './new-evaluation-page.module.css'
import { QualityFrame } from './quality-frame.tsx'

/** Which scorecard to judge a call by; a number key each. */
export function NewEvaluationPage() {
  const t = useText()
  const navigate = useNavigate()
  const mayDraft = useHasRole('trainer', 'qa-lead')
  const [parameters] = useSearchParams()
  const callId = parameters.get('call') ?? ''
  const { data: cards, error } = useQuery({ queryKey: ['quality', 'scorecards'], queryFn: () => getJson<readonly ScorecardView[]>('/api/quality/scorecards') })
  const begin = useMutation({
    mutationFn: (scorecard: string) => post<EvaluationView>('/api/quality/evaluations', { callId, scorecard }),
    onSuccess: ({ id }) => void navigate(`/quality/evaluations/${id}`, { replace: true }),
  })
  useKeys((press) => {
    const card = cards?.[Number(plainKey(press)) - 1]
    if (!card) return false
    begin.mutate(card.id)
    return true
  })
  const fault = error ?? begin.error
  return (
    <QualityFrame title={t(evaluationWords.chooseCard)}>
      {fault && <EmptyState title={t(qualityWords.broken)}>{fault.message}</EmptyState>}
      {!cards && !error && <LoadingState label={t(appWords.loading)} />}
      <div className={styles['cards']}>
        {cards?.map(({ id, title, items, passScore }, number) => (
          <div key={id}>
            <Button size="large" block autoFocus={number === 0} loading={begin.isPending && begin.variables === id} onClick={() => begin.mutate(id)}>
              <KeyCap of={String(number + 1)} /> <strong>{t(title)}</strong> <small>{t(evaluationWords.cardItems(items, passScore))}</small>
            </Button>
            {mayDraft && <Link to={`/library/drafts?kind=scorecard&item=${id}`}>{t(evaluationWords.changeCard)}</Link>}
          </div>
        ))}
      </div>
    </QualityFrame>
  )
}
