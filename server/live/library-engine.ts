import { interruptions } from '../../flows/conversation.ts'
import { factDefinition, fitsFact, isFactId } from '../../flows/facts.ts'
import type { FlowBook } from '../../flows/flow-book.ts'
import type { Reaction } from '../../flows/reactions.ts'
import { type DerivedCache, noCache } from '../library/derived-cache.ts'
import type { Library } from '../library/library.ts'
import { flowsOf } from '../library/library-flows.ts'
import { scenarioFinder } from '../library/scenario-finder.ts'
import { compilePoints, hearPoints, type Point } from '../wording/adherence.ts'
import { checkTurn } from '../wording/check-turn.ts'
import { parseRules, readyRules } from '../wording/compile-rules.ts'
import type { RuleSet } from '../wording/compiled-rules.ts'
import { trainExampleModel } from '../wording/example-model.ts'
import { compileConventions } from '../wording/conventions.ts'
import { angerAfter, compileCues, hearCues } from '../wording/cues.ts'
import { compileFacts } from '../wording/fact-words.ts'
import { type AskedFact, hearFacts } from '../wording/facts-heard.ts'
import { compilePhrases, hearPhrase } from '../wording/phrases-heard.ts'
import { compileReactions, hearReaction, type HeardReaction } from '../wording/reactions-heard.ts'
import { repairsRule } from '../wording/repair.ts'
import type { AskedStep, CueHit, FlowInfo, LiveEngine, ReactionHit } from './ports.ts'

/** Scenarios suggested at a time, and the least probability worth showing. */
const mostSuggested = 3
const leastShown = 0.02

/** Everything a live call needs, prepared from one version of the library; what `cache` has is not learnt again. Throws a WordingError for a faulty rule or pattern. */
export function libraryEngine(library: Library, cache: DerivedCache = noCache): LiveEngine {
  const flows = flowsOf(library)
  const rules = libraryRules(library, cache)
  const rulesById = new Map(rules.rules.map((rule) => [rule.definition.id, rule]))
  const cues = compileCues(library.cues, library.wordSets.sets)
  const cueFiles = new Map(library.cues.map((cue) => [cue.id, cue]))
  const pointsOf = pointShelf(library)
  const finder = scenarioFinder(library, cache)
  const titles = new Map([...library.scenarios].map(([id, { title }]) => [id, title]))
  const phrases = Object.fromEntries(library.reactions)
  const turns = { ...Object.fromEntries(library.callerTurns), ...answerTurns(library) }
  const reactions = cache.keep('reactions', JSON.stringify([phrases, turns]), () => compileReactions(phrases, turns))
  const findings = compilePhrases(phrases)
  const factBook = compileFacts(library.factWords, library.wordSets.sets)
  const conventions = compileConventions(library.conventions, library.wordSets.sets)
  return {
    version: library.version,
    flows,
    dispositions: library.dispositions,
    checkTurn: (text, context) => checkTurn(rules, text, context),
    repairs: (rule, text) => {
      const compiled = rulesById.get(rule)
      return compiled !== undefined && repairsRule(compiled, text)
    },
    cues: (text) =>
      hearCues(cues, text).flatMap(({ cue, match, start, end, anger }): CueHit[] => {
        const file = cueFiles.get(cue)
        if (file === undefined) return []
        const reaction = file.reaction !== undefined && flows.isReaction(file.reaction) ? file.reaction : null
        return [{ id: cue, label: file.label, hint: file.hint, match, start, end, anger, reaction }]
      }),
    anger: (level, hits, text) => angerAfter(level, hits, text),
    reactions: (text, possible, asked) => reactionHit(flows, hearReaction(reactions, text, possible, answersTo(library, asked))),
    findings: (text, awaited) => reactionHit(flows, hearPhrase(findings, text, awaited)),
    points: (phrase, text) => hearPoints(pointsOf(phrase), text),
    facts: (text, speaker, asked) => hearFacts(text, speaker, askedOf(asked), factBook).filter(({ fact, value }) => isFactId(fact) && fitsFact(fact, value)),
    conventions: conventions.definitions,
    hearConventions: conventions.hear,
    suggest: (turns, currentFlow) =>
      finder
        .suggest(turns, currentFlow, mostSuggested, ({ id, score }) => id !== currentFlow && score >= leastShown)
        .map(({ id, score, words }) => ({ scenario: id, title: titles.get(id) ?? { zh: id, en: id }, score: Math.round(score * 100) / 100, words })),
    phrase: (ref) => library.phrases.get(ref) ?? null,
    flowInfo: (flow) => flowInfo(library, flow),
  }
}

function reactionHit(flows: FlowBook, heard: HeardReaction | null): ReactionHit | null {
  if (heard === null || !flows.isReaction(heard.reaction)) return null
  return { reaction: heard.reaction, match: heard.match, certain: heard.certain }
}

/** Answers are told from reactions by the same model, under names that no reaction has. */
const answerName = (fact: string, option: string): string => `${fact}=${option}`
const answersTo = ({ callerAnswers }: Library, asked: string | null): readonly string[] =>
  asked === null ? [] : Object.keys(callerAnswers.get(asked) ?? {}).map((option) => answerName(asked, option))
const answerTurns = ({ callerAnswers }: Library): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries([...callerAnswers].flatMap(([fact, options]) => Object.entries(options).map(([option, lines]) => [answerName(fact, option), lines] as const)))

/** The wording rules of a library with what their examples teach. Throws a WordingError for a faulty rule or pattern. */
export const libraryRules = (library: Library, cache: DerivedCache = noCache): RuleSet =>
  readyRules(
    cache.keep('rules', JSON.stringify([library.ruleFiles, library.wordSets]), () => parseRules(library.ruleFiles, library.wordSets)),
    library.wordSets,
    (taught, harmless) => cache.keep('examples', JSON.stringify([taught, harmless]), () => trainExampleModel(taught, harmless)),
  )

/** The key points of each phrase, compiled when it is first spoken: a call uses few of them, and loading has checked them all. */
function pointShelf(library: Library): (phrase: string) => readonly Point[] {
  const compiled = new Map<string, readonly Point[]>()
  return (phrase) => {
    const known = compiled.get(phrase)
    if (known !== undefined) return known
    const points = compilePoints(library.phrases.get(phrase)?.points ?? [])
    compiled.set(phrase, points)
    return points
  }
}

function askedOf(asked: AskedStep | null): AskedFact | null {
  if (asked === null || !isFactId(asked.fact)) return null
  const { fact, put } = asked
  const definition = factDefinition(fact)
  const options = definition.kind === 'choice' ? Object.fromEntries(Object.entries(definition.options).map(([id, { zh }]) => [id, zh])) : {}
  return { id: fact, kind: definition.kind, options, put, ...(definition.kind === 'number' ? { unit: definition.unit.zh } : {}) }
}

function flowInfo(library: Library, flow: string): FlowInfo | null {
  const words = library.scenarios.get(flow)
  if (words !== undefined) return { title: words.title, cautions: words.cautions ?? [], note: words.note_today ?? null, source: words.source ?? null }
  const cause = (Object.keys(interruptions) as Reaction[]).find((reaction) => interruptions[reaction]?.flow === flow)
  return cause === undefined ? null : { title: flowsOf(library).reactionLabel(cause), cautions: [], note: null, source: null }
}
