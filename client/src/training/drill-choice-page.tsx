import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import type { DrillChoice, DrillSummary, DrillLevel, DrillMode, Temperament } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { appWords } from '../i18n/app-words.ts'
import { drillWords } from '../i18n/drill-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { CourseTodo } from './course-todo.tsx'
import { DrillList } from './drill-list.tsx'
import styles from './drill-choice-page.module.css'
import { TrainingFrame } from './training-frame.tsx'
import { useMyTraining } from './use-courses.ts'
import { useBeginDrill } from './use-drill.ts'

const levels: readonly DrillLevel[] = [1, 2, 3]
const modes: readonly DrillMode[] = ['study', 'practice', 'exam']
const temperaments: readonly Temperament[] = ['calm', 'hurried', 'furious', 'talkative', 'elderly']

const fits = ({ scenario, title, familyLabel }: DrillChoice, query: string): boolean =>
  query.trim().split(/\s+/u).every((word) => [scenario, title.zh, title.en, familyLabel.zh, familyLabel.en].some((text) => text.toLowerCase().includes(word.toLowerCase())))

/** What to practise, how hard, and what was practised before. */
export function DrillChoicePage() {
  const t = useText()
  const failureText = useFailureText()
  const [query, setQuery] = useState('')
  const [level, setLevel] = useState<DrillLevel>(1)
  const [mode, setMode] = useState<DrillMode>('study')
  const [temperament, setTemperament] = useState<Temperament | 'any'>('any')
  const begin = useBeginDrill()
  const { data, error, refetch } = useQuery({ queryKey: ['drill-choices'], queryFn: () => getJson<readonly DrillChoice[]>('/api/training/drills/choices') })
  const { data: drills } = useQuery({ queryKey: ['drills'], queryFn: () => getJson<readonly DrillSummary[]>('/api/training/drills') })
  const { data: training } = useMyTraining()
  const shown = data?.filter((choice) => fits(choice, query)) ?? []
  const start = ({ scenario }: DrillChoice) => begin.mutate({ scenario, level, mode, ...(temperament !== 'any' && { temperament }) })
  const families = [...new Set(shown.map(({ family }) => family))]
  return (
    <TrainingFrame title={t(drillWords.title)} note={t(drillWords.intro)}>
      <div className={styles['settings']}>
        <Input autoFocus allowClear value={query} placeholder={t(drillWords.search)} aria-label={t(drillWords.search)} onChange={({ target }) => setQuery(target.value)} onPressEnter={() => shown[0] && start(shown[0])} />
        <Segmented aria-label={t(drillWords.mode)} value={mode} onChange={setMode} options={modes.map((value) => ({ value, label: t(drillWords.modes[value]) }))} />
        <Segmented aria-label={t(drillWords.level)} value={level} onChange={setLevel} options={levels.map((value) => ({ value, label: t(drillWords.levels[value]) }))} />
        <Segmented aria-label={t(drillWords.temperament)} value={temperament} onChange={setTemperament} options={[{ value: 'any' as const, label: t(drillWords.anyTemperament) }, ...temperaments.map((value) => ({ value, label: t(drillWords.temperaments[value]) }))]} />
      </div>
      {training && <CourseTodo training={training} mode={mode === 'study' ? 'practice' : mode} busy={begin.isPending} begin={begin.mutate} />}
      {error && <EmptyState title={failureText(error)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />}
      {!data && !error && <LoadingState label={t(appWords.loading)} lines={6} />}
      <div className={styles['columns']}>
        <div>
          {families.map((family) => (
            <section key={family} className={styles['family']}>
              <h2>{t(shown.find((choice) => choice.family === family)?.familyLabel ?? { zh: family, en: family })}</h2>
              <ol>
                {shown.filter((choice) => choice.family === family).map((choice) => (
                  <li key={choice.scenario}>
                    <button type="button" disabled={begin.isPending} onClick={() => start(choice)}>
                      <span>{t(choice.title)}</span>
                      <small>{t(drillWords.branches(choice.passed, choice.branches))}</small>
                      <i aria-hidden style={{ inlineSize: `${choice.branches === 0 ? 0 : Math.round((choice.passed / choice.branches) * 100)}%` }} />
                    </button>
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </div>
        <DrillList own title={t(drillWords.history)} drills={drills ?? []} none={t(drillWords.noHistory)} />
      </div>
    </TrainingFrame>
  )
}
