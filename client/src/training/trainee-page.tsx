import { Switch, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { ScenarioProgress } from '../../../server/protocol.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { appWords } from '../i18n/app-words.ts'
import { progressWords } from '../i18n/progress-words.ts'
import { useText } from '../i18n/use-text.ts'
import { useNow } from '../state/now.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { DrillList } from './drill-list.tsx'
import { ProgressFaults } from './progress-faults.tsx'
import styles from './progress-page.module.css'
import { ProgressReadiness } from './progress-readiness.tsx'
import { TrainingFrame } from './training-frame.tsx'
import { useDay } from './use-day.ts'
import { useTraineeProgress } from './use-progress.ts'

/** One trainee: scenario by scenario, fault by fault, and the latest drills; without a person in the address, oneself. */
export function TraineePage() {
  const t = useText()
  const day = useDay()
  const failureText = useFailureText()
  const { personId = null } = useParams()
  const now = useNow(60_000)
  const [wantedOnly, setWantedOnly] = useState(true)
  const { data: view, error } = useTraineeProgress(personId)
  const title = t(personId === null ? progressWords.mine : progressWords.title)
  if (error) return <TrainingFrame title={title}><EmptyState title={failureText(error)} {...(personId !== null && { actions: <Link to="/training/progress">{t(progressWords.back)}</Link> })} /></TrainingFrame>
  if (!view) return <TrainingFrame title={title}><LoadingState label={t(appWords.loading)} lines={6} /></TrainingFrame>
  const { trainee, scenarios, faults, drills } = view
  const { clean, examMean, mastered, branchesPassed, branches } = trainee
  const stateOf = ({ mastered: known, recall }: ScenarioProgress) => (known ? progressWords.isMastered : recall === null ? progressWords.notYet : progressWords.practising)
  const columns: TableColumnsType<ScenarioProgress> = [
    { title: t(progressWords.scenario), render: (_, { title }) => t(title) },
    { title: t(progressWords.state), width: 110, sorter: (a, b) => Number(a.mastered) - Number(b.mastered), render: (_, row) => (row.mastered ? <b>✓ {t(stateOf(row))}</b> : t(stateOf(row))) },
    { title: t(progressWords.lastTotal), width: 100, align: 'right', sorter: (a, b) => (a.lastTotal ?? -1) - (b.lastTotal ?? -1), render: (_, { lastTotal }) => lastTotal ?? '–' },
    { title: t(progressWords.branches), width: 110, align: 'right', sorter: (a, b) => a.branchesPassed - b.branchesPassed, render: (_, row) => t(progressWords.of(row.branchesPassed, row.branches)) },
    { title: t(progressWords.recall), width: 110, align: 'right', sorter: (a, b) => (a.recall ?? -1) - (b.recall ?? -1), render: (_, { recall }) => (recall === null ? '–' : t(progressWords.percent(recall))) },
    { title: t(progressWords.due), width: 110, align: 'right', sorter: (a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity), render: (_, { dueAt }) => (dueAt === null ? '–' : dueAt <= now ? t(progressWords.dueNow) : day(dueAt)) },
  ]
  const figures = [
    { label: progressWords.mastered, value: t(progressWords.of(mastered, trainee.scenarios)) },
    { label: progressWords.branches, value: t(progressWords.of(branchesPassed, branches)) },
    { label: progressWords.clean, value: clean === null ? '–' : t(progressWords.percent(clean)) },
    { label: progressWords.examMean, value: examMean === null ? '–' : examMean.toFixed(0) },
    { label: progressWords.drills, value: String(trainee.drills) },
  ]
  return (
    <TrainingFrame title={personId === null ? title : trainee.person.name} note={personId === null ? t(progressWords.mineHelp) : <Link to="/training/progress">‹ {t(progressWords.back)}{trainee.team && ` · ${trainee.team.name}`}</Link>}>
      <div className={styles['figures']}>
        <div><small>{t(progressWords.readiness)}</small><ProgressReadiness of={trainee} /></div>
        {figures.map(({ label, value }) => <div key={label.en}><small>{t(label)}</small><strong>{value}</strong></div>)}
      </div>
      <div className={styles['columns']}>
        <div>
          <ProgressFaults faults={faults} />
          <p><label><Switch size="small" checked={wantedOnly} onChange={setWantedOnly} /> {t(progressWords.wantedOnly)}</label></p>
          <Table<ScenarioProgress> size="small" rowKey="scenario" columns={columns} dataSource={scenarios.filter(({ wanted }) => wanted || !wantedOnly)} pagination={{ defaultPageSize: 20, hideOnSinglePage: true }} showSorterTooltip={false} />
        </div>
        <DrillList title={t(progressWords.recent)} drills={drills} none={t(progressWords.noDrills)} />
      </div>
    </TrainingFrame>
  )
}
