import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { ScenarioPage as Page } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { appWords } from '../i18n/app-words.ts'
import { coverageWords } from '../i18n/coverage-words.ts'
import { libraryWords } from '../i18n/library-words.ts'
import { useText } from '../i18n/use-text.ts'
import { usePreferences } from '../state/preferences.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import { layOut } from '../flow-screen/flow-layout.ts'
import { FlowDrawing } from '../flow-screen/flow-drawing.tsx'
import type { CallPath } from '../flow-screen/flow-parts.tsx'
import { ScenarioNotes } from './scenario-notes.tsx'
import styles from './scenario-page.module.css'
import { StepCard } from './step-card.tsx'
import { useCoverage } from './use-coverage.ts'
import { useCallPath } from '../flow-screen/use-call-path.ts'
import { wayCounts } from '../flow-screen/way-counts.ts'

const FlowGraph = lazy(() => import('../flow-screen/flow-graph.tsx').then(({ FlowGraph: graph }) => ({ default: graph })))

function Scenario({ page, path }: { readonly page: Page; readonly path: CallPath | null }) {
  const t = useText()
  const { language } = usePreferences()
  const [selected, setSelected] = useState<string | null>(null)
  const { data: layout, isError } = useQuery({ queryKey: ['layout', page.id, page.libraryVersion, language], queryFn: () => layOut(page, language), staleTime: Infinity, retry: false })
  const { view: coverage } = useCoverage()
  const covered = coverage && coverage.calls > 0 ? coverage.flows.find(({ id }) => id === page.id) : undefined
  const counts = useMemo(() => (covered && path === null ? wayCounts(covered) : null), [covered, path])
  const select = (step: string) => {
    setSelected(step)
    document.getElementById(`step-${step}`)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' })
  }
  const worded = page.steps.filter(({ kind }) => kind === 'say' || kind === 'ask' || kind === 'decide')
  return (
    <main className={styles['page']}>
      <section className={styles['flow']} aria-label={t(libraryWords.flow)}>
        {isError && <EmptyState title={t(libraryWords.drawFailed)} />}
        {!layout && !isError && <LoadingState label={t(libraryWords.laying)} lines={4} />}
        {layout && (
          <Suspense fallback={<LoadingState label={t(libraryWords.laying)} lines={4} />}>
            <FlowGraph layout={layout} initial={page.initial} selected={selected} path={path} counts={counts} onSelect={select} />
          </Suspense>
        )}
        <small>
          {t(libraryWords.flowHelp)}
          {counts && coverage && ` · ${t(coverageWords.onGraph(coverage.calls))}`}
        </small>
      </section>
      <article className={styles['words']}>
        <header>
          <small>{t(page.familyLabel)}</small>
          <h1>{t(page.title)}</h1>
          {page.goal && <p>{t(page.goal)}</p>}
          <p className={styles['source']}>{page.source} · {t(libraryWords.version(page.libraryVersion))}</p>
        </header>
        <ScenarioNotes page={page} />
        {layout && <FlowDrawing layout={layout} />}
        <h2>{t(libraryWords.sentences)}</h2>
        <ol className={styles['steps']}>
          {worded.map((step, at) => (
            <StepCard key={step.id} step={step} number={at + 1} steps={page.steps} selected={selected === step.id} covered={covered} onSelect={select} />
          ))}
        </ol>
        <h2>{t(libraryWords.openings)}</h2>
        <ul className={styles['openings']}>{page.openings.map((opening) => <li key={opening}>“{opening}”</li>)}</ul>
      </article>
    </main>
  )
}

function DuringCall({ page, callId }: { readonly page: Page; readonly callId: string }) {
  return <Scenario page={page} path={useCallPath(callId, page)} />
}

/** One scenario as a trainer reads it; `?call=` shows where that call stands in it. */
export function ScenarioPage() {
  const t = useText()
  const navigate = useNavigate()
  const { scenarioId = '' } = useParams()
  const callId = useSearchParams()[0].get('call')
  const { data: page, isError } = useQuery({ queryKey: ['scenario', scenarioId], queryFn: () => getJson<Page>(`/api/library/scenarios/${encodeURIComponent(scenarioId)}`), retry: false })
  return (
    <div className={styles['frame']}>
      <TopBar end={<Button onClick={() => window.print()} disabled={!page}>{t(libraryWords.print)}</Button>}>
        <Pages />
      </TopBar>
      {isError && <EmptyState title={t(libraryWords.noSuch)} actions={<Button onClick={() => void navigate('/library')}>{t(libraryWords.toLibrary)}</Button>}>{t(libraryWords.noSuchHelp)}</EmptyState>}
      {!page && !isError && <LoadingState label={t(appWords.loading)} lines={6} />}
      {page && (callId === null ? <Scenario page={page} path={null} /> : <DuringCall page={page} callId={callId} />)}
    </div>
  )
}
