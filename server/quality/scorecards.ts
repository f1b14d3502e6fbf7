import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Fault, LibraryError } from '../library/fault.ts'
import type { Library } from '../library/library.ts'
import { loadSchemas } from '../library/schemas.ts'
import { isFault, lineOf, readYaml, type YamlFile } from '../library/yaml-file.ts'
import type { Label, Severity } from '../protocol.ts'

/** How an item is filled in before a person looks at it; see scorecard.schema.json. */
export interface Prefill {
  readonly conventions?: readonly string[]
  readonly wording?: { readonly categories?: readonly string[]; readonly except?: readonly string[]; readonly rules?: readonly string[]; readonly severities?: readonly Severity[] }
  readonly key_points?: { readonly met: number; readonly partly: number }
  readonly only_if_anger?: number
}
export interface ScorecardItem {
  readonly id: string
  readonly label: Label
  readonly guide: Label
  readonly weight?: number
  readonly auto_fail?: boolean
  readonly may_not_apply?: boolean
  readonly prefill?: Prefill
}
export interface Scorecard {
  readonly id: string
  readonly title: Label
  readonly pass_score: number
  readonly sections: readonly { readonly title: Label; readonly items: readonly ScorecardItem[] }[]
}

export const itemsOf = ({ sections }: Scorecard): readonly ScorecardItem[] => sections.flatMap(({ items }) => items)

/**
 * Reads the scorecards below `root`/scorecards, by file name; without the folder there are none.
 * Throws a LibraryError that lists every fault with file, line and what to do.
 */
export function loadScorecards(root: string, library: Library | null): readonly Scorecard[] {
  const folder = join(root, 'scorecards')
  if (!existsSync(folder)) return []
  const schemas = loadSchemas(join(root, 'schema'))
  const faults: Fault[] = []
  const cards: Scorecard[] = []
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.yaml')).sort()) {
    const read = readYaml(join(folder, name), `scorecards/${name}`)
    if (isFault(read)) {
      faults.push(read)
      continue
    }
    const found = schemas.faults(read, 'scorecard.schema.json')
    faults.push(...(found.length > 0 ? found : strangers(read, library)))
    if (found.length === 0) cards.push(read.value as Scorecard)
  }
  if (faults.length > 0) throw new LibraryError(faults)
  return cards
}

/** The scorecards of today: read again when a file of theirs, or the library, is another. */
export function scorecardShelf(root: string, library: () => Library | null): () => readonly Scorecard[] {
  const folder = join(root, 'scorecards')
  const stamp = (): string => (existsSync(folder) ? readdirSync(folder).map((name) => `${name} ${String(statSync(join(folder, name)).mtimeMs)}`).join('\n') : '')
  let known: { readonly stamp: string; readonly library: Library | null; readonly cards: readonly Scorecard[] } | null = null
  return () => {
    const now = { stamp: stamp(), library: library() }
    if (known?.stamp !== now.stamp || known.library !== now.library) known = { ...now, cards: loadScorecards(root, now.library) }
    return known.cards
  }
}

/** What the schema cannot say: names that nothing else has, ids used twice, a card without weight. */
function strangers(source: YamlFile, library: Library | null): readonly Fault[] {
  const card = source.value as Scorecard
  const categories = new Set(library?.ruleFiles.map(({ category }) => category))
  const rules = new Set(library?.ruleFiles.flatMap((file) => file.rules.map(({ id }) => id)))
  const conventions = new Set(library?.conventions.map(({ id }) => id))
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
      if (library === null) return
      const { conventions: held = [], wording } = item.prefill ?? {}
      for (const id of held) if (!conventions.has(id)) fault(path, `${item.id}: there is no convention "${id}"`, `${item.id}：没有惯例“${id}”`)
      for (const id of [...(wording?.categories ?? []), ...(wording?.except ?? [])]) if (!categories.has(id)) fault(path, `${item.id}: no wording rule has the category "${id}"`, `${item.id}：禁语规则没有“${id}”这一类`)
      for (const id of wording?.rules ?? []) if (!rules.has(id)) fault(path, `${item.id}: there is no wording rule "${id}"`, `${item.id}：没有禁语规则“${id}”`)
    }),
  )
  return faults
}
