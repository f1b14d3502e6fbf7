import type { CompiledRule } from './compiled-rules.ts'
import { factHolds } from './fact-conditions.ts'
import type { Normalised } from './normalise.ts'
import { matchPattern, type NormalisedMatch, type Pattern } from './pattern.ts'
import type { PossiblePatterns } from './pattern-index.ts'
import { matchesFrom } from './pattern-matcher.ts'
import { wasSaid } from './said-within.ts'
import type { TurnContext } from './types.ts'

/** Units that may stand beside the words when they are "the whole turn". */
const SMALL_REST = 2
/** A tag follows a statement; shorter, it is the question itself. */
const FEWEST_BEFORE_TAG = 3

const within = (allowed: readonly string[] | undefined, value: string | null): boolean => allowed === undefined || (value !== null && allowed.includes(value))

/** True when the rule is meant for this speaker, place in the call, team and day. `sure`: the fault is certain, so that what is not known (whether the caller was still speaking) speaks against no rule. */
export function isInScope({ definition: { scope, while_caller_speaks: overlapping }, validFrom, validUntil }: CompiledRule, context: TurnContext, sure = false): boolean {
  return (
    context.speaker === (scope?.speaker ?? 'agent') &&
    (scope === undefined ||
      (within(scope.scenarios, context.scenario) && within(scope.steps, context.step) && within(scope.phases, context.phase) && within(scope.teams, context.team))) &&
    (overlapping !== true || context.callerSpeaking === true || (sure && context.callerSpeaking === undefined)) &&
    context.now >= validFrom &&
    context.now <= validUntil
  )
}

/** True when the words stand where the rule wants them: some way to read the pattern reaches there. */
export function isInPosition({ definition: { position } }: CompiledRule, pattern: Pattern, text: Normalised, { from }: NormalisedMatch, context: TurnContext): boolean {
  switch (position) {
    case 'whole-turn':
      return Array.from({ length: SMALL_REST + 1 }, (_, left) => left).some((left) => matchesFrom(pattern.node, text, 0, left, text.length - SMALL_REST + left))
    case 'turn-start':
      return matchesFrom(pattern.node, text, 0, 1, 0)
    case 'turn-end':
      return endsTurn(pattern, text, from)
    case 'call-start':
      return matchesFrom(pattern.node, text, 0, 0, 0) && !context.history.some(({ speaker }) => speaker === context.speaker)
    case 'tag-question':
      return from >= FEWEST_BEFORE_TAG && endsTurn(pattern, text, from)
    default:
      return true
  }
}

/** Some reading from `from` on leaves at most one character (吧, 啊) after it. */
const endsTurn = (pattern: Pattern, text: Normalised, from: number): boolean => matchesFrom(pattern.node, text, from, from, text.length - 1)

/** True when what else was said, in this turn and before, and the call's facts leave the rule standing. `possible`: the guards that can match the text at all. */
export function conditionsHold(rule: CompiledRule, text: Normalised, context: TurnContext, possible: PossiblePatterns): boolean {
  const matches = (pattern: Pattern): boolean => possible.has(pattern) && matchPattern(pattern, text) !== null
  const { unlessTurn, onlyTurn } = rule
  return !unlessTurn.some(matches) && (onlyTurn === null || onlyTurn.some(matches)) && callAllows(rule, context)
}

/** True when what was said before and the call's facts leave the rule standing. */
export function callAllows({ definition, unlessSaid, afterSaid }: CompiledRule, context: TurnContext): boolean {
  if (definition.when !== undefined && !definition.when.every((condition) => factHolds(condition, context.facts))) return false
  return !unlessSaid.some((condition) => wasSaid(condition, context.history)) && afterSaid.every((condition) => wasSaid(condition, context.history))
}
