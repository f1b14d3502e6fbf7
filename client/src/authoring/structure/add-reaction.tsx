import { Button, Input } from 'antd'
import { useState } from 'react'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { Field } from '../form-fields.tsx'
import { withOwnReaction, withReaction } from './flow-edits.ts'
import type { FlowTools } from './flow-tools.ts'
import { MissingParts } from './missing-parts.tsx'
import { Choice, StepChoice } from './selects.tsx'
import styles from './structure.module.css'

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
const idFrom = (label: string): string => `own:${label.toLowerCase().replaceAll(/[^a-z0-9]+/gu, ' ').trim().slice(0, 50)}`

/** Lets a step answer one more reaction: one of the catalogue, or one that is written here with its label and its wordings. */
export function AddReaction({ tools, id, close }: { readonly tools: FlowTools; readonly id: string; readonly close: () => void }) {
  const t = useText()
  const { flow, catalogue, change, edit } = tools
  const [own, setOwn] = useState(false)
  const [reaction, setReaction] = useState<string | null>(null)
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const [wordings, setWordings] = useState('')
  const [to, setTo] = useState<string | null>(null)
  const step = flow.steps[id]
  const answered = new Set(step && 'on' in step ? Object.keys(step.on) : [])
  const known = [...catalogue.reactions, ...Object.entries(flow.reactions ?? {}).map(([each, label]) => ({ id: each, label, common: true }))]
  const options = known.filter((each) => !answered.has(each.id)).map((each) => ({ value: each.id, label: t(each.label), detail: each.id }))
  const ownId = idFrom(en)
  const parts = [
    ...(own
      ? ([[structureWords.labelZh, zh.trim() !== ''], [structureWords.labelEn, ownId !== 'own:' && !catalogue.reactionOf.has(ownId)], [structureWords.wordings, linesOf(wordings).length > 0]] as const)
      : ([[structureWords.reaction, reaction !== null]] as const)),
    [structureWords.leadsTo, to !== null],
  ] as const
  const ready = parts.every(([, there]) => there)
  const add = (): void => {
    if (to === null) return
    if (own) edit.change((state) => ({ ...state, flow: withOwnReaction(state.flow, id, ownId, { zh: zh.trim(), en: en.trim() }, to), wordings: { ...state.wordings, [ownId]: linesOf(wordings) } }))
    else if (reaction !== null) change((now) => withReaction(now, id, reaction, to))
    close()
  }
  return (
    <fieldset className={styles['part']} aria-label={t(structureWords.addReaction)}>
      {!own && <Choice name={t(structureWords.reaction)} value={reaction} onChange={setReaction} options={options} />}
      <Button size="small" type="link" aria-expanded={own} onClick={() => setOwn(!own)}>{t(structureWords.ownReaction)}</Button>
      {own && (
        <>
          <Field label={structureWords.labelZh}>{(field) => <Input id={field} maxLength={24} value={zh} onChange={({ target }) => setZh(target.value)} />}</Field>
          <Field label={structureWords.labelEn}>{(field) => <Input id={field} maxLength={60} value={en} onChange={({ target }) => setEn(target.value)} />}</Field>
          <Field label={structureWords.wordings}>{(field) => <Input.TextArea id={field} autoSize={{ minRows: 2, maxRows: 8 }} value={wordings} onChange={({ target }) => setWordings(target.value)} />}</Field>
        </>
      )}
      <h4>{t(structureWords.leadsTo)}</h4>
      <StepChoice tools={tools} name={t(structureWords.leadsTo)} value={to} onChange={setTo} />
      <MissingParts parts={parts} />
      <Button type="primary" disabled={!ready} onClick={add}>{t(structureWords.add)}</Button>
    </fieldset>
  )
}
