import type { Flow } from './dialogue.ts'
import type { Family } from './families.ts'
import { interruptionFlows } from './interruptions/family.ts'
import { refundExchangeFlows } from './scenarios/refund-exchange/family.ts'

/** The documented scenarios by family. */
export const scenarioFamilies: Readonly<Partial<Record<Family, readonly Flow[]>>> = {
  'refund-exchange': refundExchangeFlows,
}

const scenarioFlows = Object.values(scenarioFamilies).flat()
const registry: ReadonlyMap<string, Flow> = new Map(
  [...scenarioFlows, ...interruptionFlows].map((flow) => [flow.definition.id, flow]),
)

/** Ids of all documented scenarios, family by family. */
export const scenarioIds: readonly string[] = scenarioFlows.map((flow) => flow.definition.id)
/** Every flow: scenarios and interruptions. */
export const allFlows: readonly Flow[] = [...registry.values()]
/** The flow with this id, or undefined. */
export const findFlow = (id: string): Flow | undefined => registry.get(id)

/** The flow with this id. Throws when there is none: an id in the code that the registry lacks. */
export function flow(id: string): Flow {
  const found = registry.get(id)
  if (found === undefined) throw new Error(`no flow is registered as "${id}"; add it to its family.ts`)
  return found
}

/** Steps that were renamed after they shipped: `flow/old step` to the new step, so that running calls find their place. */
export const renamedSteps: Readonly<Record<string, string>> = {}
