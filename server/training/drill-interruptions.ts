import type { Reaction } from '../../flows/reactions.ts'
import type { DrillSetup } from './drill-setup.ts'
import type { PlannedMove } from './drill-plan.ts'
import type { Draw } from './seeded-random.ts'

/** Something that the caller throws in. `before`: in place of the caller's nth act. */
export interface Interruption {
  readonly before: number
  readonly reaction: Reaction
}

const once: readonly Reaction[] = ['caller angry', 'caller asks another question']
const hard: readonly Reaction[] = ['caller asks for a supervisor', 'caller threatens to expose or sue', 'caller silent']

/** What is thrown in at a level: nothing, one, or two of which one is hard. */
export function interruptionsFor(level: DrillSetup['level'], moves: readonly PlannedMove[], draw: Draw): readonly Interruption[] {
  const acts = moves.filter(({ event }) => event !== 'agent said it').length
  const drawn = level === 1 ? [] : level === 2 ? [draw.of(once)] : [draw.of(hard), draw.of(once)]
  return drawn.flatMap((reaction, index): readonly Interruption[] => {
    const before = 1 + ((index + Math.floor(draw.number() * Math.max(acts, 1))) % Math.max(acts, 1))
    return reaction && index < acts ? [{ before, reaction }] : []
  })
}
