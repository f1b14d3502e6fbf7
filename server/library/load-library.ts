import { basename, dirname } from 'node:path'
import type { ConventionsFile } from '../wording/conventions.ts'
import type { FactsFile } from '../wording/fact-words.ts'
import type { ExampleFile, WordSetFile } from '../wording/rule-types.ts'
import { conventionFaults } from './convention-faults.ts'
import { crossCheck } from './cross-check.ts'
import { type DerivedCache, noCache } from './derived-cache.ts'
import { factFaults } from './fact-faults.ts'
import { type Fault, LibraryError } from './fault.ts'
import { type Library, phraseEntry, type WordsSource } from './library.ts'
import { readStructure, type Structure } from './flow-files.ts'
import { fingerprint, isFlowFile, libraryFiles, readSources } from './read-sources.ts'
import { ruleFaults } from './rule-faults.ts'
import { strayExamples, withExamples } from './rule-examples.ts'
import { scorecardFaults } from './scorecard-faults.ts'
import type { Scorecard } from './scorecards.ts'
import type { CallerLinesFile, ConceptsFile, CueFile, DispositionsFile, ReactionsFile, WordsFile } from './words.ts'
import type { YamlFile } from './yaml-file.ts'

function misplaced({ file, words }: WordsSource): readonly Fault[] {
  const faults: Fault[] = []
  if (words.id !== basename(file, '.yaml')) {
    faults.push({ file, line: 1, message: `the id "${words.id}" differs from the file's name; make them the same`, zh: `编号“${words.id}”和文件名不一样；改成一样` })
  }
  if (file.startsWith('scenarios/') && words.family !== basename(dirname(file))) {
    faults.push({ file, line: 1, message: `the family "${words.family ?? ''}" differs from the folder; make them the same`, zh: `类别“${words.family ?? ''}”和文件夹不一样；改成一样` })
  }
  return faults
}

/** What the agent is told to say is harmless by definition: the wording model learns from it. */
const ownSentences = ({ words: { phrases } }: WordsSource): readonly string[] =>
  Object.values(phrases).flatMap(({ say, variants }) => [say, ...variants.map((variant) => variant.say)].map((sentence) => sentence.replaceAll(/\{[^{}]*\}/gu, '，')))

/** Ids of the flows whose own file is left out for its faults. */
function unsoundFlows(root: string, { own }: Structure): ReadonlySet<string> {
  const sound = new Set(own.map(({ definition }) => definition.id))
  return new Set(libraryFiles(root).flatMap((file) => (isFlowFile(file) && !sound.has(basename(file, '.json')) ? [basename(file, '.json')] : [])))
}

const noWordSets: WordSetFile = {
  sets: {},
  turns: {},
  contexts: { quotation: { before: [], after: [] }, negation: { before: [], after: [] }, question: { before: [], after: [] } },
  harmless: [],
}

/**
 * Loads, validates and cross-checks all words of the library with the flows; files that `cache` knows to be sound are not checked again.
 * Throws a {@link LibraryError} that lists every fault with file, line and what to do.
 */
export function loadLibrary(root: string, cache: DerivedCache = noCache): Library {
  return cache.keep('library', cache === noCache ? '' : fingerprint(root), () => {
    const { library, faults } = readLibrary(root)
    if (faults.length > 0) throw new LibraryError(faults)
    return library
  })
}

/** Reads what can be read of the library, with every fault found; files at fault are left out. For checking drafts. */
export function readLibrary(root: string): { readonly library: Library; readonly faults: readonly Fault[] } {
  const sources = readSources(root)
  const words = sources.of('words').map((source): WordsSource => ({ ...source, words: source.value as WordsFile }))
  const values = <T>(files: readonly YamlFile[]): readonly T[] => files.map(({ value }) => value as T)
  const cues = sources.of('cue')
  const dispositions = sources.of('dispositions')
  const examples = sources.of('wording-examples')
  const rules = withExamples(sources.of('wording'), values<ExampleFile>(examples))
  const [sets = noWordSets] = values<WordSetFile>(sources.of('word-sets'))
  const wordSets: WordSetFile = { ...sets, harmless: [...sets.harmless, ...values<ExampleFile>(examples).flatMap(({ harmless = [] }) => harmless), ...words.flatMap(ownSentences)] }
  const [shared] = values<ReactionsFile>(sources.of('reactions'))
  const [concepts] = values<ConceptsFile>(sources.of('concepts'))
  const structure = readStructure(sources.of('flow'), words)
  const conventions = values<ConventionsFile>(sources.of('conventions')).flatMap((file) => file.conventions)
  const nameable = {
    categories: new Set(rules.map(({ rules: file }) => file.category)),
    rules: new Set(rules.flatMap(({ rules: file }) => file.rules.map(({ id }) => id))),
    conventions: new Set(conventions.map(({ id }) => id)),
  }
  const faults = [
    ...sources.faults,
    ...words.flatMap(misplaced),
    ...structure.faults,
    ...crossCheck({ flows: structure.book, unsound: unsoundFlows(root, structure), words, cues, dispositions, shared: sources.of('reactions') }),
    ...strayExamples(examples, rules),
    ...ruleFaults(rules, sources.of('word-sets'), sets),
    ...factFaults(sources.of('facts'), sets.sets),
    ...conventionFaults(sources.of('conventions'), rules, sets.sets),
    ...sources.of('scorecard').flatMap((source) => scorecardFaults(source, nameable)),
  ]
  const sharedReactions = shared?.reactions ?? {}
  const flowReactions = new Map(words.map(({ words: each }) => [each.id, each.reactions ?? {}]))
  const reactions = new Map<string, string[]>()
  for (const heard of [...flowReactions.values(), sharedReactions]) {
    for (const [id, ways] of Object.entries(heard)) reactions.set(id, [...(reactions.get(id) ?? []), ...ways])
  }
  const callerLines = values<CallerLinesFile>(sources.of('caller-lines'))
  const library: Library = {
    version: sources.hash.slice(0, 12),
    scenarios: new Map(words.filter(({ words: each }) => each.family !== undefined).map(({ words: each }) => [each.id, each])),
    phrases: new Map(
      words.flatMap(({ words: each }) =>
        Object.entries(each.phrases).map(([key, phrase]) => [`${each.id}/${key}`, phraseEntry(`${each.id}/${key}`, phrase)] as const),
      ),
    ),
    reactions,
    flowReactions,
    sharedReactions,
    callerTurns: new Map(callerLines.flatMap(({ reactions: spoken = {} }) => Object.entries(spoken).map(([id, lines]) => [id, Object.values(lines).flat()] as const))),
    callerAnswers: new Map(callerLines.flatMap(({ facts = {} }) => Object.entries(facts).flatMap(([id, { options }]) => (options === undefined ? [] : [[id, options] as const])))),
    cues: values<CueFile>(cues),
    dispositions: values<DispositionsFile>(dispositions).flatMap((each) => each.dispositions),
    concepts: concepts?.concepts ?? {},
    smallTalk: concepts?.small_talk ?? [],
    factWords: values<FactsFile>(sources.of('facts'))[0] ?? { no_answer: [], facts: {} },
    conventions,
    ruleFiles: rules.map(({ rules: file }) => file),
    wordSets,
    scorecards: values<Scorecard>(sources.of('scorecard')),
    ownFlows: structure.own,
  }
  return { library, faults }
}
