import { type Bm25, bm25Scores, buildBm25 } from './bm25.ts'
import { normalise, normalisedText, originalSpan } from './normalise.ts'
import { distinct, wholeWords, wordBreaks } from './whole-words.ts'
import { type FeatureSource, termsOf } from './suggest-features.ts'
import { type FeatureRow, logits, normaliseToProbabilities, type SoftmaxModel, trainSoftmax, type TrainingRow, unitRow } from './softmax-classifier.ts'

/** Something said in a scenario, or written about it. `weight`: 1 for an opening, less for what is only related. */
export interface ScenarioText {
  readonly text: string
  readonly weight: number
}
export interface ScenarioTexts {
  readonly id: string
  readonly texts: readonly ScenarioText[]
}
/** What a finder has learnt: plain data. */
export interface SuggestWeights {
  readonly ids: readonly string[]
  readonly vocabulary: ReadonlyMap<string, number>
  readonly rarity: Float32Array
  readonly classifier: SoftmaxModel
  readonly index: Bm25
}
/** A finder of scenarios, trained on one version of the library. */
export interface SuggestModel extends SuggestWeights {
  readonly source: FeatureSource
}
/** What one caller turn says about the scenarios: the classifier's and BM25's scores, and how far it speaks of any of them (0–1). */
export interface TurnEvidence {
  readonly text: string
  readonly logits: Float64Array
  readonly bm25: Float64Array
  readonly informative: number
  /** By place in the normalised text: the feature of the two characters that begin there, or −1. */
  readonly pairs: Int32Array
  readonly breaks: Uint32Array
}
/** A scenario with its probability and the caller's words that decided. */
export interface RankedScenario {
  readonly id: string
  readonly score: number
  readonly words: readonly string[]
}

/** Chosen by cross-validation over the openings (`bench suggest`). */
const epochs = 3
const rate = 6
const biasRate = 0.02
/** Weight of the BM25 scores, standardised, beside the classifier's. */
const bm25Share = 0.9
/** How sharply the blended scores become probabilities. */
const sharpness = 1.6
/** Share of a turn's evidence that is left one caller turn later: the subject of a call rarely changes. */
const decay = 0.97
/** Texts of less weight are only indexed: the classifier gains nothing from them. */
const leastTaught = 0.4
/** How much a line of small talk teaches: enough to be told apart, little enough not to draw openings to it. */
const smallTalkWeight = 0.4
/** Terms of a single text tell nothing of others. */
const fewestTexts = 2

const featureRow = (vocabulary: ReadonlyMap<string, number>, rarity: Float32Array, terms: readonly string[]): FeatureRow =>
  unitRow(Int32Array.from(terms.flatMap((term) => vocabulary.get(term) ?? [])), rarity)

/**
 * Trains a linear classifier over characters, pairs, concepts and cues, and builds a BM25 index over the same terms.
 * `smallTalk` is what callers say that speaks for no scenario. Deterministic.
 */
export function trainSuggest(scenarios: readonly ScenarioTexts[], smallTalk: readonly string[], source: FeatureSource): SuggestWeights {
  const texts = [
    ...scenarios.flatMap(({ texts: all }, label) => all.map(({ text, weight }) => ({ text, weight, label }))),
    ...smallTalk.map((text) => ({ text, weight: smallTalkWeight, label: scenarios.length })),
  ].map((each) => ({ ...each, terms: termsOf(source, each.text).terms }))
  const users = new Map<string, number>()
  for (const { terms } of texts) for (const term of terms) users.set(term, (users.get(term) ?? 0) + 1)
  const shared = [...users].filter(([, count]) => count >= fewestTexts)
  const vocabulary = new Map(shared.map(([term], feature) => [term, feature]))
  const rarity = Float32Array.from(shared, ([, count]) => Math.log(1 + texts.length / count))
  const rows = texts.filter(({ weight }) => weight >= leastTaught).map(({ terms, label, weight }): TrainingRow => ({ ...featureRow(vocabulary, rarity, terms), label, weight }))
  const documents = scenarios.map(() => new Map<string, number>())
  for (const { terms, label, weight } of texts) {
    const document = documents[label]
    if (document !== undefined) for (const term of terms) document.set(term, (document.get(term) ?? 0) + weight)
  }
  return {
    ids: scenarios.map(({ id }) => id),
    vocabulary,
    rarity,
    classifier: trainSoftmax(rows, vocabulary.size, scenarios.length + 1, epochs, rate, biasRate),
    index: buildBm25(documents),
  }
}

/** Takes the mean from the scores and divides by their spread, in place. */
function standardise(scores: Float64Array): Float64Array {
  let sum = 0
  for (let at = 0; at < scores.length; at++) sum += scores[at] ?? 0
  const mean = sum / scores.length
  let squares = 0
  for (let at = 0; at < scores.length; at++) squares += ((scores[at] ?? 0) - mean) ** 2
  const spread = Math.sqrt(squares / scores.length) || 1
  for (let at = 0; at < scores.length; at++) scores[at] = ((scores[at] ?? 0) - mean) / spread
  return scores
}

