import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { DraftView, FlowDraftView, StructureChange } from '../../../../server/protocol.ts'
import { layOut } from '../../flow-screen/flow-layout.ts'
import { authoringWords } from '../../i18n/authoring-words.ts'
import { libraryWords } from '../../i18n/library-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { usePreferences } from '../../state/preferences.ts'
import { LoadingState } from '../../ui/states.tsx'
import { compareFlows } from './compare-flows.ts'
import { type Catalogue, catalogueOf, withStepLabels } from './flow-texts.ts'
import styles from './flow-difference.module.css'
import { useFlow, useFlowParts } from './use-flow-edit.ts'

const FlowGraph = lazy(() => import('../../flow-screen/flow-graph.tsx').then(({ FlowGraph: graph }) => ({ default: graph })))

function Graph({ view, catalogue }: { readonly view: FlowDraftView; readonly catalogue: Catalogue }) {
  const t = useText()
  const { language } = usePreferences()
  const [selected, select] = useState<string | null>(null)
  const { marks, union } = useMemo(() => compareFlows(catalogue, view.before, view.definition, []), [catalogue, view])
  const { data: layout } = useQuery({ queryKey: ['layout', 'difference', JSON.stringify(union), language], queryFn: () => layOut({ steps: union }, language), staleTime: Infinity, gcTime: 60_000, retry: false })
  if (!layout) return <LoadingState label={t(libraryWords.laying)} lines={4} />
  return (
    <Suspense fallback={<LoadingState label={t(libraryWords.laying)} lines={4} />}>
      <FlowGraph layout={layout} initial={view.definition.initial} selected={selected} path={null} counts={null} marks={marks} onSelect={select} />
    </Suspense>
  )
}

/** What differs in the structure of a flow: as sentences, and on the graph of both structures. */
export function FlowDifference({ draft, flow, changes }: { readonly draft: DraftView; readonly flow: string; readonly changes: readonly StructureChange[] }) {
  const t = useText()
  const { data: parts } = useFlowParts(draft.id)
  const { data: view } = useFlow(draft.id, flow, draft.version)
  const catalogue = useMemo(() => (parts && view ? catalogueOf(parts, view.phrases, { ...view.before?.reactions, ...view.definition.reactions }) : null), [parts, view])
  const named = (change: StructureChange): string => t(catalogue && view ? withStepLabels(catalogue, { ...view.before?.steps, ...view.definition.steps }, change) : change)
  return (
    <div className={styles['difference']}>
      <ul>
        {changes.map((change) => (
          <li key={t(change)}>
            <i data-change={change.change}>{t(authoringWords.kindOfChange[change.change])}</i> {named(change)}
          </li>
        ))}
      </ul>
      {catalogue && view && <div><Graph view={view} catalogue={catalogue} /></div>}
    </div>
  )
}
