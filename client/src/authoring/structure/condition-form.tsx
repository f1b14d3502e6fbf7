import { Button } from 'antd'
import { useState } from 'react'
import type { DraftedCondition, FlowFact } from '../../../../server/protocol.ts'
import { libraryWords } from '../../i18n/library-words.ts'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { type Catalogue, conditionLabel, valueLabel } from './flow-texts.ts'
import type { FlowTools } from './flow-tools.ts'
import { Choice, FactChoice } from './selects.tsx'
import styles from './structure.module.css'

type Comparison = keyof typeof structureWords.comparisons
const comparisonsOf: Readonly<Record<FlowFact['kind'], readonly Comparison[]>> = { number: ['atMost', 'atLeast', 'unknown'], choice: ['is', 'unknown'], 'yes-no': ['is', 'unknown'], text: ['unknown'] }
const units: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = libraryWords.unit

/** The figures that a number can be compared with: those in its unit. */
const comparableWith = ({ factOf, figures }: Pick<Catalogue, 'factOf' | 'figures'>, fact: string | null): Catalogue['figures'] => {
  const unit = fact === null ? undefined : factOf.get(fact)?.unit?.zh
  return figures.filter((figure) => units[figure.unit]?.zh === unit)
}
const comparisonsFor = (catalogue: Catalogue, fact: string | null): readonly Comparison[] => {
  const kind = (fact === null ? undefined : catalogue.factOf.get(fact)?.kind) ?? 'text'
  return kind === 'number' && comparableWith(catalogue, fact).length === 0 ? ['unknown'] : comparisonsOf[kind]
}

interface Begun {
  readonly fact: string | null
  readonly comparison: Comparison | null
  readonly value: string | null
}
const nothing: Begun = { fact: null, comparison: null, value: null }

function conditionOf({ fact, comparison, value }: Begun, kind: FlowFact['kind'] | undefined): DraftedCondition | null {
  if (fact === null || comparison === null) return null
  if (comparison === 'unknown') return { fact, unknown: true }
  if (value === null) return null
  if (comparison === 'atMost') return { fact, atMost: value }
  if (comparison === 'atLeast') return { fact, atLeast: value }
  return { fact, is: kind === 'yes-no' ? value === 'true' : value }
}

/** Puts a condition together: what must hold, one or more facts compared. Tells the condition as soon as it is whole, else null. */
export function ConditionForm({ catalogue, onChange }: Pick<FlowTools, 'catalogue'> & { readonly onChange: (condition: DraftedCondition | null) => void }) {
  const t = useText()
  const [before, setBefore] = useState<readonly DraftedCondition[]>([])
  const [begun, setBegun] = useState(nothing)
  const kindOf = (fact: string | null) => (fact === null ? undefined : catalogue.factOf.get(fact)?.kind)
  const tell = (others: readonly DraftedCondition[], now: Begun): void => {
    const last = conditionOf(now, kindOf(now.fact))
    const [only, second] = last ? [...others, last] : others
    onChange(now.fact !== null && last === null ? null : only === undefined ? null : second === undefined ? only : { all: last ? [...others, last] : others })
  }
  const set = (next: Begun): void => {
    setBegun(next)
    tell(before, next)
  }
  const { fact, comparison, value } = begun
  const kind = kindOf(fact)
  const known = fact === null ? undefined : catalogue.factOf.get(fact)
  const whole = conditionOf(begun, kind)
  const values =
    kind === 'number'
      ? comparableWith(catalogue, fact).map((figure) => ({ value: figure.id, label: `${figure.value} ${t(units[figure.unit] ?? { zh: '', en: '' })}`, detail: figure.source }))
      : kind === 'yes-no' && fact !== null
        ? [true, false].map((each) => ({ value: String(each), label: t(valueLabel(catalogue, fact, each)) }))
        : (known?.options ?? []).map((option) => ({ value: option.value, label: t(option.label) }))
  return (
    <div className={styles['condition']}>
      {before.map((each) => <p key={JSON.stringify(each)}>{t(conditionLabel(catalogue, each))} {t(structureWords.and)}</p>)}
      <FactChoice catalogue={catalogue} name={t(structureWords.information)} value={fact} onChange={(next) => set({ fact: next, comparison: comparisonsFor(catalogue, next)[0] ?? null, value: null })} />
      {kind && <Choice name={t(structureWords.comparison)} value={comparison} onChange={(next) => set({ fact, comparison: comparisonsFor(catalogue, fact).find((each) => each === next) ?? null, value: null })} options={comparisonsFor(catalogue, fact).map((each) => ({ value: each, label: t(structureWords.comparisons[each]) }))} />}
      {kind && comparison !== null && comparison !== 'unknown' && <Choice name={t(structureWords.value)} value={value} onChange={(next) => set({ fact, comparison, value: next })} options={values} />}
      {whole && (
        <Button size="small" onClick={() => { setBefore([...before, whole]); setBegun(nothing); tell([...before, whole], nothing) }}>
          ＋ {t(structureWords.and)}
        </Button>
      )}
    </div>
  )
}
