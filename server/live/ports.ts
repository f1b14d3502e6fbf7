import type { FlowBook } from '../../flows/flow-book.ts'
import type { Reaction } from '../../flows/reactions.ts'
import type { Disposition, Label, Speaker, Suggestion } from '../protocol.ts'
import type { ConventionDefinition, ConventionHit } from '../wording/conventions.ts'
import type { Finding } from '../wording/rule-types.ts'
import type { Span, Turn, TurnContext } from '../wording/types.ts'

/** Something noticed in the caller's speech. `anger`: how far it raises or, negative, lowers the level; `reaction`: the interrupting reaction it stands for, or null. */
export interface CueHit extends Span {
  readonly id: string
  readonly label: Label
  readonly hint: Label
  readonly match: string
  readonly anger: number
  readonly reaction: Reaction | null
}
/** A possible reaction heard in the caller's speech. `certain`: nothing else possible fits, so it may be applied by itself. */
export interface ReactionHit {
  readonly reaction: Reaction
  readonly match: string
  readonly certain: boolean
}
/** A key point of a phrase heard in the agent's speech. */
export interface PointHit extends Span {
  readonly point: string
}
/** A fact heard plainly. `weak`: the whole answer to an open question, which counts only when nothing else is heard in it. */
export interface FactHit extends Span {
  readonly fact: string
  readonly value: string | number | boolean
  readonly weak?: true
}
/** The fact that the current step asks for. `put`: the agent has put the question. */
export interface AskedStep {
  readonly fact: string
  readonly put: boolean
}
/** A piece of a sentence: text, or a placeholder to be filled from the call's facts. */
export type PhrasePiece = { readonly text: string } | { readonly fact: string }
export interface PhraseSentence {
  readonly style: 'main' | 'calmer' | 'shorter'
  readonly pieces: readonly PhrasePiece[]
  readonly en: string
  /** First moments of the first and last day on which it may be said, ms since the epoch; absent: always. */
  readonly valid?: { readonly from: number; readonly until: number }
}
/** One thing to say: `sentences[0]` is the main one, the rest its variants. */
export interface PhraseEntry {
  readonly sentences: readonly PhraseSentence[]
  readonly points: readonly { readonly id: string; readonly label: Label }[]
  readonly tone: Label | null
}
export interface FlowInfo {
  readonly title: Label
  readonly cautions: readonly Label[]
  readonly note: string | null
  readonly source: string | null
}

/** All that a live call needs of the scripts library: pure, synchronous, one version. */
export interface LiveEngine {
  readonly version: string
  /** How its calls go: the structure that belongs to the words. */
  readonly flows: FlowBook
  readonly dispositions: readonly (Disposition & { readonly outcomes: readonly string[] })[]
  /** Forbidden phrases in one agent utterance, in the order of the text. */
  readonly checkTurn: (text: string, context: TurnContext) => readonly Finding[]
  /** Whether an agent utterance repairs a breach of the rule. */
  readonly repairs: (rule: string, text: string) => boolean
  /** What is noticed in a caller utterance, given the earlier turns. */
  readonly cues: (text: string, history: readonly Turn[]) => readonly CueHit[]
  /** The level of anger (0–1) after one more caller turn. */
  readonly anger: (level: number, hits: readonly CueHit[], text: string) => number
  /** Which of the possible reactions a caller utterance is, if any. `asked`: a fact asked for; what rather answers that is no reaction. */
  readonly reactions: (text: string, possible: readonly Reaction[], asked: string | null) => ReactionHit | null
  /** Which of the findings awaited an agent utterance states, if any. */
  readonly findings: (text: string, awaited: readonly Reaction[]) => ReactionHit | null
  /** Key points of the phrase heard in an agent utterance. */
  readonly points: (phrase: string, text: string) => readonly PointHit[]
  /** Facts stated plainly, and what answers the current step's question. */
  readonly facts: (text: string, speaker: Speaker, asked: AskedStep | null) => readonly FactHit[]
  /** What holds on every call, the most important first. */
  readonly conventions: readonly ConventionDefinition[]
  /** Words of one utterance that make a convention due or keep it. */
  readonly hearConventions: (text: string, speaker: Speaker) => readonly ConventionHit[]
  /** The scenarios that fit all that the caller has said, best first. */
  readonly suggest: (callerTurns: readonly string[], currentFlow: string | null) => readonly Suggestion[]
  /** The phrase `file/key`, or null when this version has none. */
  readonly phrase: (ref: string) => PhraseEntry | null
  readonly flowInfo: (flow: string) => FlowInfo | null
}
