import type { Flow } from '../../dialogue.ts'
import doaSparePart from './doa-spare-part.ts'
import isThePartBrandNew from './is-the-part-brand-new.ts'
import longRepairNoParts from './long-repair-no-parts.ts'
import noPartsWithinServiceLife from './no-parts-within-service-life.ts'
import originalVsReplacementPart from './original-vs-replacement-part.ts'
import outboundPartsDelay from './outbound-parts-delay.ts'
import pastServiceLifeNoParts from './past-service-life-no-parts.ts'
import replacementBetterThanOriginal from './replacement-better-than-original.ts'
import sameModelPartUnavailable from './same-model-part-unavailable.ts'
import sparePartPriceTooHigh from './spare-part-price-too-high.ts'
import userAddedPartConflict from './user-added-part-conflict.ts'

/** Scenarios of the spare parts family. */
export const partsFlows: readonly Flow[] = [
  userAddedPartConflict,
  doaSparePart,
  sparePartPriceTooHigh,
  sameModelPartUnavailable,
  originalVsReplacementPart,
  longRepairNoParts,
  isThePartBrandNew,
  replacementBetterThanOriginal,
  pastServiceLifeNoParts,
  noPartsWithinServiceLife,
  outboundPartsDelay,
]
