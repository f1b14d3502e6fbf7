import type { Library } from '../library/library.ts'
import type { LiveEngine } from '../live/ports.ts'
import { checkTurn } from '../wording/check-turn.ts'
import { compileRules } from '../wording/compile-rules.ts'
import type { RuleSet } from '../wording/compiled-rules.ts'
import { Judgements } from '../wording/example-judge.ts'
import { exampleThresholds } from '../wording/example-model.ts'
import { TextBuffer } from '../wording/normalise.ts'
import type { RuleDefinition } from '../wording/rule-types.ts'
import type { TurnContext } from '../wording/types.ts'

/** One version of the words, ready. */
export interface Side {
  readonly library: Library
  readonly engine: LiveEngine
  readonly rules: RuleSet
}

/**
 * Whether the findings in an agent utterance may differ between two versions. What a rule asks of the call (its step, its facts, what
 * was said before) is left aside for the rules that changed, so that nothing is missed for it. The rules that did not change find
 * the same unless the example models disagree on how likely a fault is, or one of them sees a fault: only then both are asked in full.
 */
export function textDifference(base: Side, draft: Side, changedRules: ReadonlySet<string>, now: number): (text: string) => boolean {
  const before = bareRules(base.library, changedRules)
  const after = bareRules(draft.library, changedRules)
  const nowhere: TurnContext = { speaker: 'agent', scenario: null, step: null, phase: null, team: null, facts: {}, history: [], interim: false, now }
  const agree = modelAgreement(base.rules, draft.rules)
  return (text) =>
    checkTurn(before, text, nowhere).length > 0 || checkTurn(after, text, nowhere).length > 0 || (!agree(text) && verdict(base.engine, text, nowhere) !== verdict(draft.engine, text, nowhere))
}

/** The changed rules alone, without what they ask of the call. */
function bareRules({ ruleFiles, wordSets }: Library, ids: ReadonlySet<string>): RuleSet {
  const bare = (rule: RuleDefinition): RuleDefinition => {
    const { scope: _scope, when: _when, unless_within: _within, unless_caller: _caller, after_agent: _agent, after_caller: _after, valid: _valid, examples: _examples, counter_examples: _counter, ...words } = rule
    return words
  }
  const files = ruleFiles.map((file) => ({ ...file, rules: file.rules.filter(({ id }) => ids.has(id)).map(bare) })).filter((file) => file.rules.length > 0)
  return compileRules(files, wordSets, null)
}

const utterance = new TextBuffer()
const [here, there] = [new Judgements(), new Judgements()]
const limits = [exampleThresholds.lookAlike, exampleThresholds.hint] as const
const bin = (odds: number): number => limits.filter((limit) => odds >= limit).length

/** Whether both models see no fault in a text, and agree on which of its sentences look harmless. */
function modelAgreement({ examples: one }: RuleSet, { examples: other }: RuleSet): (text: string) => boolean {
  if (one === null || other === null) return () => one === other
  return (text) => {
    const normalised = utterance.fill(text)
    here.judge(one.faults, normalised)
    there.judge(other.faults, normalised)
    if (here.highest >= exampleThresholds.hint || there.highest >= exampleThresholds.hint) return false
    for (let index = 0; index < here.count; index += 1) if (bin(here.at(index).odds) !== bin(there.at(index).odds)) return false
    return true
  }
}

const verdict = (engine: LiveEngine, text: string, context: TurnContext): string =>
  engine.checkTurn(text, context).map(({ rule, severity, start, end, why, sayInstead }) => `${rule} ${severity} ${String(start)} ${String(end)} ${why} ${sayInstead}`).join('\n')
