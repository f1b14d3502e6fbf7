import type { RuleCount } from '../protocol.ts'
import type { InterimTally, RuleTally } from '../store/call-tally.ts'
import type { RuleVerdicts } from '../store/finding-queries.ts'
import type { Library } from './library.ts'

/** Every wording rule of the library, in the order of its files, with what became of its warnings and how people judged them; 0 where it never was raised. */
export function ruleCounts({ ruleFiles, scenarios }: Library, tallies: readonly RuleTally[], early: readonly InterimTally[], verdicts: readonly RuleVerdicts[]): readonly RuleCount[] {
  const counted = new Map(tallies.map((tally) => [tally.rule, tally]))
  const shownEarly = new Map(early.map((tally) => [tally.rule, tally]))
  const judgedBy = new Map(verdicts.map((verdict) => [verdict.rule, verdict]))
  return ruleFiles.flatMap(({ category, en, rules }) =>
    rules.map(({ id, name, severity, why, say_instead: sayInstead, scope }): RuleCount => {
      const { raised = 0, repaired = 0, dismissed = 0 } = counted.get(id) ?? {}
      const { right = 0, wrong = 0 } = judgedBy.get(id) ?? {}
      const { heard: heardEarly = 0, taken_back: takenBack = 0, interims = 0 } = shownEarly.get(id) ?? {}
      const limits = (scope?.scenarios ?? []).map((scenario) => ({ id: scenario, title: scenarios.get(scenario)?.title ?? { zh: scenario, en: scenario } }))
      return { id, name, category, categoryLabel: { zh: category, en }, severity, why, sayInstead, scenarios: limits, raised, repaired, dismissed, judged: right + wrong, right, heardEarly, takenBack, interims }
    }),
  )
}
