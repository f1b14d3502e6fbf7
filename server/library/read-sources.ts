import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Fault } from './fault.ts'
import { readJson } from './json-file.ts'
import { loadSchemas } from './schemas.ts'
import { isScorecardFile } from './scorecards.ts'
import { isFault, readYaml, type YamlFile } from './yaml-file.ts'

/** The library's files as data, each valid under its schema, with the faults of the others. */
export interface Sources {
  /** SHA-256 over names and contents of all files, hex. */
  readonly hash: string
  readonly faults: readonly Fault[]
  /** The valid files of one kind, in the order of their names. */
  readonly of: (kind: Kind) => readonly YamlFile[]
}

export type Kind = 'words' | 'cue' | 'reactions' | 'dispositions' | 'concepts' | 'conventions' | 'facts' | 'wording' | 'word-sets' | 'wording-examples' | 'caller-lines' | 'scorecard' | 'flow'

/** Folders that are read by others, or by people. */
const elsewhere = new Set(['briefs', 'schema'])

const namedKinds = ['reactions', 'dispositions', 'concepts', 'conventions', 'facts'] as const
const isNamedKind = (name: string): name is (typeof namedKinds)[number] => (namedKinds as readonly string[]).includes(name)

/** Whether a path inside a library is that of a flow's structure. */
export const isFlowFile = (file: string): boolean => file.startsWith('flows/') && file.endsWith('.json')

/** What a file is, by the folder or name that it has in the library. */
function kindOf(file: string): Kind | null {
  if (file.startsWith('flows/')) return 'flow'
  if (file.startsWith('scenarios/') || file === 'common.yaml' || file === 'interruptions.yaml') return 'words'
  if (file.startsWith('cues/')) return 'cue'
  if (file === 'wording/word-sets.yaml') return 'word-sets'
  if (file.startsWith('wording/')) return 'wording'
  if (file.startsWith('wording-examples/')) return 'wording-examples'
  if (file.startsWith('caller-lines/')) return 'caller-lines'
  if (isScorecardFile(file)) return 'scorecard'
  const named = file.slice(0, -'.yaml'.length)
  return isNamedKind(named) ? named : null
}

/** Every file of the library below `root`, YAML and the structure of flows as JSON, in a fixed order, with `/` as separator. */
export function libraryFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => (file.endsWith('.yaml') && !file.startsWith('flows/')) || isFlowFile(file))
    .filter((file) => !elsewhere.has(file.split('/')[0] ?? ''))
    .sort()
}

/** A hash over everything that loading depends on: names and bytes of all files below `root`, the schemas among them. */
export function fingerprint(root: string): string {
  const hash = createHash('sha256')
  const schemas = readdirSync(join(root, 'schema')).sort().map((name) => `schema/${name}`)
  for (const file of [...libraryFiles(root), ...schemas]) hash.update(file).update('\0').update(readFileSync(join(root, file))).update('\0')
  return hash.digest('hex')
}

/** Reads and validates every file below `root`. */
export function readSources(root: string): Sources {
  const schemas = loadSchemas(join(root, 'schema'))
  const hash = createHash('sha256')
  const faults: Fault[] = []
  const valid = new Map<Kind, YamlFile[]>()
  for (const file of libraryFiles(root)) {
    const read = isFlowFile(file) ? readJson(join(root, file), file) : readYaml(join(root, file), file)
    if (isFault(read)) {
      faults.push(read)
      continue
    }
    hash.update(file).update('\0').update(read.text).update('\0')
    const kind = kindOf(file)
    if (kind === null) {
      faults.push({ file, line: 1, message: 'nothing reads this file; move or remove it', zh: '没有什么会读这个文件；移走或删掉' })
      continue
    }
    const found = schemas.faults(read, `${kind}.schema.json`)
    faults.push(...found)
    if (found.length === 0) valid.set(kind, [...(valid.get(kind) ?? []), read])
  }
  return { hash: hash.digest('hex'), faults, of: (kind) => valid.get(kind) ?? [] }
}
