import { InputNumber } from 'antd'
import { useState } from 'react'
import type { DraftedCondition, FlowFact } from '../../../../server/protocol.ts'
import { libraryWords } from '../../i18n/library-words.ts'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import { type Catalogue, valueLabel } from './flow-texts.ts'
import { Choice, FactChoice } from './selects.tsx'
import styles from './structure.module.css'

type Comparison = keyof typeof structureWords.comparisons
const comparisonsOf: Readonly<Record<FlowFact['kind'], readonly Comparison[]>> = { number: ['atMost', 'atLeast', 'is', 'unknown'], choice: ['is', 'unknown'], 'yes-no': ['is', 'unknown'], text: ['unknown'] }
const units: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = libraryWords.unit

/** The figures that a number can be compared with: those in its unit. */
const comparableWith = ({ factOf, figures }: Pick<Catalogue, 'factOf' | 'figures'>, fact: string): Catalogue['figures'] => {
  const unit = factOf.get(fact)?.unit?.zh
  return figures.filter((figure) => units[figure.unit]?.zh === unit)
}
function comparisonsFor(catalogue: Catalogue, fact: string): readonly Comparison[] {
  const all = comparisonsOf[catalogue.factOf.get(fact)?.kind ?? 'text']
  return comparableWith(catalogue, fact).length === 0 ? all.filter((each) => each !== 'atMost' && each !== 'atLeast') : all
}

interface Begun {
  readonly fact: string | null
  readonly comparison: Comparison | null
  readonly value: string | null
}

function begunFrom(condition: DraftedCondition | null): Begun {
  if (condition === null || !('fact' in condition)) return { fact: null, comparison: null, value: null }
  const { fact } = condition
  if ('unknown' in condition) return { fact, comparison: 'unknown', value: null }
  if ('is' in condition) return { fact, comparison: 'is', value: String(condition.is) }
  return 'atMost' in condition ? { fact, comparison: 'atMost', value: condition.atMost } : { fact, comparison: 'atLeast', value: condition.atLeast }
}

function conditionOf({ fact, comparison, value }: Begun, kind: FlowFact['kind'] | undefined): DraftedCondition | null {
  if (fact === null || comparison === null) return null
  if (comparison === 'unknown') return { fact, unknown: true }
  if (value === null) return null
  if (comparison === 'atMost') return { fact, atMost: value }
  if (comparison === 'atLeast') return { fact, atLeast: value }
  return { fact, is: kind === 'yes-no' ? value === 'true' : kind === 'number' ? Number(value) : value }
}

/** One fact compared with one value. Tells the condition whenever it is whole; follows `value` when that is changed from elsewhere. */
export function ComparisonForm({ catalogue, value: given, onChange }: { readonly catalogue: Catalogue; readonly value: DraftedCondition | null; readonly onChange: (condition: DraftedCondition) => void }) {
  const t = useText()
  const [{ begun, told }, setState] = useState(() => ({ begun: begunFrom(given), told: given }))
  if (given !== told) setState({ begun: begunFrom(given), told: given })
  const { fact, comparison, value } = begun
  const known = fact === null ? undefined : catalogue.factOf.get(fact)
  const set = (next: Begun): void => {
    const whole = conditionOf(next, next.fact === null ? undefined : catalogue.factOf.get(next.fact)?.kind)
    setState({ begun: next, told: whole ?? told })
    if (whole !== null) onChange(whole)
  }
  const values =
    known === undefined || fact === null
      ? []
      : comparison !== 'is'
        ? comparableWith(catalogue, fact).map((figure) => ({ value: figure.id, label: `${figure.value} ${t(units[figure.unit] ?? { zh: '', en: '' })}`, detail: figure.source }))
        : known.kind === 'yes-no'
          ? [true, false].map((each) => ({ value: String(each), label: t(valueLabel(catalogue, fact, each)) }))
          : known.options.map((option) => ({ value: option.value, label: t(option.label) }))
  return (
    <div className={styles['condition']}>
      <FactChoice catalogue={catalogue} name={t(structureWords.information)} value={fact} onChange={(next) => set({ fact: next, comparison: comparisonsFor(catalogue, next)[0] ?? null, value: null })} />
      {known && fact !== null && <Choice name={t(structureWords.comparison)} value={comparison} onChange={(next) => set({ fact, comparison: comparisonsFor(catalogue, fact).find((each) => each === next) ?? null, value: null })} options={comparisonsFor(catalogue, fact).map((each) => ({ value: each, label: t(structureWords.comparisons[each]) }))} />}
      {known?.kind === 'number' && comparison === 'is' && <InputNumber aria-label={t(structureWords.value)} min={0} value={value === null ? null : Number(value)} suffix={known.unit && t(known.unit)} onChange={(next) => set({ fact, comparison, value: next === null ? null : String(next) })} />}
      {known && comparison !== null && comparison !== 'unknown' && !(known.kind === 'number' && comparison === 'is') && <Choice name={t(structureWords.value)} value={value} onChange={(next) => set({ fact, comparison, value: next })} options={values} />}
    </div>
  )
}