/** What one caller turn says. Pure; the same text always gives the same evidence. */
export function turnEvidence(model: SuggestModel, text: string): TurnEvidence {
  const { terms } = termsOf(model.source, text)
  const { features, values } = featureRow(model.vocabulary, model.rarity, terms)
  const scores = new Float64Array(model.ids.length + 1)
  logits(model.classifier, features, values, scores)
  const bm25 = new Float64Array(model.ids.length)
  bm25Scores(model.index, terms, bm25)
  const own = scores.slice(0, model.ids.length)
  normaliseToProbabilities(scores)
  return { text, logits: own, bm25, informative: features.length === 0 ? 0 : 1 - (scores[model.ids.length] ?? 0), pairs: pairsOf(model, text), breaks: wordBreaks(text) }
}

/**
 * The scenarios that fit all caller turns together, best first: the turns' scores add up, small talk hardly counts.
 * `likely` are scenarios that follow from where the call stands; they get a head start. Empty when nothing was said of any.
 * `most`: how many of them. `share`: weight of BM25 beside the classifier.
 */
export function rankScenarios(model: SuggestModel, turns: readonly TurnEvidence[], likely: ReadonlySet<string>, most = model.ids.length, share = bm25Share): readonly { id: string; score: number }[] {
  const count = model.ids.length
  const total = new Float64Array(count)
  const ranked = new Float64Array(count)
  let weight = 0
  turns.forEach(({ logits: own, bm25, informative }, index) => {
    const part = informative < noise ? 0 : informative * decay ** (turns.length - 1 - index)
    if (part === 0) return
    weight += part
    for (let at = 0; at < count; at++) {
      total[at] = (total[at] ?? 0) + part * (own[at] ?? 0)
      ranked[at] = (ranked[at] ?? 0) + part * (bm25[at] ?? 0)
    }
  })
  if (weight < knows) return []
  standardise(total)
  standardise(ranked)
  for (let at = 0; at < count; at++) total[at] = sharpness * ((total[at] ?? 0) + share * (ranked[at] ?? 0)) + (likely.has(model.ids[at] ?? '') ? headStart : 0)
  normaliseToProbabilities(total)
  return placesOfMost(total, most).map((at) => ({ id: model.ids[at] ?? '', score: total[at] ?? 0 }))
}
/** Least informative weight of all turns together at which anything is suggested. */
const knows = 0.35
/** A turn less informative than this says nothing, however many there are of the kind. */
const noise = 0.2
const headStart = 0.7

/** Where the highest scores stand, highest first; of equal ones the earlier. A few are picked without sorting the rest: it happens with every caller turn. */
function placesOfMost(scores: Float64Array, most: number): readonly number[] {
  const places: number[] = []
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0
    if (places.length === most && score <= (scores[places[most - 1] ?? 0] ?? 0)) continue
    let place = Math.min(places.length, most - 1)
    for (; place > 0 && (scores[places[place - 1] ?? 0] ?? 0) < score; place--) places[place] = places[place - 1] ?? 0
    places[place] = at
  }
  return places
}

function pairsOf({ vocabulary }: SuggestModel, text: string): Int32Array {
  const plain = normalisedText(normalise(text)).replaceAll('您', '你')
  return Int32Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => vocabulary.get(plain.slice(at, at + 2)) ?? -1)
}

/** A stretch of a turn, in normalised positions, and what it says for a scenario. */
interface Stretch {
  readonly turn: TurnEvidence
  readonly from: number
  readonly to: number
  readonly gain: number
}

/**
 * The caller's words that speak most for a scenario, strongest first, at most `most`: stretches of the turns whose pairs of
 * characters the classifier weighs in its favour.
 */
export function decidingWords(model: SuggestModel, turns: readonly TurnEvidence[], id: string, most: number): readonly string[] {
  const label = model.ids.indexOf(id)
  const gains = turns.map((turn) => gainsOf(model, turn, label))
  let strongest = 0
  for (const turn of gains) for (const gain of turn) if (gain > strongest) strongest = gain
  if (strongest === 0) return []
  const words = turns
    .flatMap((turn, place) => stretches(turn, gains[place] ?? noGains, LEAST_SHARE * strongest))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, 2 * most)
    .map(({ turn: { text, breaks }, from, to }) => {
      const { start, end } = originalSpan(normalise(text), from, to)
      return wholeWords(text, breaks, start, end)
    })
  return distinct(words).slice(0, most)
}
/** What a pair must say, as a share of what the strongest says. */
const LEAST_SHARE = 0.35
const noGains = new Float64Array(0)

function gainsOf({ classifier: { classes, weights }, rarity }: SuggestModel, { pairs }: TurnEvidence, label: number): Float64Array {
  const gains = new Float64Array(pairs.length)
  for (let at = 0; at < pairs.length; at++) {
    const feature = pairs[at] ?? -1
    if (feature >= 0) gains[at] = (weights[feature * classes + label] ?? 0) * (rarity[feature] ?? 0)
  }
  return gains
}

/** Neighbouring pairs that say enough, joined. */
function stretches(turn: TurnEvidence, gains: Float64Array, least: number): readonly Stretch[] {
  const words: Stretch[] = []
  for (let at = 0; at < gains.length; at++) {
    const gain = gains[at] ?? 0
    if (gain < least) continue
    const last = words.at(-1)
    if (last !== undefined && last.to > at && last.to - last.from < longestWord) words[words.length - 1] = { turn, from: last.from, to: at + 2, gain: last.gain + gain }
    else words.push({ turn, from: at, to: at + 2, gain })
  }
  return words
}
/** Characters that a deciding word has at most, so that it can be read at a glance. */
const longestWord = 6
