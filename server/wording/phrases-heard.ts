import { nGrams } from './n-grams.ts'
import { normalise, normalisedText, originalSpan } from './normalise.ts'
import type { HeardReaction, Wordings } from './reactions-heard.ts'

interface Wording {
  readonly text: string
  readonly pairs: readonly string[]
  readonly weight: number
}
/** Wordings prepared for comparison. `rarity`: how much a pair of characters tells. */
export interface PhraseModel {
  readonly wordings: ReadonlyMap<string, readonly Wording[]>
  readonly rarity: ReadonlyMap<string, number>
  readonly unseen: number
}

/** Share of a wording's weight that must be heard, and how far ahead of the next candidate a certain one must be. */
const enough = 0.62
const certainScore = 0.8
const lead = 1.35

const pairsOf = (text: string): readonly string[] =>
  text.length < 2 ? [text] : Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2))

/** Prepares wordings; pairs of characters that many reactions share count less (inverse document frequency). */
export function compilePhrases(all: Wordings): PhraseModel {
  const texts = Object.entries(all).map(([id, ways]) => [id, ways.map((way) => normalisedText(normalise(way)))] as const)
  const users = new Map<string, number>()
  for (const [, ways] of texts) {
    for (const pair of new Set(ways.flatMap(pairsOf))) users.set(pair, (users.get(pair) ?? 0) + 1)
  }
  const rarity = new Map([...users].map(([pair, count]) => [pair, Math.log(1 + texts.length / count)]))
  const unseen = Math.log(1 + texts.length)
  const weigh = (pairs: readonly string[]): number => pairs.reduce((sum, pair) => sum + (rarity.get(pair) ?? unseen), 0)
  const wordings = new Map(
    texts.map(([id, ways]) => [id, ways.map((text) => ({ text, pairs: pairsOf(text), weight: weigh(pairsOf(text)) }))]),
  )
  return { wordings, rarity, unseen }
}

/**
 * Which of the candidates is said in an utterance, in nearly the words of a known phrase: for the agent, whose explanations are full of
 * the words of what is not found yet. Told by the share of a known wording's character pairs that is heard in it,
 * weighted by rarity; null when none is near enough or two are equally near.
 */
export function hearPhrase(model: PhraseModel, text: string, candidates: readonly string[]): HeardReaction | null {
  const normalised = normalise(text)
  const plain = normalisedText(normalised)
  const heard = new Set(plain.length < 2 ? [plain] : nGrams(plain, 2).filter((gram) => gram.length === 2))
  const ranked = candidates
    .map((id) => ({ id, ...best(model, heard, model.wordings.get(id) ?? []) }))
    .filter(({ share }) => share >= enough)
    .sort((a, b) => b.strength - a.strength)
  const [first, second] = ranked
  if (first === undefined || first.wording === null) return null
  if (second !== undefined && second.strength === first.strength) return null
  const ahead = second === undefined || first.strength >= second.strength * lead
  return { reaction: first.id, match: overlap(plain, first.wording, normalised), score: first.share, certain: ahead && first.share >= certainScore }
}

function best(model: PhraseModel, heard: ReadonlySet<string>, wordings: readonly Wording[]) {
  let found: { wording: Wording | null; share: number; strength: number } = { wording: null, share: 0, strength: 0 }
  for (const wording of wordings) {
    const common = wording.pairs.reduce((sum, pair) => sum + (heard.has(pair) ? (model.rarity.get(pair) ?? model.unseen) : 0), 0)
    const share = wording.weight === 0 ? 0 : common / wording.weight
    const strength = share * common
    if (share >= enough && strength > found.strength) found = { wording, share, strength }
  }
  return found
}

/** The stretch of the utterance from the first to the last pair that it shares with the wording. */
function overlap(plain: string, wording: Wording, normalised: ReturnType<typeof normalise>): string {
  const size = Math.min(2, plain.length)
  const pairs = new Set(wording.pairs)
  let from = -1
  let to = 0
  for (let index = 0; index + size <= plain.length; index++) {
    if (!pairs.has(plain.slice(index, index + size))) continue
    if (from < 0) from = index
    to = index + size
  }
  const span = originalSpan(normalised, Math.max(0, from), to)
  return normalised.original.slice(span.start, span.end)
}
