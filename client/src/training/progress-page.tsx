import { Button, Select, Table, type TableColumnsType } from 'antd'
import { Link, useSearchParams } from 'react-router'
import type { TraineeProgress } from '../../../server/protocol.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { appWords } from '../i18n/app-words.ts'
import { progressWords } from '../i18n/progress-words.ts'
import { useText } from '../i18n/use-text.ts'
import { usePreferences } from '../state/preferences.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { ProgressFaults } from './progress-faults.tsx'
import styles from './progress-page.module.css'
import { ProgressReadiness } from './progress-readiness.tsx'
import { TrainingFrame } from './training-frame.tsx'
import { useDay } from './use-day.ts'
import { useProgress } from './use-progress.ts'

/** The trainees of a team: who is ready for the floor, what the others lack, and their faults over time. */
export function ProgressPage() {
  const t = useText()
  const day = useDay()
  const failureText = useFailureText()
  const { language } = usePreferences()
  const [parameters, setParameters] = useSearchParams()
  const team = parameters.get('team')
  const { data: view, error, refetch } = useProgress(team)
  const file = (format: 'csv' | 'xlsx') => `/api/training/progress/sheet?${new URLSearchParams({ format, lang: language, ...(team !== null && { team }) }).toString()}`
  const columns: TableColumnsType<TraineeProgress> = [
    { title: t(progressWords.name), width: 150, render: (_, { person }) => <Link to={`/training/progress/${encodeURIComponent(person.id)}`}>{person.name}</Link> },
    { title: t(progressWords.team), width: 130, render: (_, row) => row.team?.name ?? '–' },
    { title: t(progressWords.readiness), width: 360, sorter: (a, b) => a.readiness - b.readiness, render: (_, row) => <ProgressReadiness of={row} /> },
    { title: t(progressWords.mastered), width: 110, align: 'right', sorter: (a, b) => a.mastered - b.mastered, render: (_, { mastered, scenarios }) => t(progressWords.of(mastered, scenarios)) },
    { title: t(progressWords.branches), width: 120, align: 'right', sorter: (a, b) => a.branchesPassed - b.branchesPassed, render: (_, { branchesPassed, branches }) => t(progressWords.of(branchesPassed, branches)) },
    { title: t(progressWords.clean), width: 110, align: 'right', sorter: (a, b) => (a.clean ?? -1) - (b.clean ?? -1), render: (_, { clean }) => (clean === null ? '–' : t(progressWords.percent(clean))) },
    { title: t(progressWords.examMean), width: 100, align: 'right', sorter: (a, b) => (a.examMean ?? -1) - (b.examMean ?? -1), render: (_, { examMean }) => (examMean === null ? '–' : examMean.toFixed(0)) },
    { title: t(progressWords.drills), width: 80, align: 'right', sorter: (a, b) => a.drills - b.drills, dataIndex: 'drills' },
    { title: t(progressWords.last), width: 110, align: 'right', sorter: (a, b) => (a.lastDrillAt ?? 0) - (b.lastDrillAt ?? 0), render: (_, { lastDrillAt }) => (lastDrillAt === null ? t(progressWords.never) : day(lastDrillAt)) },
  ]
  const ready = view?.trainees.filter(({ lacks }) => lacks.length === 0).length ?? 0
  return (
    <TrainingFrame title={t(progressWords.title)} note={t(progressWords.intro)}>
      <div className={styles['tools']}>
        {view && view.teams.length > 1 && <Select allowClear aria-label={t(progressWords.team)} placeholder={t(progressWords.allTeams)} className={styles['team'] ?? ''} value={team} onChange={(value: string | undefined) => setParameters(value === undefined ? {} : { team: value }, { replace: true })} options={view.teams.map(({ id, name }) => ({ value: id, label: name }))} />}
        {view && <strong>{t(progressWords.readyOf(ready, view.trainees.length))}</strong>}
        <span />
        <Button href={file('csv')}>{t(progressWords.csv)}</Button>
        <Button href={file('xlsx')}>{t(progressWords.xlsx)}</Button>
      </div>
      {error && <EmptyState title={failureText(error)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />}
      {!view && !error && <LoadingState label={t(appWords.loading)} lines={6} />}
      {view?.trainees.length === 0 && <EmptyState title={t(progressWords.none)}>{t(progressWords.noneHelp)}</EmptyState>}
      {view && view.trainees.length > 0 && (
        <>
          <Table<TraineeProgress> size="small" rowKey={({ person }) => person.id} columns={columns} dataSource={[...view.trainees]} pagination={{ defaultPageSize: 50, hideOnSinglePage: true }} scroll={{ x: 1180 }} showSorterTooltip={false} />
          <ProgressFaults faults={view.faults} />
        </>
      )}
    </TrainingFrame>
  )
}
