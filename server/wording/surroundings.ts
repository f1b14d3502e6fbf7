import type { CompiledRule, RuleSet } from './compiled-rules.ts'
import { isAllowedHere, isDoubtfulHere, isHarmlessHere } from './harmless-context.ts'
import type { Normalised } from './normalise.ts'
import type { PossiblePatterns } from './pattern-index.ts'
import type { NormalisedMatch } from './pattern.ts'
import { conditionsHold } from './rule-conditions.ts'
import type { TurnContext } from './types.ts'

/** What stands around the matches of one text. Nothing is looked at before it is asked for, and no rule's conditions twice. */
export class Surroundings {
  private readonly rules: RuleSet
  private readonly text: Normalised
  private readonly context: TurnContext
  private readonly holds = new Map<CompiledRule, boolean>()
  private possible: PossiblePatterns | null = null

  constructor(rules: RuleSet, text: Normalised, context: TurnContext) {
    this.rules = rules
    this.text = text
    this.context = context
  }

  private guards(): PossiblePatterns {
    return (this.possible ??= this.rules.guards.possible(this.text))
  }

  /** Whether a match stands against all that could make it harmless. */
  leaveStanding(rule: CompiledRule, match: NormalisedMatch): boolean {
    const possible = this.guards()
    if (isAllowedHere(rule, this.text, match, possible) || isHarmlessHere(this.rules, rule, this.text, match, possible)) return false
    const known = this.holds.get(rule) ?? conditionsHold(rule, this.text, this.context, possible)
    this.holds.set(rule, known)
    return known
  }

  /** Whether a match is reported, supposed or advised against, so that the examples must agree that it is a fault. */
  makeDoubtful(match: NormalisedMatch): boolean {
    return isDoubtfulHere(this.rules, this.text, match, this.guards())
  }
}
