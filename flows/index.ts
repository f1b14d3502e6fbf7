import type { Flow } from './dialogue.ts'
import type { Family } from './families.ts'
import { interruptionFlows } from './interruptions/family.ts'
import { conductFlows } from './scenarios/conduct/family.ts'
import { crisisFlows } from './scenarios/crisis/family.ts'
import { dataFlows } from './scenarios/data/family.ts'
import { emotionFlows } from './scenarios/emotion/family.ts'
import { environmentFlows } from './scenarios/environment/family.ts'
import { partsFlows } from './scenarios/parts/family.ts'
import { policyFlows } from './scenarios/policy/family.ts'
import { refundExchangeFlows } from './scenarios/refund-exchange/family.ts'
import { repairQualityFlows } from './scenarios/repair-quality/family.ts'
import { schedulingFlows } from './scenarios/scheduling/family.ts'
import { trustFlows } from './scenarios/trust/family.ts'
import { warrantyFeesFlows } from './scenarios/warranty-fees/family.ts'

/** The documented scenarios by family. */
export const scenarioFamilies: Readonly<Record<Family, readonly Flow[]>> = {
  emotion: emotionFlows,
  'refund-exchange': refundExchangeFlows,
  trust: trustFlows,
  parts: partsFlows,
  'warranty-fees': warrantyFeesFlows,
  policy: policyFlows,
  scheduling: schedulingFlows,
  data: dataFlows,
  'repair-quality': repairQualityFlows,
  environment: environmentFlows,
  conduct: conductFlows,
  crisis: crisisFlows,
}

const scenarioFlows = Object.values(scenarioFamilies).flat()
const registry: ReadonlyMap<string, Flow> = new Map(
  [...scenarioFlows, ...interruptionFlows].map((flow) => [flow.definition.id, flow]),
)

/** Ids of all documented scenarios, family by family. */
export const scenarioIds: readonly string[] = scenarioFlows.map((flow) => flow.definition.id)
/** Every flow that comes with the program: scenarios and interruptions. */
export const allFlows: readonly Flow[] = [...registry.values()]
/** The flow with this id, or undefined. */
export const findFlow = (id: string): Flow | undefined => registry.get(id)

/** Steps of the program's flows that were renamed after they shipped: `flow/old step` to the new step, so that running calls find their place. */
export const renamedSteps: Readonly<Record<string, string>> = {}
