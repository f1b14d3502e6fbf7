import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { DebriefView } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { appWords } from '../i18n/app-words.ts'
import { courseWords } from '../i18n/course-words.ts'
import { drillWords } from '../i18n/drill-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import styles from './debrief-page.module.css'
import { DebriefFlow } from './debrief-flow.tsx'
import { DebriefScore } from './debrief-score.tsx'
import { DebriefTurnCard } from './debrief-turn-card.tsx'
import { TrainingFrame } from './training-frame.tsx'
import { useAgain, useBeginDrill } from './use-drill.ts'

/** How a drill went, turn by turn: what was said, what was expected, what would have been better. */
export function DebriefPage() {
  const t = useText()
  const failureText = useFailureText()
  const { drillId = '' } = useParams()
  const again = useAgain(drillId)
  const begin = useBeginDrill()
  const { data, error } = useQuery({ queryKey: ['debrief', drillId], queryFn: () => getJson<DebriefView>(`/api/training/drills/${drillId}/debrief`), retry: false })
  const [selected, setSelected] = useState<string | null>(null)
  const show = (step: string) => {
    setSelected(step)
    const turn = data?.turns.find(({ place }) => place.flow === data.drill.scenario && place.step === step)
    if (turn) document.getElementById(`turn-${turn.utteranceId}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }
  if (error) return <TrainingFrame title={t(drillWords.debrief)}><EmptyState title={failureText(error)} /></TrainingFrame>
  if (!data) return <TrainingFrame title={t(drillWords.debrief)}><LoadingState label={t(appWords.loading)} lines={6} /></TrainingFrame>
  const { drill, score, turns, path, course } = data
  const { scenario, mode, level, temperament, title, id } = drill
  return (
    <TrainingFrame title={t(title)} note={`${t(drillWords.debrief)} · ${t(drillWords.modes[mode])} · ${t(drillWords.levels[level])} · ${t(drillWords.temperaments[temperament])}`}>
      <DebriefScore score={score} />
      {course && <p className={styles['course']} data-reached={course.reached}>{t((course.reached ? courseWords.reached : courseWords.notReached)(course.course, course.passMark))}</p>}
      <nav className={styles['ways']}>
        <Link to={`/training/replay/${id}`}>{t(drillWords.replay)}</Link>
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate({ scenario, mode, level, ...(course && { assignment: course.assignment }) })}>{t(drillWords.once)}</Button>
      </nav>
      <div className={styles['columns']}>
        <ol className={styles['turns']}>
          {turns.map((turn) => <DebriefTurnCard key={turn.utteranceId} anchor={`turn-${turn.utteranceId}`} turn={turn} busy={again.isPending} onAgain={() => again.mutate(turn.utteranceId)} />)}
        </ol>
        <DebriefFlow scenario={scenario} path={path} selected={selected} onSelect={show} />
      </div>
    </TrainingFrame>
  )
}
