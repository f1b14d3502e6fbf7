import { load } from 'js-yaml'
import { SunlineError } from '../errors.ts'
import type { ItemKind } from '../protocol.ts'
import type { YamlPath } from './draft-edit.ts'
import { readYaml } from './read-file.ts'
import type { LibraryFile } from './version-files.ts'

/** An item of the library where it stands. */
export interface Located {
  readonly path: string
  readonly at: YamlPath
  readonly value: unknown
}

/** The folder of the items that have a file each. */
const folders = { cue: 'cues', scorecard: 'scorecards' } as const

/**
 * Finds a phrase (`file/key`), a rule, a cue, a scorecard or the head of a scenario by its id; null when there is none.
 * Reads only the files in which it may stand.
 */
export function locate(files: readonly LibraryFile[], kind: ItemKind, id: string): Located | null {
  if (kind === 'cue' || kind === 'scorecard') return within(files, `${folders[kind]}/${id}.yaml`, (value) => ({ at: [], value }))
  if (kind === 'scenario') {
    const file = files.find(({ path }) => path.startsWith('scenarios/') && path.endsWith(`/${id}.yaml`))
    return file ? { path: file.path, at: [], value: headOf(readYaml(file)) } : null
  }
  if (kind === 'phrase') {
    const [name = '', key = ''] = id.split('/')
    const file = files.find(({ path }) => path === `${name}.yaml` || (path.startsWith('scenarios/') && path.endsWith(`/${name}.yaml`)))
    return file ? within([file], file.path, (value) => pick(value, ['phrases', key])) : null
  }
  for (const file of files.filter(({ path, text }) => path.startsWith('wording/') && text.includes(`id: ${id}`))) {
    const found = within([file], file.path, (value) => {
      const { rules = [] } = value as { readonly rules?: readonly { readonly id: string }[] }
      const index = rules.findIndex((rule) => rule.id === id)
      return index < 0 ? null : { at: ['rules', index], value: rules[index] }
    })
    if (found) return found
  }
  return null
}

/** Where a new rule of a category, a new cue or a new scorecard goes. Throws SunlineError 'not found' when no file holds the category. */
export function placeFor(files: readonly LibraryFile[], kind: Exclude<ItemKind, 'phrase' | 'scenario'>, id: string, category: string | null): Omit<Located, 'value'> {
  if (kind === 'cue' || kind === 'scorecard') return { path: `${folders[kind]}/${id}.yaml`, at: [] }
  for (const { path, text } of files.filter((file) => file.path.startsWith('wording/') && file.text.includes(`category: ${category ?? ''}`))) {
    const file = readYaml({ path, text }) as { readonly category?: string; readonly rules?: readonly unknown[] }
    if (file.category === category) return { path, at: ['rules', file.rules?.length ?? 0] }
  }
  throw new SunlineError('not found', `no file of wording rules has the category "${category ?? ''}"`, 'category', `没有“${category ?? ''}”这一类禁语规则`)
}

/** What stands above the sentences of a scenario and can be changed: not its id and family, which are where its file is. */
function headOf(words: unknown): unknown {
  const { id: _id, family: _family, phrases: _phrases, reactions: _reactions, ...head } = words as Readonly<Record<string, unknown>>
  return head
}
/** The words of a scenario under another head. */
export function withHead(text: string, head: unknown): unknown {
  const { id, family, phrases, reactions } = load(text) as Readonly<Record<string, unknown>>
  return { id, family, ...(head as object), phrases, ...(reactions !== undefined && { reactions }) }
}

function within(files: readonly LibraryFile[], path: string, find: (value: unknown) => Omit<Located, 'path'> | null): Located | null {
  const file = files.find((each) => each.path === path)
  const found = file ? find(readYaml(file)) : null
  return found && { path, ...found }
}

function pick(value: unknown, at: readonly string[]): Omit<Located, 'path'> | null {
  const found = at.reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? (node as Readonly<Record<string, unknown>>)[key] : undefined), value)
  return found === undefined ? null : { at, value: found }
}
