import type { Label } from './fact-kinds.ts'
import { commonReactions } from './reactions/common.ts'
import { interruptingReactions, interruptionReactions } from './reactions/interrupting.ts'
import { refundExchangeReactions } from './reactions/refund-exchange.ts'

/** Everything that can move a dialogue: the event type is the readable name, the label is what the button says. */
export const reactionCatalogue = {
  ...commonReactions,
  ...interruptingReactions,
  ...interruptionReactions,
  ...refundExchangeReactions,
} as const

export type Reaction = keyof typeof reactionCatalogue

/** True when `id` names a reaction of the catalogue. */
export const isReaction = (id: string): id is Reaction => Object.hasOwn(reactionCatalogue, id)

/** The label on a reaction's button. */
export const reactionLabel = (id: Reaction): Label => reactionCatalogue[id]
