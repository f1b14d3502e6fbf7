import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo } from 'react'
import type { ScenarioPage } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { layOut } from '../flow-screen/flow-layout.ts'
import { walkedWays } from '../flow-screen/walked-ways.ts'
import { libraryWords } from '../i18n/library-words.ts'
import { useText } from '../i18n/use-text.ts'
import { usePreferences } from '../state/preferences.ts'
import { LoadingState } from '../ui/states.tsx'
import styles from './debrief-flow.module.css'

const FlowGraph = lazy(() => import('../flow-screen/flow-graph.tsx').then(({ FlowGraph: graph }) => ({ default: graph })))

interface Props {
  readonly scenario: string
  /** Steps of the scenario that the drill came by, in order. */
  readonly path: readonly string[]
  readonly selected: string | null
  readonly onSelect: (step: string) => void
}

/** The scenario's graph with the way that the drill took. */
export function DebriefFlow({ scenario, path, selected, onSelect }: Props) {
  const t = useText()
  const { language } = usePreferences()
  const { data: page } = useQuery({ queryKey: ['scenario', scenario], queryFn: () => getJson<ScenarioPage>(`/api/library/scenarios/${encodeURIComponent(scenario)}`), retry: false })
  const { data: layout, isError } = useQuery({ queryKey: ['layout', scenario, page?.libraryVersion, language], queryFn: () => (page ? layOut(page, language) : null), enabled: page !== undefined, staleTime: Infinity, retry: false })
  const walked = useMemo(() => page && { passed: new Set(path), ways: walkedWays(page.steps, path), at: null }, [page, path])
  const waiting = <LoadingState label={t(libraryWords.laying)} lines={4} />
  return (
    <section className={styles['flow']} aria-label={t(libraryWords.flow)}>
      {isError && <p>{t(libraryWords.drawFailed)}</p>}
      {!layout && !isError && waiting}
      {layout && page && walked && <Suspense fallback={waiting}><FlowGraph layout={layout} initial={page.initial} selected={selected} path={walked} counts={null} onSelect={onSelect} /></Suspense>}
    </section>
  )
}
