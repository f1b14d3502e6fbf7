import { followUps } from '../../flows/follow-ups.ts'
import { commonReactions } from '../../flows/reactions/common.ts'
import { compileConcepts } from '../wording/concepts.ts'
import { compileCues } from '../wording/cues.ts'
import {
  decidingWords,
  type RankedScenario,
  rankScenarios,
  type ScenarioText,
  type ScenarioTexts,
  type SuggestWeights,
  trainSuggest,
  type TurnEvidence,
  turnEvidence,
} from '../wording/suggest.ts'
import { type DerivedCache, noCache } from './derived-cache.ts'
import type { Library } from './library.ts'
import { flowsOf } from './library-flows.ts'

/** Finds the scenario from what the caller says. */
export interface ScenarioFinder {
  /** The best scenarios for all caller turns so far, oldest first, of those that are `worth` it; empty when nothing points to one. */
  readonly suggest: (turns: readonly string[], currentFlow: string | null, most: number, worth?: (found: { readonly id: string; readonly score: number }) => boolean) => readonly RankedScenario[]
}

/** How much a text that is no opening says about its scenario. */
const weights = { opening: 1, title: 1, goal: 0.4, reaction: 0.35 } as const
/** Caller turns that are looked back on, and turns whose evidence is kept ready. */
const mostTurns = 12
const mostKept = 4_000
/** Words shown with each scenario. */
const wordsShown = 3

/** What the library says about each scenario, for training. */
export function scenarioTexts(library: Library): readonly ScenarioTexts[] {
  return flowsOf(library).scenarioIds.flatMap((id) => {
    const words = library.scenarios.get(id)
    if (words === undefined) return []
    const own = Object.entries(words.reactions ?? {}).filter(([reaction]) => !Object.hasOwn(commonReactions, reaction))
    const weigh = (texts: readonly string[], weight: number): readonly ScenarioText[] => texts.map((text) => ({ text, weight }))
    return {
      id,
      texts: [
        ...weigh(words.openings ?? [], weights.opening),
        ...weigh([words.title.zh], weights.title),
        ...weigh(words.goal ? [words.goal.zh] : [], weights.goal),
        ...own.flatMap(([, ways]) => weigh(ways, weights.reaction)),
      ],
    }
  })
}

/** Callers' words that fit any scenario: answers to what the agent says, greetings. */
export const smallTalk = (library: Library): readonly string[] => [
  ...library.smallTalk,
  ...Object.keys(commonReactions).flatMap((reaction) => library.sharedReactions[reaction] ?? []),
]

/** Trains the finder on the library, unless `cache` has it. Takes some hundred milliseconds; the finder itself answers in well under one. */
export function scenarioFinder(library: Library, cache: DerivedCache = noCache): ScenarioFinder {
  const flows = flowsOf(library)
  const source = { concepts: compileConcepts(library.concepts), cues: compileCues(library.cues) }
  const learnt = [scenarioTexts(library), smallTalk(library)] as const
  const heard = [library.concepts, library.cues.map(({ id, patterns, unless }) => [id, patterns, unless])]
  const weights = cache.keep('finder', JSON.stringify([learnt, heard]), (): SuggestWeights => trainSuggest(...learnt, source))
  const model = { ...weights, source }
  const kept = new Map<string, TurnEvidence>()
  const evidence = (text: string): TurnEvidence => {
    const known = kept.get(text)
    if (known !== undefined) return known
    if (kept.size >= mostKept) kept.clear()
    const fresh = turnEvidence(model, text)
    kept.set(text, fresh)
    return fresh
  }
  return {
    suggest: (turns, currentFlow, most, worth = () => true) => {
      const recent = turns.slice(-mostTurns).map(evidence)
      const likely = new Set(currentFlow === null ? [] : followUps(flows, currentFlow))
      const ranked = rankScenarios(model, recent, likely, most + 1).filter(worth).slice(0, most)
      return ranked.map((each) => ({ ...each, words: decidingWords(model, recent, each.id, wordsShown) }))
    },
  }
}
