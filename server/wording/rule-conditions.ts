import type { CompiledRule } from './compiled-rules.ts'
import { factHolds } from './fact-conditions.ts'
import type { Normalised } from './normalise.ts'
import { matchPattern, type NormalisedMatch } from './pattern.ts'
import { wasSaid } from './said-within.ts'
import type { TurnContext } from './types.ts'

/** Units that may stand beside the words when they are "the whole turn". */
const SMALL_REST = 2
const POLITE_TAIL = 3

const within = (allowed: readonly string[] | undefined, value: string | null): boolean => allowed === undefined || (value !== null && allowed.includes(value))

/** True when the rule is meant for this speaker, place in the call, team and day. */
export function isInScope({ definition: { scope, while_caller_speaks: overlapping }, validFrom, validUntil }: CompiledRule, context: TurnContext): boolean {
  return (
    context.speaker === (scope?.speaker ?? 'agent') &&
    (scope === undefined ||
      (within(scope.scenarios, context.scenario) && within(scope.steps, context.step) && within(scope.phases, context.phase) && within(scope.teams, context.team))) &&
    (overlapping !== true || context.callerSpeaking === true) &&
    context.now >= validFrom &&
    context.now <= validUntil
  )
}

/** True when the words stand where the rule wants them. */
export function isInPosition({ definition: { position } }: CompiledRule, text: Normalised, { from, to }: NormalisedMatch, context: TurnContext): boolean {
  switch (position) {
    case 'whole-turn':
      return text.length - (to - from) <= SMALL_REST
    case 'turn-start':
      return from <= 1
    case 'turn-end':
      return text.length - to <= 1
    case 'call-start':
      return from === 0 && !context.history.some(({ speaker }) => speaker === context.speaker)
    case 'tag-question':
      return text.length - to <= 1 && from >= POLITE_TAIL
    default:
      return true
  }
}

/** True when what else was said, in this turn and before, and the call's facts leave the rule standing. */
export function conditionsHold(rule: CompiledRule, text: Normalised, context: TurnContext): boolean {
  const { definition, unlessTurn, onlyTurn, unlessSaid, afterSaid } = rule
  if (unlessTurn.some((pattern) => matchPattern(pattern, text) !== null)) return false
  if (onlyTurn !== null && !onlyTurn.some((pattern) => matchPattern(pattern, text) !== null)) return false
  if (definition.when !== undefined && !definition.when.every((condition) => factHolds(condition, context.facts))) return false
  return !unlessSaid.some((condition) => wasSaid(condition, context.history)) && afterSaid.every((condition) => wasSaid(condition, context.history))
}
