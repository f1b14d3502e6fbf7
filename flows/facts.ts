import type { FactDefinition, ValueOf } from './fact-kinds.ts'
import { commonFacts } from './facts/common.ts'
import { refundExchangeFacts } from './facts/refund-exchange.ts'

/** Every fact a flow can ask for, judge by, or speak. */
export const factCatalogue = {
  ...commonFacts,
  ...refundExchangeFacts,
} as const

export type FactId = keyof typeof factCatalogue
export type FactValue<K extends FactId = FactId> = ValueOf<(typeof factCatalogue)[K]>

/** What a call knows. A missing or null entry means "not known". */
export type CallFacts = { readonly [K in FactId]?: FactValue<K> | null }

/** True when `id` names a fact of the catalogue. */
export const isFactId = (id: string): id is FactId => Object.hasOwn(factCatalogue, id)

/** The definition behind a fact id. */
export const factDefinition = (id: FactId): FactDefinition => factCatalogue[id]

/**
 * Checks that `value` fits the fact's kind: a finite number ≥ 0, a known option, a boolean, or text of 1–200 characters.
 */
export function fitsFact(id: FactId, value: unknown): value is FactValue {
  const definition = factDefinition(id)
  if (definition.kind === 'number') return typeof value === 'number' && Number.isFinite(value) && value >= 0
  if (definition.kind === 'choice') return typeof value === 'string' && Object.hasOwn(definition.options, value)
  if (definition.kind === 'yes-no') return typeof value === 'boolean'
  return typeof value === 'string' && value.length > 0 && value.length <= 200
}
