import { Link, useSearchParams } from 'react-router'
import type { DraftView } from '../../../../server/protocol.ts'
import { appWords } from '../../i18n/app-words.ts'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { newestQuery } from '../../state/newest-query.ts'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { NewScenario } from './new-scenario.tsx'
import { Choice } from './selects.tsx'
import { StructureEditor } from './structure-editor.tsx'
import styles from './structure.module.css'
import { useFlow, useFlowParts } from './use-flow-edit.ts'

function OpenFlow({ draft, flow }: { readonly draft: DraftView; readonly flow: string }) {
  const t = useText()
  const { data: parts, isError: noParts } = useFlowParts(draft.id)
  const { data: view, isError } = useFlow(draft.id, flow, draft.base)
  if (isError || noParts) return <EmptyState title={t(structureWords.broken)} />
  if (!view || !parts) return <LoadingState label={t(appWords.loading)} lines={6} />
  return <StructureEditor draft={draft} view={view} parts={parts} />
}

/** The structure of one flow of a draft; `?flow=` names it. */
export function StructureTab({ draft }: { readonly draft: DraftView }) {
  const t = useText()
  const [parameters, setParameters] = useSearchParams()
  const flow = parameters.get('flow')
  const { data: parts } = useFlowParts(draft.id)
  const changed = new Set(draft.changes.flatMap(({ kind, id }) => (kind === 'flow' ? [id] : [])))
  const known = new Set(parts?.flows.map(({ id }) => id))
  // What the draft adds is not among the parts of the words that it began from.
  const added = draft.diffs.flatMap(({ path }) => /^flows\/[^/]+\/([^/]+)\.json$/u.exec(path)?.[1] ?? []).filter((id) => !known.has(id))
  const titleOf = (id: string): string => t(draft.changes.find((each) => each.kind === 'flow' && each.id === id)?.title ?? { zh: id, en: id })
  const fresh = added.map((id) => ({ value: id, label: `● ${titleOf(id)}`, detail: id }))
  const options = (parts?.flows ?? []).map(({ id, title, within }) => ({ value: id, label: `${changed.has(id) ? '● ' : ''}${t(title)}`, detail: `${t(within)} ${id}` }))
  const scenarios = new Set(parts?.flows.flatMap(({ id, scenario }) => (scenario ? [id] : [])))
  const choose = (id: string): void => setParameters(newestQuery({ flow: id }))
  return (
    <div className={styles['tab']}>
      <Choice name={t(structureWords.flow)} value={flow} onChange={choose} options={[...fresh, ...options]} />
      {draft.may.change && <NewScenario key={flow} draft={draft} scenarios={options.filter(({ value }) => scenarios.has(value))} suggested={flow !== null && scenarios.has(flow) ? flow : null} open={choose} />}
      {flow !== null && added.includes(flow) && <Link to={`?kind=scenario&item=${flow}`}>{t(structureWords.scenarioHead)}</Link>}
      {flow === null ? <EmptyState title={t(structureWords.choose)}>{t(structureWords.chooseHelp)}</EmptyState> : <OpenFlow key={flow} draft={draft} flow={flow} />}
    </div>
  )
}
