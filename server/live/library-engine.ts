import { type FactId, factDefinition, isFactId } from '../../flows/facts.ts'
import { interruptions } from '../../flows/conversation.ts'
import { isReaction, type Reaction, reactionLabel } from '../../flows/reactions.ts'
import type { Library } from '../library/library.ts'
import { scenarioFinder } from '../library/scenario-finder.ts'
import { compilePoints, hearPoints, type Point } from '../wording/adherence.ts'
import { checkTurn } from '../wording/check-turn.ts'
import { compileRules } from '../wording/compile-rules.ts'
import { angerAfter, compileCues, hearCues } from '../wording/cues.ts'
import { type AskedFact, hearFacts } from '../wording/facts-heard.ts'
import { compileReactions, hearReaction, type ReactionModel } from '../wording/reactions-heard.ts'
import { repairsRule } from '../wording/repair.ts'
import type { FlowInfo, LiveEngine } from './ports.ts'

/** Scenarios suggested at once. */
const mostSuggestions = 3

/** A version of the scripts library made ready for live calls. Takes a moment: rules, cues and the scenario finder are compiled here. */
export function libraryEngine(library: Library): LiveEngine {
  const rules = compileRules(library.ruleFiles, library.wordSets)
  const ruleById = new Map(rules.rules.map((rule) => [rule.definition.id, rule]))
  const cueSet = compileCues(library.cues)
  const cueById = new Map(library.cues.map((cue) => [cue.id, cue]))
  const finder = scenarioFinder(library)
  const points = new Map<string, readonly Point[]>()
  const reactionModels = new Map<string, ReactionModel>()

  const pointsOf = (phrase: string): readonly Point[] => {
    const known = points.get(phrase)
    if (known) return known
    const compiled = compilePoints(library.phrases.get(phrase)?.points ?? [])
    points.set(phrase, compiled)
    return compiled
  }
  // A scenario's own ways of saying a reaction come first; the shared ones count everywhere.
  const reactionsIn = (flow: string): ReactionModel => {
    const known = reactionModels.get(flow)
    if (known) return known
    const own = library.flowReactions.get(flow) ?? {}
    const ids = new Set([...Object.keys(library.sharedReactions), ...Object.keys(own)])
    const model = compileReactions(Object.fromEntries([...ids].map((id) => [id, [...(own[id] ?? []), ...(library.sharedReactions[id] ?? [])]])))
    reactionModels.set(flow, model)
    return model
  }
  return {
    version: library.version,
    dispositions: library.dispositions,
    checkTurn: (text, context) => checkTurn(rules, text, context),
    repairs: (open, text) =>
      open.flatMap(({ id, rule }) => {
        const compiled = ruleById.get(rule)
        return compiled && repairsRule(compiled, text) ? [id] : []
      }),
    cues: (text) =>
      hearCues(cueSet, text).flatMap(({ cue, ...hit }) => {
        const definition = cueById.get(cue)
        if (!definition) return []
        const { label, hint, reaction } = definition
        return [{ ...hit, id: cue, label, hint, reaction: knownReaction(reaction) }]
      }),
    anger: (level, hits, text) => angerAfter(level, hits.map(({ id, ...hit }) => ({ cue: id, ...hit })), text),
    reactions: (text, possible, flow) => {
      const heard = hearReaction(reactionsIn(flow), text, possible)
      const reaction = knownReaction(heard?.reaction)
      return heard && reaction ? { reaction, match: heard.match, certain: heard.certain } : null
    },
    points: (phrase, text) => hearPoints(pointsOf(phrase), text),
    facts: (text, speaker, asked) => hearFacts(text, speaker, asked !== null && isFactId(asked) ? askedFact(asked) : null),
    suggest: (turns, flow) => finder.suggest(turns, flow, mostSuggestions).map(({ id, score, words }) => ({ scenario: id, title: library.scenarios.get(id)?.title ?? { zh: id, en: id }, score, words })),
    phrase: (ref) => library.phrases.get(ref) ?? null,
    flowInfo: (flow) => flowInfo(library, flow),
  }
}

const knownReaction = (id: string | undefined): Reaction | null => (id !== undefined && isReaction(id) ? id : null)

function askedFact(id: FactId): AskedFact {
  const definition = factDefinition(id)
  const options = definition.kind === 'choice' ? Object.fromEntries(Object.entries(definition.options).map(([option, { zh }]) => [option, zh])) : {}
  return { id, kind: definition.kind, options }
}

/** Interruptions are called after what brings them about. */
const interruptionTitles = new Map(
  Object.entries(interruptions).flatMap(([reaction, each]) => (isReaction(reaction) ? [[each.flow, reactionLabel(reaction)] as const] : [])),
)

function flowInfo({ scenarios }: Library, flow: string): FlowInfo | null {
  const words = scenarios.get(flow)
  const title = interruptionTitles.get(flow)
  if (!words) return title ? { title, cautions: [], note: null, source: null } : null
  return { title: words.title, cautions: words.cautions ?? [], note: words.note_today ?? null, source: words.source ?? null }
}
