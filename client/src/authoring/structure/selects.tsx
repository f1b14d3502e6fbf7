import { Select } from 'antd'
import { useMemo } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { stepLabel } from './flow-texts.ts'
import type { FlowTools } from './flow-tools.ts'

interface ChoiceProps {
  readonly name: string
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly options: readonly { readonly value: string; readonly label: string; readonly detail?: string }[]
  readonly disabled?: boolean
}

/** One of many, found by typing. */
export function Choice({ name, value, onChange, options, disabled = false }: ChoiceProps) {
  const found = useMemo(() => options.map(({ value: id, label, detail = '' }) => ({ value: id, label: detail === '' ? label : `${label} · ${detail}`, words: `${label} ${detail} ${id}`.toLowerCase() })), [options])
  return (
    <Select
      aria-label={name}
      showSearch={{ filterOption: (query, option) => option?.words.includes(query.toLowerCase()) ?? false }}
      value={value}
      placeholder={name}
      disabled={disabled}
      popupMatchSelectWidth={false}
      options={found}
      onChange={(next: string) => onChange(next)}
    />
  )
}

interface StepChoiceProps extends Pick<ChoiceProps, 'name' | 'value' | 'onChange'> {
  readonly tools: Pick<FlowTools, 'flow' | 'catalogue'>
  readonly wanted?: (id: string) => boolean
}

/** One of the steps of the flow, by its words and its name. */
export function StepChoice({ tools: { flow, catalogue }, name, value, onChange, wanted }: StepChoiceProps) {
  const t = useText()
  const options = Object.entries(flow.steps).filter(([id]) => wanted?.(id) ?? true).map(([id, step]) => {
    const label = t(stepLabel(catalogue, id, step))
    return { value: id, label, ...(label !== id && { detail: id }) }
  })
  return <Choice name={name} value={value !== null && Object.hasOwn(flow.steps, value) ? value : null} onChange={onChange} options={options} />
}

/** A fact that a flow may ask for or judge by. */
export function FactChoice({ catalogue, name, value, onChange }: Pick<ChoiceProps, 'name' | 'value' | 'onChange'> & Pick<FlowTools, 'catalogue'>) {
  const t = useText()
  return <Choice name={name} value={value} onChange={onChange} options={catalogue.facts.map(({ id, label }) => ({ value: id, label: t(label), detail: id }))} />
}
