import type { ExampleFile, RuleFile } from '../wording/rule-types.ts'
import type { Fault } from './fault.ts'
import { lineOf, type YamlFile } from './yaml-file.ts'

/** A file of rules with the place it came from. */
export interface RuleSource extends YamlFile {
  readonly rules: RuleFile
}

/** The rules of each file, with the examples that `wording-examples` adds to them. */
export function withExamples(files: readonly YamlFile[], examples: readonly ExampleFile[]): readonly RuleSource[] {
  const more = new Map(examples.flatMap(({ rules }) => Object.entries(rules)))
  return files.map((source) => {
    const file = source.value as RuleFile
    const rules = file.rules.map((rule) => {
      const added = more.get(rule.id)
      if (added === undefined) return rule
      return { ...rule, examples: [...(rule.examples ?? []), ...added.examples], counter_examples: [...(rule.counter_examples ?? []), ...added.counter_examples] }
    })
    return { ...source, rules: { ...file, rules } }
  })
}

/** Examples for rules that do not exist. */
export function strayExamples(examples: readonly YamlFile[], rules: readonly RuleSource[]): readonly Fault[] {
  const known = new Set(rules.flatMap((source) => source.rules.rules.map(({ id }) => id)))
  return examples.flatMap((source) =>
    Object.keys((source.value as ExampleFile).rules)
      .filter((id) => !known.has(id))
      .map((id) => ({ file: source.file, line: lineOf(source, ['rules', id]), message: `there is no rule "${id}"; correct the id or add the rule`, zh: `没有规则“${id}”；改正编号，或先加这条规则` })),
  )
}
