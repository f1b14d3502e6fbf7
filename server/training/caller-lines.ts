import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { factDefinition, isFactId } from '../../flows/facts.ts'
import { isReactionName } from '../../flows/reactions.ts'
import type { Temperament } from '../protocol.ts'
import { type DerivedCache, noCache, textsOf } from '../library/derived-cache.ts'
import { type Fault, LibraryError } from '../library/fault.ts'
import { loadSchemas } from '../library/schemas.ts'
import { isFault, lineOf, readYaml, type YamlFile } from '../library/yaml-file.ts'

/** How simulated callers behave. */
export const temperaments = ['calm', 'hurried', 'furious', 'talkative', 'elderly'] as const satisfies readonly Temperament[]
export type ByTemperament = Readonly<Partial<Record<Temperament, readonly string[]>>>

/** How callers state a fact: with `{value}` in the place of a number or a text, by option for a choice or a yes or no, there one line a temperament in turn. */
export interface FactLines extends ByTemperament {
  readonly options?: Readonly<Record<string, readonly string[]>>
  /** Texts that a caller may give as the value of a text fact. */
  readonly values?: readonly string[]
  readonly unknown?: readonly string[]
}
interface CallerLinesFile {
  readonly reactions?: Readonly<Record<string, ByTemperament>>
  readonly facts?: Readonly<Record<string, FactLines>>
  readonly impatience?: ByTemperament
  readonly not_spoken?: readonly string[]
  readonly looked_up?: readonly string[]
}
/** What simulated callers say. */
export interface CallerLines {
  readonly reactions: ReadonlyMap<string, ByTemperament>
  readonly facts: ReadonlyMap<string, FactLines>
  /** When the agent does not come to the point. */
  readonly impatience: ByTemperament
  /** Reactions that the agent or the clock reports: no caller says them. */
  readonly notSpoken: ReadonlySet<string>
  /** Facts that the agent finds in the records. */
  readonly lookedUp: ReadonlySet<string>
}

/** Reads `caller-lines/` of the library, unless `cache` has read these files. Throws a {@link LibraryError} that lists every fault with file, line and what to do. */
export function loadCallerLines(root: string, cache: DerivedCache = noCache): CallerLines {
  return cache.keep('caller-lines', textsOf(join(root, 'caller-lines'), join(root, 'schema')), () => {
    const { lines, faults } = readCallerLines(root)
    if (faults.length > 0) throw new LibraryError(faults)
    return lines
  })
}

/** Reads what can be read, with every fault found. */
export function readCallerLines(root: string): { readonly lines: CallerLines; readonly faults: readonly Fault[] } {
  const schemas = loadSchemas(join(root, 'schema'))
  const faults: Fault[] = []
  const reactions = new Map<string, ByTemperament>()
  const facts = new Map<string, FactLines>()
  const notSpoken = new Set<string>()
  const lookedUp = new Set<string>()
  let impatience: ByTemperament = {}
  for (const name of readdirSync(join(root, 'caller-lines')).filter((each) => each.endsWith('.yaml')).sort()) {
    const read = readYaml(join(root, 'caller-lines', name), `caller-lines/${name}`)
    if (isFault(read)) {
      faults.push(read)
      continue
    }
    const found = [...schemas.faults(read, 'caller-lines.schema.json')]
    if (found.length === 0) found.push(...strangers(read))
    faults.push(...found)
    if (found.length > 0) continue
    const file = read.value as CallerLinesFile
    for (const [id, lines] of Object.entries(file.reactions ?? {})) reactions.set(id, lines)
    for (const [id, lines] of Object.entries(file.facts ?? {})) facts.set(id, { ...facts.get(id), ...lines })
    for (const id of file.not_spoken ?? []) notSpoken.add(id)
    for (const id of file.looked_up ?? []) lookedUp.add(id)
    impatience = file.impatience ?? impatience
  }
  return { lines: { reactions, facts, impatience, notSpoken, lookedUp }, faults }
}

/** Lines for reactions, facts or options that no flow knows. */
function strangers(source: YamlFile): readonly Fault[] {
  const file = source.value as CallerLinesFile
  const fault = (path: readonly string[], message: string, zh: string): Fault => ({ file: source.file, line: lineOf(source, path), message, zh })
  return [
    ...Object.keys(file.reactions ?? {}).filter((id) => !isReactionName(id)).map((id) => fault(['reactions', id], `there is no reaction "${id}"; correct its name or remove it`, `没有反应“${id}”；改正名字或去掉`)),
    ...(file.not_spoken ?? []).filter((id) => !isReactionName(id)).map((id) => fault(['not_spoken'], `there is no reaction "${id}"; correct its name or remove it`, `没有反应“${id}”；改正名字或去掉`)),
    ...(file.looked_up ?? []).filter((id) => !isFactId(id)).map((id) => fault(['looked_up'], `there is no fact "${id}"; correct its name or remove it`, `没有信息“${id}”；改正名字或去掉`)),
    ...Object.entries(file.facts ?? {}).flatMap(([id, lines]): readonly Fault[] => {
      if (!isFactId(id)) return [fault(['facts', id], `there is no fact "${id}"; correct its name or remove it`, `没有信息“${id}”；改正名字或去掉`)]
      const definition = factDefinition(id)
      const options: readonly string[] = definition.kind === 'choice' ? Object.keys(definition.options) : definition.kind === 'yes-no' ? ['true', 'false'] : []
      return Object.keys(lines.options ?? {})
        .filter((option) => !options.includes(option))
        .map((option) => fault(['facts', id, 'options', option], `the fact "${id}" has no option "${option}"; its options are ${options.join(', ') || 'none'}`, `信息“${id}”没有“${option}”这个选项；有 ${options.join('、') || '（没有）'}`))
    }),
  ]
}
