import { Button } from 'antd'
import { useState } from 'react'
import type { DraftedCondition, DraftedPath } from '../../../../server/protocol.ts'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { ConditionForm } from './condition-form.tsx'
import { withPath, withPaths } from './flow-edits.ts'
import { conditionLabel } from './flow-texts.ts'
import type { FlowTools } from './flow-tools.ts'
import { StepChoice } from './selects.tsx'
import styles from './structure.module.css'

function swapped(paths: readonly DraftedPath[], place: number): readonly DraftedPath[] {
  const [one, other] = [paths[place], paths[place + 1]]
  return one && other ? paths.with(place, other).with(place + 1, one) : paths
}

/** The paths of a decision, in the order in which they are tried. */
export function StepPaths({ tools, id }: { readonly tools: FlowTools; readonly id: string }) {
  const t = useText()
  const { flow, catalogue, change } = tools
  const [adding, setAdding] = useState(false)
  const [when, setWhen] = useState<DraftedCondition | null>(null)
  const [go, setGo] = useState<string | null>(null)
  const [editing, setEditing] = useState<number | null>(null)
  const step = flow.steps[id]
  if (step?.kind !== 'decide') return null
  const { paths } = step
  const set = (next: readonly DraftedPath[]): void => change((now) => withPaths(now, id, next))
  const move = (place: number): void => {
    setEditing(null)
    set(swapped(paths, place))
  }
  const textOf = (path: DraftedPath): string => t(path.when === undefined ? structureWords.otherwise : conditionLabel(catalogue, path.when))
  const conditional = paths.filter((path) => path.when !== undefined).length
  return (
    <section>
      <p className={styles['hint']}>{t(structureWords.paths)}</p>
      <ol className={styles['ways']}>
        {paths.map((path, place) => (
          // Paths have no id of their own; their place among so many is one.
          <li key={`${String(paths.length)} ${String(place)}`}>
            <b>{textOf(path)}</b>
            <StepChoice tools={tools} name={t(structureWords.leadsFrom(textOf(path)))} value={path.go} onChange={(to) => set(paths.with(place, { ...path, go: to }))} />
            {path.when !== undefined && (
              <>
                <Button size="small" aria-expanded={editing === place} aria-label={t(structureWords.changeCondition(textOf(path)))} title={t(structureWords.changeCondition(textOf(path)))} onClick={() => setEditing(editing === place ? null : place)}>✎</Button>
                <Button size="small" disabled={place === 0} aria-label={`${t(structureWords.earlier)} ${textOf(path)}`} onClick={() => move(place - 1)}>↑</Button>
                <Button size="small" disabled={place + 1 >= conditional} aria-label={`${t(structureWords.later)} ${textOf(path)}`} onClick={() => move(place)}>↓</Button>
                <Button size="small" aria-label={t(structureWords.removeWay(textOf(path)))} onClick={() => set(paths.filter((_, at) => at !== place))}>✕</Button>
                {editing === place && (
                  <fieldset className={styles['part']} aria-label={t(structureWords.changeCondition(textOf(path)))}>
                    <ConditionForm catalogue={catalogue} value={path.when} onChange={(next) => set(paths.with(place, { ...path, when: next }))} />
                  </fieldset>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
      <Button size="small" aria-expanded={adding} onClick={() => setAdding(!adding)}>＋ {t(structureWords.addPath)}</Button>
      {adding && (
        <fieldset className={styles['part']} aria-label={t(structureWords.addPath)}>
          <ConditionForm catalogue={catalogue} value={when} onChange={setWhen} />
          <h4>{t(structureWords.goes)}</h4>
          <StepChoice tools={tools} name={t(structureWords.goes)} value={go} onChange={setGo} />
          <Button
            type="primary"
            disabled={when === null || go === null}
            onClick={() => {
              if (when === null || go === null) return
              set(withPath(paths, when, go))
              setAdding(false)
              setWhen(null)
              setGo(null)
            }}
          >
            {t(structureWords.add)}
          </Button>
        </fieldset>
      )}
    </section>
  )
}
