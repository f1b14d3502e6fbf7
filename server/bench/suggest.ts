import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadLibrary } from '../library/load-library.ts'
import { libraryRoot } from '../library/root.ts'
import { scenarioTexts, smallTalk } from '../library/scenario-finder.ts'
import { compileConcepts } from '../wording/concepts.ts'
import { compileCues } from '../wording/cues.ts'
import type { FeatureSource } from '../wording/suggest-features.ts'
import type { ScenarioTexts } from '../wording/suggest.ts'
import { bm25Ranker, finderRanker, fuseRanker, nearestRanker, type Ranker } from './rankers.ts'

/** A caller's turns, and the scenario that they belong to. */
export interface LabelledCall {
  readonly id: string
  readonly turns: readonly string[]
}
/** How often the right scenario came first, and among the first three; in percent. */
export interface Ranking {
  readonly name: string
  readonly calls: number
  readonly top1: number
  readonly top3: number
  readonly msPerQuery: number
}
export interface SuggestBench {
  readonly scenarios: number
  readonly openings: number
  readonly trainMs: number
  readonly crossValidation: readonly Ranking[]
  readonly unseenFirst: readonly Ranking[]
  readonly unseenThree: readonly Ranking[]
}

const folds = 5
/** The baseline takes half a second a query, so it is asked for every sixth call only. */
const baselineStep = 6
const measuringFile = fileURLToPath(new URL('../../data/measuring/caller-openings.jsonl', import.meta.url))

/** Calls written apart from the library and never used to tune it. */
export const unseenCalls = (): readonly LabelledCall[] =>
  readFileSync(measuringFile, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as LabelledCall)

function measure(ranker: Ranker, calls: readonly LabelledCall[]): Ranking {
  const started = performance.now()
  const places = calls.map(({ id, turns }) => ranker.rank(turns).indexOf(id))
  const msPerQuery = (performance.now() - started) / Math.max(1, calls.length)
  const share = (within: number): number => (100 * places.filter((place) => place >= 0 && place < within).length) / Math.max(1, calls.length)
  return { name: ranker.name, calls: calls.length, top1: share(1), top3: share(3), msPerQuery }
}

/** Every fifth opening held out in turn; the others train. */
function crossValidate(all: readonly ScenarioTexts[], rankers: (training: readonly ScenarioTexts[]) => readonly Ranker[]): readonly Ranking[] {
  const parts: Ranking[][] = []
  for (let fold = 0; fold < folds; fold++) {
    const heldOut = (index: number, weight: number): boolean => weight === 1 && index % folds === fold
    const training = all.map(({ id, texts }) => ({ id, texts: texts.filter(({ weight }, index) => !heldOut(index, weight)) }))
    const calls = all.flatMap(({ id, texts }) => texts.filter(({ weight }, index) => heldOut(index, weight)).map(({ text }) => ({ id, turns: [text] })))
    parts.push(rankers(training).map((ranker) => measure(ranker, calls)))
  }
  const [first = []] = parts
  return first.map(({ name }, at) => {
    const own = parts.flatMap((part) => part[at] ?? [])
    const calls = own.reduce((sum, each) => sum + each.calls, 0)
    const mean = (key: 'top1' | 'top3' | 'msPerQuery'): number => own.reduce((sum, each) => sum + each[key] * each.calls, 0) / Math.max(1, calls)
    return { name, calls, top1: mean('top1'), top3: mean('top3'), msPerQuery: mean('msPerQuery') }
  })
}

/** Compares the approaches by cross-validation over the openings and on unseen calls, with Fuse.js as the baseline. */
export function benchSuggest(): SuggestBench {
  const library = loadLibrary(libraryRoot)
  const all = scenarioTexts(library)
  const talk = smallTalk(library)
  const source: FeatureSource = { concepts: compileConcepts(library.concepts), cues: compileCues(library.cues, library.wordSets.sets) }
  const learned = (texts: readonly ScenarioTexts[]): readonly Ranker[] => [bm25Ranker(texts), nearestRanker(texts), finderRanker(texts, talk, source, 0), finderRanker(texts, talk, source)]
  const started = performance.now()
  finderRanker(all, talk, source)
  const trainMs = performance.now() - started
  const fuse = fuseRanker(all)
  const rankers = learned(all)
  const some = (calls: readonly LabelledCall[]): readonly LabelledCall[] => calls.filter((_, index) => index % baselineStep === 0)
  const unseen = unseenCalls()
  const first = unseen.map(({ id, turns }) => ({ id, turns: turns.slice(0, 1) }))
  const three = unseen.filter(({ turns }) => turns.length >= 3).map(({ id, turns }) => ({ id, turns: turns.slice(0, 3) }))
  return {
    scenarios: all.length,
    openings: all.reduce((sum, { texts }) => sum + texts.filter(({ weight }) => weight === 1).length, 0),
    trainMs,
    crossValidation: crossValidate(all, learned),
    unseenFirst: [measure(fuse, some(first)), ...rankers.map((ranker) => measure(ranker, first))],
    unseenThree: [measure(fuse, some(three)), ...rankers.map((ranker) => measure(ranker, three))],
  }
}
