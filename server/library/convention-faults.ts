import { isFactId } from '../../flows/facts.ts'
import { isReactionName } from '../../flows/reactions.ts'
import { compileConventions, type ConventionDefinition, type ConventionsFile } from '../wording/conventions.ts'
import type { Label } from '../protocol.ts'
import type { WordSets } from '../wording/pattern.ts'
import { WordingError } from '../wording/wording-error.ts'
import type { Fault } from './fault.ts'
import type { RuleSource } from './rule-examples.ts'
import { lineOf, type YamlFile } from './yaml-file.ts'

/** Conventions against the rest: ids used twice, patterns, facts, reactions, rules and categories that do not exist. */
export function conventionFaults(files: readonly YamlFile[], rules: readonly RuleSource[], sets: WordSets): readonly Fault[] {
  const known = { rules: new Set(rules.flatMap(({ rules: file }) => file.rules.map(({ id }) => id))), categories: new Set(rules.map(({ rules: file }) => file.category)) }
  return files.flatMap((source) => {
    const { conventions } = source.value as ConventionsFile
    const seen = new Set<string>()
    return conventions.flatMap((convention, index) => {
      const twice = seen.has(convention.id) ? [{ zh: '编号用了两次；每条惯例要有自己的编号', en: 'the id is used twice; give each convention its own' }] : []
      seen.add(convention.id)
      const messages = [...twice, ...strangers(convention, known), ...patternFaults(convention, sets)]
      return messages.map(({ zh, en }) => ({ file: source.file, line: lineOf(source, ['conventions', index]), message: `${convention.id}: ${en}`, zh: `${convention.id}：${zh}` }))
    })
  })
}

interface Known {
  readonly rules: ReadonlySet<string>
  readonly categories: ReadonlySet<string>
}

function strangers({ kept_by, only_if, waived_by = [], never }: ConventionDefinition, known: Known): readonly Label[] {
  const facts = [...(kept_by?.speaks_fact ?? []), ...(kept_by?.knows_fact ?? []), ...Object.keys(only_if?.facts ?? {}), ...Object.keys(only_if?.unless_facts ?? {})]
  return [
    ...facts.filter((id) => !isFactId(id)).map((id) => ({ zh: `没有信息“${id}”；改正名字`, en: `there is no fact "${id}"; correct its name` })),
    ...waived_by.filter((id) => !isReactionName(id)).map((id) => ({ zh: `没有反应“${id}”；改正名字`, en: `there is no reaction "${id}"; correct its name` })),
    ...(never?.rules ?? []).filter((id) => !known.rules.has(id)).map((id) => ({ zh: `没有禁语规则“${id}”；改正编号`, en: `there is no wording rule "${id}"; correct the id` })),
    ...(never?.categories ?? []).filter((id) => !known.categories.has(id)).map((id) => ({ zh: `禁语规则没有“${id}”这一类；改正名字`, en: `there is no category of wording rules "${id}"; correct its name` })),
  ]
}

function patternFaults(convention: ConventionDefinition, sets: WordSets): readonly Label[] {
  try {
    compileConventions([convention], sets)
    return []
  } catch (error) {
    if (error instanceof WordingError) return [{ zh: error.zh, en: error.message }]
    throw error
  }
}
