import { nGrams } from './n-grams.ts'
import { normalise, normalisedText, originalSpan } from './normalise.ts'

/** Ways in which callers say each reaction. */
export type Wordings = Readonly<Record<string, readonly string[]>>

/** How much each character and each pair of characters speaks for each reaction. Plain data. */
export interface ReactionModel {
  readonly reactions: ReadonlyMap<string, number>
  /** A gram to where its weights begin; they end where those of the next gram begin. */
  readonly grams: ReadonlyMap<string, number>
  readonly starts: Uint32Array
  readonly users: Uint16Array
  readonly weights: Float32Array
  /** Whole utterances to the reactions that they may be. */
  readonly utterances: ReadonlyMap<string, ReadonlySet<string>>
  /** The same for what may stand between two pauses. */
  readonly clauses: ReadonlyMap<string, ReadonlySet<string>>
}
/** The reaction that fits best. `certain`: no other candidate comes near. `match`: the caller's words that decided. */
export interface HeardReaction {
  readonly reaction: string
  readonly match: string
  readonly score: number
  readonly certain: boolean
}

/** A score from which a reaction is heard, and from which it is certain when it is as far ahead of the next candidate as said. Chosen on wordings held out. */
const enough = 5.5
const certainScore = 6
const certainLead = 1.4
/** How strongly a gram that a reaction was never heard with speaks against it, at most: talk around the point must not drown it. */
const most = 0.3
/** Sightings of a gram that are assumed for every reaction, at the gram's share among all. */
const assumed = 3
/** A single character says less than a pair. */
const weightOf = (gram: string): number => (gram.length === 1 ? 0.3 : 1)
/** By which power of its length a score is divided: long utterances gather more of everything. */
const lengthPower = 0.3

const gramsOf = (text: string): ReadonlySet<string> => new Set(nGrams(text, 2))

/**
 * Learns wordings: the weight of a gram for a reaction is the logarithm of how much more often it is met in its wordings than in
 * all (naive Bayes over character n-grams, with additive smoothing). `turns`: whole turns of callers, learnt from in the same way.
 */
