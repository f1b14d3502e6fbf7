import type { OwnFlow } from '../../flows/flow-book.ts'
import type { Label } from '../protocol.ts'
import type { ConventionDefinition } from '../wording/conventions.ts'
import type { FactsFile } from '../wording/fact-words.ts'
import type { RuleFile, WordSetFile } from '../wording/rule-types.ts'
import { pieces, type Piece } from './placeholders.ts'
import type { Scorecard } from './scorecards.ts'
import type { CueFile, DispositionsFile, Phrase, WordsFile } from './words.ts'
import { validDays, type ValidDays } from './validity.ts'
import type { YamlFile } from './yaml-file.ts'

/** A key point with an id that is stable within a library version. */
export interface PointEntry {
  readonly id: string
  readonly label: Label
  readonly patterns: readonly string[]
}
/** A sentence ready to be shown: cut at its placeholders. */
export interface Sentence {
  readonly style: 'main' | 'calmer' | 'shorter'
  readonly pieces: readonly Piece[]
  readonly en: string
  /** Absent: always. */
  readonly valid?: ValidDays
}
/** A phrase ready for use, under its reference `file/key`. */
export interface PhraseEntry {
  readonly ref: string
  readonly sentences: readonly [Sentence, ...Sentence[]]
  readonly points: readonly PointEntry[]
  readonly tone: Label | null
}
/** A words file with the place it came from. */
export interface WordsSource extends YamlFile {
  readonly words: WordsFile
}
/** All words of one version, cross-checked with the flows. Never changes after loading. */
export interface Library {
  /** First 12 hex digits of the SHA-256 over all files: the same words have the same version. */
  readonly version: string
  readonly scenarios: ReadonlyMap<string, WordsFile>
  readonly phrases: ReadonlyMap<string, PhraseEntry>
  /** How callers say each reaction, over the shared file and every scenario; the flow's own list first. */
  readonly reactions: ReadonlyMap<string, readonly string[]>
  /** The same by flow: only what that flow's file lists. */
  readonly flowReactions: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>
  readonly sharedReactions: Readonly<Record<string, readonly string[]>>
  /** Whole turns in which callers say each reaction: spoken by simulated callers, and heard. */
  readonly callerTurns: ReadonlyMap<string, readonly string[]>
  /** The same by fact, for each of its options. */
  readonly callerAnswers: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>
  readonly cues: readonly CueFile[]
  /** Words that callers use for the same thing. */
  readonly concepts: Readonly<Record<string, readonly string[]>>
  /** What callers say that points to no scenario. */
  readonly smallTalk: readonly string[]
  /** How facts are heard. */
  readonly factWords: Omit<FactsFile, 'id'>
  /** What holds on every call, the most important first. */
  readonly conventions: readonly ConventionDefinition[]
  /** Forbidden phrases, by category, and the word sets they share. */
  readonly ruleFiles: readonly RuleFile[]
  readonly wordSets: WordSetFile
  readonly dispositions: DispositionsFile['dispositions']
  /** What evaluations look at. None: those of the program hold, see `scorecardsWith`. */
  readonly scorecards: readonly Scorecard[]
  /** The structure of the flows that this version has in place of those of the program, or beside them. */
  readonly ownFlows: readonly OwnFlow[]
}

/** Prepares a phrase for use. */
export function phraseEntry(ref: string, phrase: Phrase): PhraseEntry {
  const sentence = (style: Sentence['style'], { say, en, valid }: Pick<Phrase, 'say' | 'en' | 'valid'>): Sentence => ({ style, pieces: pieces(say), en, ...(valid && { valid: validDays(valid) }) })
  const main = sentence('main', phrase)
  const variants = phrase.variants.map((variant) => sentence(variant.style, variant))
  const points = phrase.must_say.map(({ point, en, any: patterns }, index) => ({
    id: `${ref}#${String(index)}`,
    label: { zh: point, en },
    patterns,
  }))
  return { ref, sentences: [main, ...variants], points, tone: phrase.tone ?? null }
}
