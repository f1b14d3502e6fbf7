import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { crossCheck } from './cross-check.ts'
import { type Fault, LibraryError } from './fault.ts'
import { type Library, phraseEntry, type WordsSource } from './library.ts'
import { loadSchemas } from './schemas.ts'
import type { CueFile, DispositionsFile, ReactionsFile, WordsFile } from './words.ts'
import { isFault, readYaml, type YamlFile } from './yaml-file.ts'

/** Which schema each file is held to, by the folder or name it has in the library. */
const schemaOf = (file: string): string => {
  if (file.startsWith('scenarios/') || file === 'common.yaml' || file === 'interruptions.yaml') return 'words.schema.json'
  if (file.startsWith('cues/')) return 'cue.schema.json'
  if (file === 'reactions.yaml') return 'reactions.schema.json'
  if (file === 'dispositions.yaml') return 'dispositions.schema.json'
  return ''
}

/** Folders that are read by others, or by people. */
const elsewhere = new Set(['briefs', 'schema', 'wording', 'scorecards'])

/** Every YAML file of the library below `root`, in a fixed order, with `/` as separator. */
export function libraryFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !elsewhere.has(file.split('/')[0] ?? ''))
    .sort()
}

function misplaced({ file, value }: YamlFile): readonly Fault[] {
  const words = value as WordsFile
  const faults: Fault[] = []
  if (words.id !== basename(file, '.yaml')) {
    faults.push({ file, line: 1, message: `the id "${words.id}" differs from the file's name; make them the same` })
  }
  if (file.startsWith('scenarios/') && words.family !== basename(dirname(file))) {
    faults.push({ file, line: 1, message: `the family "${words.family ?? ''}" differs from the folder; make them the same` })
  }
  return faults
}

/**
 * Loads, validates and cross-checks all words of the library with the flows.
 * Throws a {@link LibraryError} that lists every fault with file, line and what to do.
 */
export function loadLibrary(root: string): Library {
  const { library, faults } = readLibrary(root)
  if (faults.length > 0) throw new LibraryError(faults)
  return library
}

/** Reads what can be read of the library, with every fault found; files at fault are left out. For checking drafts. */
export function readLibrary(root: string): { readonly library: Library; readonly faults: readonly Fault[] } {
  const schemas = loadSchemas(join(root, 'schema'))
  const hash = createHash('sha256')
  const faults: Fault[] = []
  const sources: YamlFile[] = []
  for (const file of libraryFiles(root)) {
    const read = readYaml(join(root, file), file)
    if (isFault(read)) {
      faults.push(read)
      continue
    }
    hash.update(file).update('\0').update(read.text).update('\0')
    const schema = schemaOf(file)
    const found = schema === '' ? [{ file, line: 1, message: 'nothing reads this file; move or remove it' }] : schemas.faults(read, schema)
    faults.push(...found)
    if (found.length === 0) sources.push(read)
  }
  const of = (schema: string): readonly YamlFile[] => sources.filter(({ file }) => schemaOf(file) === schema)
  const words = of('words.schema.json').map((source): WordsSource => ({ ...source, words: source.value as WordsFile }))
  faults.push(...words.flatMap(misplaced))
  const cues = of('cue.schema.json')
  const shared = of('reactions.schema.json').map(({ value }) => (value as ReactionsFile).reactions)
  const dispositions = of('dispositions.schema.json')
  faults.push(...crossCheck({ words, cues, dispositions, shared: of('reactions.schema.json') }))

  const flowReactions = new Map(words.map(({ words: each }) => [each.id, each.reactions ?? {}]))
  const reactions = new Map<string, string[]>()
  for (const heard of [...flowReactions.values(), ...shared]) {
    for (const [id, ways] of Object.entries(heard)) reactions.set(id, [...(reactions.get(id) ?? []), ...ways])
  }
  const library: Library = {
    version: hash.digest('hex').slice(0, 12),
    scenarios: new Map(words.filter(({ words: each }) => each.family !== undefined).map(({ words: each }) => [each.id, each])),
    phrases: new Map(
      words.flatMap(({ words: each }) =>
        Object.entries(each.phrases).map(([key, phrase]) => [`${each.id}/${key}`, phraseEntry(`${each.id}/${key}`, phrase)] as const),
      ),
    ),
    reactions,
    flowReactions,
    cues: cues.map(({ value }) => value as CueFile),
    dispositions: dispositions.flatMap(({ value }) => (value as DispositionsFile).dispositions),
  }
  return { library, faults }
}
