import { load } from 'js-yaml'
import type { FlowDefinition } from '../../flows/dialogue.ts'
import { allFlows } from '../../flows/index.ts'
import { spokenByConversation } from '../library/cross-check.ts'
import { isFault } from '../library/yaml-file.ts'
import { jsonFile } from '../library/json-file.ts'
import type { WordsFile } from '../library/words.ts'
import { withValue } from './draft-edit.ts'
import { readYaml, unreadable } from './read-file.ts'
import type { LibraryFile } from './version-files.ts'

/** New words that come with a change of structure: phrases by `file/key`, and how callers say a flow's own reactions. */
export interface NewWords {
  readonly sentences: Readonly<Record<string, unknown>>
  readonly wordings: Readonly<Record<string, readonly string[]>>
}

/** The definition in a file of the library; null when it cannot be read. */
export function definitionIn({ path, text }: LibraryFile): FlowDefinition | null {
  const read = jsonFile(text, path)
  const value = isFault(read) ? null : read.value
  return typeof value === 'object' && value !== null && 'steps' in value ? (value as FlowDefinition) : null
}

/** The words in a file of the library. Throws SunlineError 'invalid payload' for a file in which no phrases can be read. */
export function wordsIn(file: LibraryFile): WordsFile {
  const read = readYaml(file)
  if (!isWords(read)) throw unreadable(file.path)
  return read
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isPhrase = (value: unknown): boolean => isObject(value) && typeof value['say'] === 'string' && Array.isArray(value['must_say'])
const isWords = (read: unknown): read is WordsFile => isObject(read) && typeof read['id'] === 'string' && isObject(read['phrases']) && Object.values(read['phrases']).every(isPhrase)

/** The words files in which a flow's own phrases stand, and those that it shares. */
export const wordsFileOf = (files: readonly LibraryFile[], name: string): LibraryFile | undefined =>
  files.find(({ path }) => path === `${name}.yaml` || (path.startsWith('scenarios/') && path.endsWith(`/${name}.yaml`)))

const flowFiles = (files: readonly LibraryFile[]): readonly LibraryFile[] => files.filter(({ path }) => path.startsWith('flows/'))
const phrasesIn = ({ steps }: FlowDefinition): readonly string[] => Object.values(steps).flatMap((step) => ('phrase' in step ? [step.phrase] : []))

/** Every phrase that some flow speaks when these are the files of the library. */
function spoken(files: readonly LibraryFile[]): ReadonlySet<string> {
  const own = flowFiles(files).flatMap((file) => definitionIn(file) ?? [])
  const replaced = new Set(own.map(({ id }) => id))
  const others = allFlows.map(({ definition }) => definition).filter(({ id }) => !replaced.has(id))
  return new Set([...spokenByConversation, ...[...own, ...others].flatMap(phrasesIn)])
}

/**
 * The words files that must change so that they fit the structure in `files`: phrases that no step speaks any more go, phrases that are spoken and missing
 * come back from `base` or from what is new. What stands there already is not overwritten. Throws SunlineError 'invalid payload' for a words file that cannot be read.
 */
export function followingWords(files: readonly LibraryFile[], base: readonly LibraryFile[], definition: FlowDefinition, before: readonly FlowDefinition[], { sentences, wordings }: NewWords): readonly LibraryFile[] {
  const wanted = spoken(files)
  const home = wordsFileOf(files, definition.id) ?? wordsFileOf(files, 'interruptions')
  const names = new Set([...[definition, ...before].flatMap(phrasesIn), ...Object.keys(sentences)].map((ref) => ref.split('/')[0] ?? ''))
  const concerned = new Set([...names].flatMap((name) => wordsFileOf(files, name) ?? []).concat(home ?? []))
  return [...concerned].flatMap((file): readonly LibraryFile[] => {
    const words = wordsIn(file)
    let { text } = file
    for (const ref of wanted) {
      const [name, key = ''] = ref.split('/')
      if (name !== words.id || Object.hasOwn(words.phrases, key)) continue
      const phrase = sentences[ref] ?? phraseOf(base, file.path, key)
      if (phrase !== undefined) text = withValue(text, ['phrases', key], phrase)
    }
    for (const key of Object.keys(words.phrases)) if (!wanted.has(`${words.id}/${key}`)) text = withValue(text, ['phrases', key], undefined)
    if (file === home) text = withWordings(text, words, definition, wordings)
    return text === file.text ? [] : [{ path: file.path, text }]
  })
}

function phraseOf(base: readonly LibraryFile[], path: string, key: string): unknown {
  const file = base.find((each) => each.path === path)
  const { phrases = {} } = (file ? load(file.text) : {}) as Partial<WordsFile>
  return Object.hasOwn(phrases, key) ? phrases[key] : undefined
}

/** How callers say the flow's own reactions; those that it has no more go. */
function withWordings(given: string, { reactions: known = {} }: WordsFile, { reactions = {} }: FlowDefinition, wordings: NewWords['wordings']): string {
  let text = given
  let has = Object.keys(known).length > 0
  for (const [id, ways] of Object.entries(wordings)) {
    if (!Object.hasOwn(reactions, id) || ways.length === 0) continue
    text = has ? withValue(text, ['reactions', id], ways) : withValue(text, ['reactions'], { [id]: ways })
    has = true
  }
  const gone = Object.keys(known).filter((id) => id.startsWith('own:') && !Object.hasOwn(reactions, id))
  for (const id of gone) text = withValue(text, gone.length === Object.keys(known).length ? ['reactions'] : ['reactions', id], undefined)
  return text
}
