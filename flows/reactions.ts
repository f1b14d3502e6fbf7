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

export type CatalogueReaction = keyof typeof reactionCatalogue
/** A reaction that a flow brings along with its label, because the catalogue has none like it. */
export type OwnReaction = `own:${string}`
export type Reaction = CatalogueReaction | OwnReaction

/** True when `id` names a reaction of the catalogue. */
export const isCatalogueReaction = (id: string): id is CatalogueReaction => Object.hasOwn(reactionCatalogue, id)
/** True when `id` is written as the reaction of a flow of its own. */
export const isOwnReaction = (id: string): id is OwnReaction => id.startsWith('own:')

/** True when `id` may be a reaction: one of the catalogue, or one that some version of a flow may bring along. */
export const isReactionName = (id: string): id is Reaction => isCatalogueReaction(id) || isOwnReaction(id)

/** The label on the button of a reaction of the catalogue. */
export const reactionLabel = (id: CatalogueReaction): Label => reactionCatalogue[id]
