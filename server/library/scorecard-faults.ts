import type { Fault } from './fault.ts'
import { itemsOf, type Scorecard } from './scorecards.ts'
import { lineOf, type YamlFile } from './yaml-file.ts'

/** What the items of a scorecard may name. */
export interface Nameable {
  readonly categories: ReadonlySet<string>
  readonly rules: ReadonlySet<string>
  readonly conventions: ReadonlySet<string>
}

/** What the schema cannot say of a scorecard: names that nothing else has, ids used twice, a card without weight. */
export function scorecardFaults(source: YamlFile, { categories, rules, conventions }: Nameable): readonly Fault[] {
  const card = source.value as Scorecard
  const seen = new Set<string>()
  const faults: Fault[] = []
  const fault = (path: readonly (string | number)[], message: string, zh: string): void => void faults.push({ file: source.file, line: lineOf(source, path), message, zh })
  if (`scorecards/${card.id}.yaml` !== source.file) fault(['id'], `the id "${card.id}" differs from the file's name; make them the same`, `编号“${card.id}”和文件名不一样；改成一样`)
  if (itemsOf(card).every(({ weight = 0 }) => weight === 0)) fault([], 'no item has a weight, so nothing could be scored; give at least one a weight', '没有一项有分值，打不出分；至少给一项分值')
  card.sections.forEach(({ items }, section) =>
    items.forEach((item, index) => {
      const path = ['sections', section, 'items', index]
      if (seen.has(item.id)) fault(path, `the item "${item.id}" is there twice; give each item its own id`, `条目“${item.id}”有两个；每条要有自己的编号`)
      seen.add(item.id)
      const { weight = 0, auto_fail: failing = false, prefill: { conventions: held = [], wording, key_points: points } = {} } = item
      if (weight === 0 && !failing) fault(path, `${item.id}: it neither counts nor fails the call; give it a weight or auto_fail`, `${item.id}：既不算分也不否决；给它分值，或设成一票否决`)
      if (points && points.partly > points.met) fault(path, `${item.id}: "partly" must not be above "met"`, `${item.id}：“部分做到”的比例不能高于“做到”`)
      for (const id of held) if (!conventions.has(id)) fault(path, `${item.id}: there is no convention "${id}"`, `${item.id}：没有惯例“${id}”`)
      for (const id of [...(wording?.categories ?? []), ...(wording?.except ?? [])]) if (!categories.has(id)) fault(path, `${item.id}: no wording rule has the category "${id}"`, `${item.id}：禁语规则没有“${id}”这一类`)
      for (const id of wording?.rules ?? []) if (!rules.has(id)) fault(path, `${item.id}: there is no wording rule "${id}"`, `${item.id}：没有禁语规则“${id}”`)
    }),
  )
  return faults
}
