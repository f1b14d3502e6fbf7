import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import type { DebriefView } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { appWords } from '../i18n/app-words.ts'
import { drillWords } from '../i18n/drill-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import styles from './debrief-page.module.css'
import { DebriefScore } from './debrief-score.tsx'
import { DebriefTurnCard } from './debrief-turn-card.tsx'
import { TrainingFrame } from './training-frame.tsx'
import { useAgain, useBeginDrill } from './use-drill.ts'

/** How a drill went, turn by turn: what was said, what was expected, what would have been better. */
export function DebriefPage() {
  const t = useText()
  const { drillId = '' } = useParams()
  const again = useAgain(drillId)
  const begin = useBeginDrill()
  const { data, error } = useQuery({ queryKey: ['debrief', drillId], queryFn: () => getJson<DebriefView>(`/api/training/drills/${drillId}/debrief`), retry: false })
  if (error) return <TrainingFrame title={t(drillWords.debrief)}><EmptyState title={error.message} /></TrainingFrame>
  if (!data) return <TrainingFrame title={t(drillWords.debrief)}><LoadingState label={t(appWords.loading)} lines={6} /></TrainingFrame>
  const { drill, score, turns } = data
  const { scenario, mode, level, temperament, title, id } = drill
  return (
    <TrainingFrame title={t(title)} note={`${t(drillWords.debrief)} · ${t(drillWords.modes[mode])} · ${t(drillWords.levels[level])} · ${t(drillWords.temperaments[temperament])}`}>
      <DebriefScore score={score} />
      <nav className={styles['ways']}>
        <Link to={`/library/${scenario}?call=${id}`}>{t(drillWords.graph)}</Link>
        <Link to={`/training/replay/${id}`}>{t(drillWords.replay)}</Link>
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate({ scenario, mode, level })}>{t(drillWords.once)}</Button>
      </nav>
      <ol className={styles['turns']}>
        {turns.map((turn) => <DebriefTurnCard key={turn.utteranceId} turn={turn} busy={again.isPending} onAgain={() => again.mutate(turn.utteranceId)} />)}
      </ol>
    </TrainingFrame>
  )
}
