import Fuse from 'fuse.js'
import { type Bm25, bm25Scores, buildBm25 } from '../wording/bm25.ts'
import { nGrams } from '../wording/n-grams.ts'
import { normalise, normalisedText } from '../wording/normalise.ts'
import type { FeatureSource } from '../wording/suggest-features.ts'
import { rankScenarios, type ScenarioTexts, trainSuggest, turnEvidence } from '../wording/suggest.ts'

/** A way of finding the scenario: caller turns in, ids out, best first. */
export interface Ranker {
  readonly name: string
  readonly rank: (turns: readonly string[]) => readonly string[]
}

const plain = (text: string): string => normalisedText(normalise(text))
const byScore = (ids: readonly string[], scores: ArrayLike<number>): readonly string[] =>
  ids.map((id, index) => ({ id, score: scores[index] ?? 0 })).toSorted((a, b) => b.score - a.score).map(({ id }) => id)

/** Fuse.js over titles and openings: the baseline. */
export function fuseRanker(scenarios: readonly ScenarioTexts[]): Ranker {
  const items = scenarios.flatMap(({ id, texts }) => texts.filter(({ weight }) => weight === 1).map(({ text }) => ({ id, text })))
  const fuse = new Fuse(items, { keys: ['text'], threshold: 0.9, ignoreLocation: true, includeScore: true })
  return {
    name: 'Fuse.js over titles and openings',
    rank: (turns) => [...new Set(fuse.search(turns.join(' ')).map(({ item }) => item.id))],
  }
}

/** BM25 over single characters and pairs of all texts of a scenario. */
export function bm25Ranker(scenarios: readonly ScenarioTexts[]): Ranker {
  const ids = scenarios.map(({ id }) => id)
  const index: Bm25 = buildBm25(
    scenarios.map(({ texts }) => {
      const counts = new Map<string, number>()
      for (const { text, weight } of texts) for (const gram of new Set(nGrams(plain(text), 2))) counts.set(gram, (counts.get(gram) ?? 0) + weight)
      return counts
    }),
  )
  return {
    name: 'BM25 over characters and pairs',
    rank: (turns) => {
      const scores = new Float64Array(ids.length)
      bm25Scores(index, new Set(turns.flatMap((turn) => nGrams(plain(turn), 2))), scores)
      return byScore(ids, scores)
    },
  }
}

/** The nearest openings by TF-IDF cosine; the three nearest of a scenario count. */
export function nearestRanker(scenarios: readonly ScenarioTexts[]): Ranker {
  const ids = scenarios.map(({ id }) => id)
  const texts = scenarios.flatMap(({ texts: all }, scenario) => all.map(({ text }) => ({ scenario, grams: new Set(nGrams(plain(text), 2)) })))
  const users = new Map<string, number>()
  for (const { grams } of texts) for (const gram of grams) users.set(gram, (users.get(gram) ?? 0) + 1)
  const weigh = (gram: string): number => Math.log((texts.length + 1) / ((users.get(gram) ?? 0) + 0.5))
  const postings = new Map<string, (readonly [number, number])[]>()
  texts.forEach(({ grams }, text) => {
    const length = Math.hypot(...[...grams].map(weigh))
    for (const gram of grams) postings.set(gram, [...(postings.get(gram) ?? []), [text, weigh(gram) / length] as const])
  })
  return {
    name: 'nearest openings, TF-IDF cosine',
    rank: (turns) => {
      const near = new Float64Array(texts.length)
      for (const gram of new Set(turns.flatMap((turn) => nGrams(plain(turn), 2)))) {
        const own = weigh(gram)
        for (const [text, weight] of postings.get(gram) ?? []) near[text] = (near[text] ?? 0) + own * weight
      }
      const nearest = ids.map(() => [] as number[])
      near.forEach((value, text) => nearest[texts[text]?.scenario ?? 0]?.push(value))
      return byScore(ids, nearest.map((values) => values.toSorted((a, b) => b - a).slice(0, 3).reduce((sum, value, place) => sum + value / (place + 1), 0)))
    },
  }
}

/** The finder in use, with or without its BM25 share. */
export function finderRanker(scenarios: readonly ScenarioTexts[], smallTalk: readonly string[], source: FeatureSource, bm25Share?: number): Ranker {
  const model = { ...trainSuggest(scenarios, smallTalk, source), source }
  const nobody: ReadonlySet<string> = new Set()
  return {
    name: bm25Share === 0 ? 'linear model alone' : 'linear model and BM25 (in use)',
    rank: (turns) => rankScenarios(model, turns.map((turn) => turnEvidence(model, turn)), nobody, undefined, bm25Share).map(({ id }) => id),
  }
}
