import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import type { DraftView, FlowDraftView, FlowParts } from '../../../../server/protocol.ts'
import { layOut } from '../../flow-screen/flow-layout.ts'
import { authoringWords } from '../../i18n/authoring-words.ts'
import { libraryWords } from '../../i18n/library-words.ts'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { usePreferences } from '../../state/preferences.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { plainKey, type Press, useKeys } from '../../ui/keys.ts'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { AddStep } from './add-step.tsx'
import { compareFlows } from './compare-flows.ts'
import { catalogueOf, plain } from './flow-texts.ts'
import { faultsOf, FlowProblems } from './flow-problems.tsx'
import type { FlowTools } from './flow-tools.ts'
import type { Walk } from './flow-walk.ts'
import { StepChoice } from './selects.tsx'
import { StepPanel } from './step-panel.tsx'
import styles from './structure.module.css'
import { useFlowEdit } from './use-flow-edit.ts'
import { beginWalk, WalkPanel } from './walk-panel.tsx'

const FlowGraph = lazy(() => import('../../flow-screen/flow-graph.tsx').then(({ FlowGraph: graph }) => ({ default: graph })))

interface Props {
  readonly draft: DraftView
  readonly view: FlowDraftView
  readonly parts: FlowParts
}

/** The flow as a graph beside the step that is being changed. */
export function StructureEditor({ draft, view, parts }: Props) {
  const t = useText()
  const { language } = usePreferences()
  const edit = useFlowEdit(draft.id, view)
  const { flow, sentences } = edit.state
  const [selected, select] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const [walk, setWalk] = useState<Walk | null>(null)
  const catalogue = useMemo(() => {
    const written = Object.entries(sentences).map(([ref, { say, must_say: points }]) => ({ ref, text: String(say), label: Array.isArray(points) && points[0] ? { zh: String(points[0].point), en: String(points[0].en) } : plain(ref) }))
    return catalogueOf(parts, [...view.phrases, ...written], flow.reactions)
  }, [parts, view, sentences, flow.reactions])
  const { change: changeState } = edit
  const change = useCallback<FlowTools['change']>((next) => changeState((state) => ({ ...state, flow: next(state.flow) })), [changeState])
  const tools: FlowTools = { draft, catalogue, edit, flow, before: view.before, change, selected, select }
  const { faults } = draft
  const { marks, steps } = useMemo(() => compareFlows(catalogue, view.before, flow, faultsOf(faults, flow.id).flatMap(({ at }) => at?.step ?? [])), [catalogue, view, flow, faults])
  const { data: layout, isError } = useQuery({ queryKey: ['layout', 'draft', JSON.stringify(steps), language], queryFn: () => layOut({ steps }, language), staleTime: Infinity, gcTime: 60_000, retry: false, placeholderData: (before) => before })
  const path = useMemo(() => walk && { passed: new Set(walk.passed), ways: new Set(walk.passed.slice(1).map((to, place) => `${walk.passed[place] ?? ''}→${to}`)), at: walk.at }, [walk])
  const writable = draft.may.change
  const chosen = (id: string): void => {
    setAdding(false)
    select(id)
  }
  const undoOrRedo = ({ key, ctrlKey, metaKey }: Pick<Press, 'key' | 'ctrlKey' | 'metaKey'>): boolean => {
    if (!writable || !(ctrlKey || metaKey)) return false
    const step = key === 'y' || key === 'Z' ? edit.redo : key === 'z' ? edit.undo : null
    step?.()
    return step !== null
  }
  const add = (): void => {
    setAdding(true)
    setWalk(null)
  }
  const toggleWalk = (): void => setWalk(walk === null ? beginWalk(tools) : null)
  useKeys((press) => {
    const key = plainKey(press)
    if (key === 'a' && writable) add()
    else if (key === 'w') toggleWalk()
    else return undoOrRedo(press)
    return true
  })
  return (
    <div
      className={styles['editor']}
      onKeyDown={(event) => {
        // A list of choices keeps the focus once something is chosen; with nothing typed into it there is nothing of its own to undo.
        if (event.target instanceof HTMLInputElement && event.target.role === 'combobox' && event.target.value === '' && undoOrRedo(event)) event.preventDefault()
      }}
    >
      <div className={styles['bar']}>
        <Button disabled={!writable} type="primary" onClick={add}>＋ {t(structureWords.addStep)} <KeyCap of="A" /></Button>
        <Button disabled={!writable || edit.undo === null} onClick={() => edit.undo?.()}>{t(structureWords.undo)} <KeyCap of="Ctrl Z" /></Button>
        <Button disabled={!writable || edit.redo === null} onClick={() => edit.redo?.()}>{t(structureWords.redo)} <KeyCap of="Ctrl Y" /></Button>
        {view.before && <Button disabled={!writable || JSON.stringify(flow) === JSON.stringify(view.before)} onClick={() => change(() => view.before ?? flow)}>{t(structureWords.reset)}</Button>}
        <Button aria-pressed={walk !== null} onClick={toggleWalk}>{t(walk === null ? structureWords.walk : structureWords.walkEnd)} <KeyCap of="W" /></Button>
        <span role="status" data-state={edit.saved}>{t(edit.saved === 'saving' ? authoringWords.saving : edit.saved === 'saved' ? authoringWords.saved : authoringWords.unsaved)}</span>
      </div>
      <div className={styles['graph']}>
        {isError && <EmptyState title={t(libraryWords.drawFailed)} />}
        {!layout && !isError && <LoadingState label={t(libraryWords.laying)} lines={4} />}
        {layout && (
          <Suspense fallback={<LoadingState label={t(libraryWords.laying)} lines={4} />}>
            <FlowGraph layout={layout} initial={flow.initial} selected={selected} path={path} counts={null} marks={marks} steady onSelect={chosen} />
          </Suspense>
        )}
      </div>
      <aside className={styles['side']}>
        <FlowProblems tools={tools} />
        {walk ? (
          <div><WalkPanel tools={tools} walk={walk} go={setWalk} /></div>
        ) : (
          <fieldset disabled={!writable}>
            {adding ? (
              <AddStep tools={tools} close={() => setAdding(false)} />
            ) : (
              <>
                <StepChoice tools={tools} name={t(selected === null ? structureWords.noStep : structureWords.step)} value={selected} onChange={chosen} />
                {selected !== null && <StepPanel key={selected} tools={tools} id={selected} />}
              </>
            )}
          </fieldset>
        )}
      </aside>
    </div>
  )
}
