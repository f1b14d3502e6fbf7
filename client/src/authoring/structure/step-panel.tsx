import { Button, Input } from 'antd'
import { useState } from 'react'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { speaks, withName, withStep } from './flow-edits.ts'
import { stepLabel } from './flow-texts.ts'
import { type FlowTools, isFreeName } from './flow-tools.ts'
import { RemoveStep } from './remove-step.tsx'
import { Choice, FactChoice } from './selects.tsx'
import { SentenceChoice } from './sentence-choice.tsx'
import { StepPaths } from './step-paths.tsx'
import { StepReactions } from './step-reactions.tsx'
import styles from './structure.module.css'

function Rename({ tools, id }: { readonly tools: FlowTools; readonly id: string }) {
  const t = useText()
  const { flow, before, change, select } = tools
  const [name, setName] = useState(id)
  const known = before !== null && Object.hasOwn(before.steps, id) && speaks(before.steps[id])
  const rename = (): void => {
    if (!isFreeName(flow, name.trim())) return
    change((now) => withName(now, id, name.trim(), known))
    select(name.trim())
  }
  return (
    <div className={styles['rename']}>
      <Input aria-label={t(structureWords.name)} value={name} maxLength={60} onChange={({ target }) => setName(target.value)} onPressEnter={rename} />
      <Button disabled={!isFreeName(flow, name.trim())} onClick={rename}>{t(structureWords.rename)}</Button>
    </div>
  )
}

/** What a step is made of, by its kind. */
function StepBody({ tools, id }: { readonly tools: FlowTools; readonly id: string }) {
  const t = useText()
  const { flow, catalogue, change } = tools
  const step = flow.steps[id]
  if (step === undefined) return null
  if (step.kind === 'decide') return <StepPaths tools={tools} id={id} />
  if (step.kind === 'switch') {
    const scenarios = catalogue.flows.filter(({ scenario }) => scenario)
    return <Choice name={t(structureWords.scenario)} value={step.flow} onChange={(to) => change((now) => withStep(now, id, { kind: 'switch', flow: to }))} options={scenarios.map(({ id: value, title, within }) => ({ value, label: t(title), detail: t(within) }))} />
  }
  if (step.kind === 'end') {
    return <Choice name={t(structureWords.outcome)} value={step.outcome} onChange={(outcome) => change((now) => withStep(now, id, { kind: 'end', outcome }))} options={catalogue.outcomes.map(({ id: value, label }) => ({ value, label: t(label), detail: value }))} />
  }
  return (
    <>
      <h3>{t(structureWords.sentence)}</h3>
      <SentenceChoice tools={tools} value={step.phrase} suggested={id} onChange={(phrase) => change((now) => withStep(now, id, { ...step, phrase }))} />
      {step.kind === 'ask' && (
        <>
          <h3>{t(structureWords.fact)}</h3>
          <FactChoice catalogue={catalogue} name={t(structureWords.fact)} value={step.fact} onChange={(fact) => change((now) => withStep(now, id, { ...step, fact }))} />
        </>
      )}
      <StepReactions tools={tools} id={id} />
    </>
  )
}

/** The step that is selected, to be changed. */
export function StepPanel({ tools, id }: { readonly tools: FlowTools; readonly id: string }) {
  const t = useText()
  const { flow, catalogue, change } = tools
  const [renaming, setRenaming] = useState(false)
  const step = flow.steps[id]
  if (step === undefined) return null
  return (
    <section className={styles['step']} aria-label={t(structureWords.panel)}>
      <header>
        <small>{t(structureWords.kinds[step.kind])}{flow.initial === id && ` · ${t(structureWords.isFirst)}`}</small>
        <h2>{t(stepLabel(catalogue, id, step))} <code>{id}</code></h2>
        <div>
          <Button size="small" aria-expanded={renaming} onClick={() => setRenaming(!renaming)}>{t(structureWords.rename)}</Button>
          {flow.initial !== id && step.kind !== 'end' && <Button size="small" onClick={() => change((now) => ({ ...now, initial: id }))}>{t(structureWords.makeFirst)}</Button>}
          {Object.keys(flow.steps).length > 1 && <RemoveStep tools={tools} id={id} />}
        </div>
        {renaming && <Rename tools={tools} id={id} />}
      </header>
      <StepBody tools={tools} id={id} />
    </section>
  )
}
