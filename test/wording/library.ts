import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { checkTurn } from '../../server/wording/check-turn.ts'
import { compileRules } from '../../server/wording/compile-rules.ts'
import type { RuleSet } from '../../server/wording/compiled-rules.ts'
import type { Finding, RuleDefinition, RuleFile, WordSetFile } from '../../server/wording/rule-types.ts'
import type { TurnContext } from '../../server/wording/types.ts'

const folder = new URL('../../scripts-library/wording/', import.meta.url)
const read = (name: string): unknown => parse(readFileSync(new URL(name, folder), 'utf8'))

export const wordSets = read('word-sets.yaml') as WordSetFile
export const ruleFiles = readdirSync(folder)
  .filter((name) => name !== 'word-sets.yaml')
  .sort()
  .map((name) => read(name) as RuleFile)

/** An agent's turn of which nothing else is known. */
export const alone: TurnContext = {
  speaker: 'agent',
  scenario: null,
  step: null,
  phase: null,
  team: null,
  facts: {},
  history: [],
  interim: false,
  now: Date.UTC(2026, 5, 1),
}

/** A rule set of the rules given, each with only what the test is about. */
export function ruleSet(...rules: readonly (Partial<RuleDefinition> & { readonly id: string })[]): RuleSet {
  const whole = rules.map((rule): RuleDefinition => ({ name: rule.id, severity: 'block', why: '因为', say_instead: '我来帮您', ...rule }))
  return compileRules([{ category: '试', en: 'test', covers: '', rules: whole }], wordSets)
}

/** The rules found, each with the words marked. */
export const found = (rules: RuleSet, text: string, context: Partial<TurnContext> = {}): string[] =>
  checkTurn(rules, text, { ...alone, ...context }).map(({ rule, match }: Finding) => `${rule}:${match}`)
