import type { Library } from '../library/library.ts'
import type { ScorecardParts } from '../protocol.ts'

/** What an item of a scorecard can be filled in by: the conventions, categories and rules of a library. */
export const scorecardParts = ({ conventions, ruleFiles }: Library): ScorecardParts => ({
  conventions: conventions.map(({ id, label }) => ({ id, label })),
  categories: [...new Map(ruleFiles.map(({ category, en }) => [category, { id: category, label: { zh: category, en } }])).values()],
  rules: ruleFiles.flatMap(({ rules }) => rules.map(({ id, name }) => ({ id, label: { zh: name, en: name } }))),
})