export function compileReactions(phrases: Wordings, turns: Wordings = {}): ReactionModel {
  const said = new Map<string, string[]>()
  const clauses = new Map<string, Set<string>>()
  for (const list of [phrases, turns]) {
    for (const [id, ways] of Object.entries(list)) {
      const plain = ways.map((way) => normalisedText(normalise(way)))
      said.set(id, [...(said.get(id) ?? []), ...plain])
      if (list === phrases) for (const way of plain) clauses.set(way, (clauses.get(way) ?? new Set()).add(id))
    }
  }
  const utterances = new Map<string, Set<string>>()
  const met = new Map<string, Map<number, number>>()
  let all = 0
  for (const [number, [id, ways]] of [...said].entries()) {
    for (const way of ways) {
      all += 1
      utterances.set(way, (utterances.get(way) ?? new Set()).add(id))
      for (const gram of gramsOf(way)) {
        const users = met.get(gram) ?? new Map<number, number>()
        met.set(gram, users.set(number, (users.get(number) ?? 0) + 1))
      }
    }
  }
  const ids = [...said.keys()]
  const sizes = ids.map((id) => said.get(id)?.length ?? 0)
  const entries = [...met].map(([gram, users]) => ({ gram, users: [...users], share: sum([...users.values()]) / all }))
  const starts = new Uint32Array(entries.length + 1)
  for (const [index, { users }] of entries.entries()) starts[index + 1] = (starts[index] ?? 0) + users.length
  const flat = entries.flatMap(({ gram, users, share }) => users.map(([number, count]) => [number, weigh(gram, count, sizes[number] ?? 0, share)] as const))
  return {
    reactions: new Map(ids.map((id, number) => [id, number])),
    grams: new Map(entries.map(({ gram }, index) => [gram, index])),
    starts,
    users: Uint16Array.from(flat, ([number]) => number),
    weights: Float32Array.from(flat, ([, weight]) => weight),
    utterances,
    clauses,
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
const weigh = (gram: string, count: number, size: number, share: number): number => weightOf(gram) * Math.max(-most, Math.log((count + assumed * share) / (size + assumed) / share))

/**
 * Which of the candidates an utterance is; null when none is near enough. An utterance known as it stands is certain, when only one
 * candidate is said so, and so is one with a known phrase between two pauses (可以，我自己装), when nothing in it speaks for another.
 * `others`: what an utterance may be instead; null when it is rather that.
 */
export function hearReaction(model: ReactionModel, text: string, candidates: readonly string[], others: readonly string[] = []): HeardReaction | null {
  const normalised = normalise(text)
  const plain = normalisedText(normalised)
  const known = [...candidates, ...others].filter((id) => model.utterances.get(plain)?.has(id))
  const [only] = known
  if (only !== undefined && known.length === 1) return others.includes(only) ? null : { reaction: only, match: text.trim(), score: 1, certain: true }
  const grams = gramsOf(plain)
  const ranked = rank(model, plain, grams, [...candidates, ...others])
  const [first, second] = ranked
  const phrase = knownPhrase(model, text, candidates)
  if (phrase !== null && (first === undefined || first.score < enough || first.id === phrase.id || others.includes(first.id))) return { reaction: phrase.id, match: phrase.clause, score: 1, certain: true }
  if (first === undefined || first.score < enough || first.score === second?.score || others.includes(first.id)) return null
  const ahead = first.score - (second?.score ?? 0) >= certainLead
  const span = decisive(model, plain, first.id)
  const { start, end } = originalSpan(normalised, span.from, span.to)
  return { reaction: first.id, match: text.slice(start, end), score: first.score, certain: ahead && first.score >= certainScore }
}

/** The one candidate of which a phrase is said between two pauses; null when there is none, or several. */
function knownPhrase({ clauses }: ReactionModel, text: string, candidates: readonly string[]): { readonly id: string; readonly clause: string } | null {
  const found = text.split(/[，。！？、；,.!?;\s]+/u).flatMap((clause) => {
    const ids = clause === '' ? undefined : clauses.get(normalisedText(normalise(clause)))
    return ids === undefined ? [] : candidates.filter((id) => ids.has(id)).map((id) => ({ id, clause }))
  })
  const [first] = found
  return first !== undefined && found.every(({ id }) => id === first.id) ? first : null
}

function rank(model: ReactionModel, plain: string, grams: ReadonlySet<string>, candidates: readonly string[]) {
  const scores = new Float64Array(model.reactions.size)
  let against = 0
  for (const gram of grams) {
    const missing = -most * weightOf(gram)
    against += missing
    const at = model.grams.get(gram)
    if (at === undefined) continue
    for (let index = model.starts[at] ?? 0; index < (model.starts[at + 1] ?? 0); index++) {
      const user = model.users[index] ?? 0
      scores[user] = (scores[user] ?? 0) + (model.weights[index] ?? 0) - missing
    }
  }
  const size = Math.max(1, plain.length) ** lengthPower
  return candidates
    .flatMap((id) => {
      const number = model.reactions.get(id)
      return number === undefined ? [] : [{ id, score: (against + (scores[number] ?? 0)) / size }]
    })
    .sort((a, b) => b.score - a.score)
}

/** The stretch from the first to the last pair that speaks clearly for the reaction. */
function decisive(model: ReactionModel, plain: string, id: string): { readonly from: number; readonly to: number } {
  const number = model.reactions.get(id)
  const size = Math.min(2, plain.length)
  const weights = Array.from({ length: plain.length - size + 1 }, (_, from) => {
    const at = model.grams.get(plain.slice(from, from + size))
    if (at === undefined) return 0
    for (let index = model.starts[at] ?? 0; index < (model.starts[at + 1] ?? 0); index++) if (model.users[index] === number) return model.weights[index] ?? 0
    return 0
  })
  const clear = Math.max(...weights) / 3
  const from = weights.findIndex((weight) => weight > 0 && weight >= clear)
  return from < 0 ? { from: 0, to: plain.length } : { from, to: weights.findLastIndex((weight) => weight > 0 && weight >= clear) + size }
}
