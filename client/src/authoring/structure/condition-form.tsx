import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { DraftedCondition } from '../../../../server/protocol.ts'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { ComparisonForm } from './comparison-form.tsx'
import { bare, type Join, joinOf, joins, negated, otherJoin, partsOf, withJoin, withPart, withPartAt } from './condition-edits.ts'
import { type Catalogue, conditionLabel } from './flow-texts.ts'
import styles from './structure.module.css'

interface NodeProps {
  readonly catalogue: Catalogue
  readonly value: DraftedCondition
  /** How the list is joined in which it stands; null at the top. */
  readonly within: Join | null
  readonly open?: boolean
  readonly onChange: (condition: DraftedCondition) => void
  /** Null where something must remain. */
  readonly remove: (() => void) | null
}

/** What can be done with a part: the opposite of it, a further part beside it, without it. */
function Steps({ catalogue, value, within, onChange, remove, name }: NodeProps & { readonly name: string }) {
  const t = useText()
  const [adding, setAdding] = useState<Join | null>(null)
  return (
    <>
      <div className={styles['steps']}>
        <Button size="small" aria-pressed={'not' in value} aria-label={`${t(structureWords.not)} ${name}`} onClick={() => onChange(negated(value))}>{t(structureWords.not)}</Button>
        {(within === null ? joins : [otherJoin(within)]).map((join) => (
          <Button key={join} size="small" aria-expanded={adding === join} aria-label={`${t(structureWords.joins[join])} ${name}`} onClick={() => setAdding(adding === join ? null : join)}>＋ {t(structureWords.joins[join])}</Button>
        ))}
        {remove && <Button size="small" aria-label={t(structureWords.removeWay(name))} onClick={remove}>✕</Button>}
      </div>
      {adding && (
        <fieldset className={styles['part']} aria-label={t(structureWords.addPart)}>
          <ComparisonForm
            catalogue={catalogue}
            value={null}
            onChange={(part) => {
              setAdding(null)
              onChange(withPart(value, adding, part))
            }}
          />
        </fieldset>
      )}
    </>
  )
}

function Leaf(props: NodeProps) {
  const t = useText()
  const { catalogue, value, onChange, open = false } = props
  const [editing, setEditing] = useState(open)
  const { inner, negated: not } = bare(value)
  const name = t(conditionLabel(catalogue, value))
  return (
    <div className={styles['leaf']}>
      <div>
        <button type="button" aria-expanded={editing} aria-label={t(structureWords.changePart(name))} onClick={() => setEditing(!editing)}>{name}</button>
        <Steps {...props} name={name} />
      </div>
      {editing && <ComparisonForm catalogue={catalogue} value={inner} onChange={(next) => onChange(not ? { not: next } : next)} />}
    </div>
  )
}

function Group(props: NodeProps & { readonly join: Join }) {
  const t = useText()
  const { catalogue, value, join, onChange } = props
  const { inner, negated: not } = bare(value)
  const parts = partsOf(inner)
  const name = t(conditionLabel(catalogue, value))
  return (
    <fieldset className={styles['group']} aria-label={name}>
      <div>
        {not && <b>{t(structureWords.not)}</b>}
        <Segmented<Join> size="small" aria-label={t(structureWords.join)} value={join} onChange={(next) => onChange(withJoin(value, next))} options={joins.map((each) => ({ value: each, label: t(structureWords.joined[each]) }))} />
        <Steps {...props} name={name} />
      </div>
      {parts.map((part, place) => (
        <ConditionNode key={`${String(parts.length)} ${String(place)}`} catalogue={catalogue} value={part} within={join} onChange={(next) => onChange(withPartAt(value, place, next))} remove={parts.length === 1 ? null : () => onChange(withPartAt(value, place, null))} />
      ))}
    </fieldset>
  )
}

function ConditionNode(props: NodeProps) {
  const join = joinOf(bare(props.value).inner)
  return join === null ? <Leaf {...props} /> : <Group {...props} join={join} />
}

/**
 * A condition of any shape: comparisons joined by and/or, each part of it changed, negated, added and removed where it stands.
 * Tells the condition at each change; `value` null: none yet.
 */
export function ConditionForm({ catalogue, value, onChange }: { readonly catalogue: Catalogue; readonly value: DraftedCondition | null; readonly onChange: (condition: DraftedCondition) => void }) {
  const [begunHere] = useState(value === null)
  if (value === null) return <ComparisonForm catalogue={catalogue} value={null} onChange={onChange} />
  return <ConditionNode catalogue={catalogue} value={value} within={null} open={begunHere} onChange={onChange} remove={null} />
}
