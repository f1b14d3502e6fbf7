import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import type { DraftedStep, Label } from '../../../../server/protocol.ts'
import { appWords } from '../../i18n/app-words.ts'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import { Field } from '../form-fields.tsx'
import { withStep } from './flow-edits.ts'
import { type FlowTools, isFreeName } from './flow-tools.ts'
import { MissingParts } from './missing-parts.tsx'
import { Choice, FactChoice, StepChoice } from './selects.tsx'
import { SentenceChoice } from './sentence-choice.tsx'
import styles from './structure.module.css'

type Kind = DraftedStep['kind']
const kinds: readonly Kind[] = ['say', 'ask', 'decide', 'switch', 'end']

interface Parts {
  readonly phrase: string | null
  readonly fact: string | null
  readonly to: string | null
  readonly flow: string | null
  readonly outcome: string | null
}
const nothing: Parts = { phrase: null, fact: null, to: null, flow: null, outcome: null }

/** The step that the parts make, or null while one is missing. */
function stepOf(kind: Kind, { phrase, fact, to, flow, outcome }: Parts): DraftedStep | null {
  if (kind === 'switch') return flow === null ? null : { kind, flow }
  if (kind === 'end') return outcome === null ? null : { kind, outcome }
  if (to === null) return null
  if (kind === 'decide') return { kind, paths: [{ go: to }] }
  if (phrase === null) return null
  if (kind === 'say') return { kind, phrase, on: { 'agent said it': to } }
  return fact === null ? null : { kind, phrase, fact, next: to, on: {} }
}

const onwards = (kind: Kind): Label => (kind === 'ask' ? structureWords.next : kind === 'decide' ? structureWords.otherwise : structureWords.agentSaid)

/** What a step of a kind is made of, each with whether it is there. */
function partsOf(kind: Kind, { phrase, fact, to, flow, outcome }: Parts): readonly (readonly [Label, boolean])[] {
  if (kind === 'switch') return [[structureWords.scenario, flow !== null]]
  if (kind === 'end') return [[structureWords.outcome, outcome !== null]]
  const last = [onwards(kind), to !== null] as const
  if (kind === 'decide') return [last]
  const sentence = [structureWords.sentence, phrase !== null] as const
  return kind === 'ask' ? [sentence, [structureWords.fact, fact !== null], last] : [sentence, last]
}

/** A step that the flow does not have yet. Where it is come from is said at the steps before it. */
export function AddStep({ tools, close }: { readonly tools: FlowTools; readonly close: () => void }) {
  const t = useText()
  const { flow, catalogue, change, select } = tools
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Kind>('say')
  const [parts, setParts] = useState(nothing)
  const set = (some: Partial<Parts>): void => setParts((before) => ({ ...before, ...some }))
  const step = stepOf(kind, parts)
  const free = isFreeName(flow, name.trim())
  const add = (): void => {
    if (step === null || !free) return
    change((now) => withStep(now, name.trim(), step))
    select(name.trim())
    close()
  }
  return (
    <section className={styles['step']} aria-label={t(structureWords.addStep)} onKeyDown={({ key, target }) => key === 'Escape' && !(target instanceof HTMLElement && target.ariaExpanded === 'true') && close()}>
      <h2>{t(structureWords.addStep)}</h2>
      <Field label={structureWords.name} note={name === '' ? t(structureWords.nameHelp) : free ? undefined : t(structureWords.nameTaken)}>{(id) => <Input id={id} autoFocus value={name} maxLength={60} onChange={({ target }) => setName(target.value)} />}</Field>
      <Segmented<Kind> block value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: t(structureWords.kinds[value]) }))} aria-label={t(structureWords.kind)} />
      {(kind === 'say' || kind === 'ask') && <SentenceChoice tools={tools} value={parts.phrase} suggested={name} onChange={(phrase) => set({ phrase })} />}
      {kind === 'ask' && <FactChoice catalogue={catalogue} name={t(structureWords.fact)} value={parts.fact} onChange={(fact) => set({ fact })} />}
      {kind === 'switch' && <Choice name={t(structureWords.scenario)} value={parts.flow} onChange={(each) => set({ flow: each })} options={catalogue.flows.filter(({ scenario }) => scenario).map(({ id, title, within }) => ({ value: id, label: t(title), detail: t(within) }))} />}
      {kind === 'end' && <Choice name={t(structureWords.outcome)} value={parts.outcome} onChange={(outcome) => set({ outcome })} options={catalogue.outcomes.map(({ id, label }) => ({ value: id, label: t(label), detail: id }))} />}
      {kind !== 'switch' && kind !== 'end' && (
        <StepChoice tools={tools} name={t(onwards(kind))} value={parts.to} onChange={(to) => set({ to })} />
      )}
      <MissingParts parts={[[structureWords.name, free], ...partsOf(kind, parts)]} />
      <div className={styles['answers']}>
        <Button type="primary" disabled={step === null || !free} onClick={add}>{t(structureWords.add)}</Button>
        <Button onClick={close}>{t(appWords.cancel)} <KeyCap of="Esc" /></Button>
      </div>
    </section>
  )
}
