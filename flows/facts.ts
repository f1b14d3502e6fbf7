import type { FactDefinition, ValueOf } from './fact-kinds.ts'
import { commonFacts } from './facts/common.ts'
import { conductFacts } from './facts/conduct.ts'
import { crisisFacts } from './facts/crisis.ts'
import { dataFacts } from './facts/data.ts'
import { discontinuedPartsFacts } from './facts/discontinued-parts.ts'
import { emotionFacts } from './facts/emotion.ts'
import { environmentFacts } from './facts/environment.ts'
import { machineDoubtsFacts } from './facts/machine-doubts.ts'
import { partsFacts } from './facts/parts.ts'
import { policyFacts } from './facts/policy.ts'
import { refundExchangeFacts } from './facts/refund-exchange.ts'
import { repairQualityFacts } from './facts/repair-quality.ts'
import { replacedPartsFacts } from './facts/replaced-parts.ts'
import { schedulingFacts } from './facts/scheduling.ts'
import { softwareFaultsFacts } from './facts/software-faults.ts'
import { trustFacts } from './facts/trust.ts'
import { warrantyFeesFacts } from './facts/warranty-fees.ts'

/** Every fact a flow can ask for, judge by, or speak. */
export const factCatalogue = {
  ...commonFacts,
  ...conductFacts,
  ...crisisFacts,
  ...dataFacts,
  ...emotionFacts,
  ...environmentFacts,
  ...partsFacts,
  ...discontinuedPartsFacts,
  ...policyFacts,
  ...refundExchangeFacts,
  ...repairQualityFacts,
  ...schedulingFacts,
  ...machineDoubtsFacts,
  ...trustFacts,
  ...warrantyFeesFacts,
  ...replacedPartsFacts,
  ...softwareFaultsFacts,
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
