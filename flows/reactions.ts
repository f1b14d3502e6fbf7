import type { Label } from './fact-kinds.ts'
import { commonReactions } from './reactions/common.ts'
import { interruptingReactions, interruptionReactions } from './reactions/interrupting.ts'
import { conductReactions } from './reactions/conduct.ts'
import { crisisReactions } from './reactions/crisis.ts'
import { dataReactions } from './reactions/data.ts'
import { emotionReactions } from './reactions/emotion.ts'
import { environmentReactions } from './reactions/environment.ts'
import { partsReactions } from './reactions/parts.ts'
import { policyReactions } from './reactions/policy.ts'
import { refundExchangeReactions } from './reactions/refund-exchange.ts'
import { repairQualityReactions } from './reactions/repair-quality.ts'
import { schedulingReactions } from './reactions/scheduling.ts'
import { trustReactions } from './reactions/trust.ts'
import { warrantyFeesReactions } from './reactions/warranty-fees.ts'

/** Everything that can move a dialogue: the event type is the readable name, the label is what the button says. */
export const reactionCatalogue = {
  ...commonReactions,
  ...interruptingReactions,
  ...interruptionReactions,
  ...conductReactions,
  ...crisisReactions,
  ...dataReactions,
  ...emotionReactions,
  ...environmentReactions,
  ...partsReactions,
  ...policyReactions,
  ...refundExchangeReactions,
  ...repairQualityReactions,
  ...schedulingReactions,
  ...trustReactions,
  ...warrantyFeesReactions,
} as const

export type Reaction = keyof typeof reactionCatalogue

/** True when `id` names a reaction of the catalogue. */
export const isReaction = (id: string): id is Reaction => Object.hasOwn(reactionCatalogue, id)

/** The label on a reaction's button. */
export const reactionLabel = (id: Reaction): Label => reactionCatalogue[id]
