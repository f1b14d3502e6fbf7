import Fuse, { type FuseResult } from 'fuse.js'
import type { Label, ScenarioCard } from '../../../server/protocol.ts'

/** A scenario found; `words` is the opening or phrase that matched best, null when its name did. */
export interface Found {
  readonly id: string
  readonly title: Label
  readonly family: Label
  readonly words: string | null
}
export type ScenarioSearch = (query: string, limit?: number) => readonly Found[]

const name = { includeScore: true, ignoreLocation: true, threshold: 0.34, shouldSort: true } as const
const latin = /^[\p{ASCII}]+$/u

interface Spoken {
  readonly card: ScenarioCard
  readonly words: string
}

/**
 * Typo-tolerant search over titles, families, pinyin, initials, openings and phrases.
 * Latin letters look through pinyin, initials and English titles; Chinese through names first and spoken sentences after:
 * those cost more, so only sentences that share half the query's characters are compared.
 */
export function scenarioSearch(cards: readonly ScenarioCard[]): ScenarioSearch {
  const byLatin = new Fuse(cards, {
    ...name,
    keys: [
      { name: 'initials', weight: 3 },
      { name: 'pinyin', weight: 3 },
      { name: 'title.en', weight: 2 },
      { name: 'familyLabel.en', weight: 1 },
      { name: 'id', weight: 1 },
    ],
  })
  const byName = new Fuse(cards, { ...name, threshold: 0.5, keys: [{ name: 'title.zh', weight: 3 }, { name: 'familyLabel.zh', weight: 1 }, { name: 'goal.zh', weight: 0.5 }] })
  const spoken = cards.flatMap((card) => [...card.openings, ...card.phrases].map((words): Spoken => ({ card, words })))
  const having = charactersOf(spoken)
  return (query, limit = 8) => {
    const wanted = query.trim().toLowerCase()
    if (wanted === '') return []
    if (latin.test(wanted)) return nameFirst(byLatin.search(wanted.replaceAll(' ', ''), { limit: limit * 2 }), wanted, limit)
    const named = byName.search(wanted, { limit })
    const near = sharing(wanted, having, spoken)
    const said = new Fuse(near.slice(0, compared).map(({ each }) => each), { ...name, keys: ['words'] }).search(wanted, { limit: limit * 3 })
    return withNearest(merge(named, said), near, limit)
  }
}

const found = (card: ScenarioCard, words: string | null): Found => ({ id: card.id, title: card.title, family: card.familyLabel, words })

/** Initials that begin with the query come first: `th` means a name that starts so, before one that has it inside. */
function nameFirst(results: readonly FuseResult<ScenarioCard>[], wanted: string, limit: number): readonly Found[] {
  const begins = ({ item }: FuseResult<ScenarioCard>) => item.initials.startsWith(wanted) || item.pinyin.startsWith(wanted)
  const ordered = [...results.filter(begins), ...results.filter((result) => !begins(result))]
  return ordered.slice(0, limit).map(({ item }) => found(item, null))
}

function charactersOf(spoken: readonly Spoken[]): ReadonlyMap<string, readonly number[]> {
  const having = new Map<string, number[]>()
  spoken.forEach(({ words }, at) => {
    for (const character of new Set(words)) {
      const places = having.get(character)
      if (places) places.push(at)
      else having.set(character, [at])
    }
  })
  return having
}

/** Sentences compared character by character, at most. */
const compared = 150
/** Share of the query's characters that a sentence must have to be shown though its order is another. */
const mostly = 0.65

interface Near {
  readonly each: Spoken
  /** Share of the query's characters that the sentence has. */
  readonly share: number
}

/** Where the comparison finds too little, sentences with nearly the same characters follow: callers say things in their own order. */
function withNearest(results: readonly Found[], near: readonly Near[], limit: number): readonly Found[] {
  const all = new Map(results.slice(0, limit).map((each) => [each.id, each]))
  for (const { each, share } of near) {
    if (all.size >= limit || share < mostly) break
    if (!all.has(each.card.id)) all.set(each.card.id, found(each.card, each.words))
  }
  return [...all.values()]
}

function sharing(wanted: string, having: ReadonlyMap<string, readonly number[]>, spoken: readonly Spoken[]): readonly Near[] {
  const characters = new Set(wanted)
  const shared = new Uint8Array(spoken.length)
  for (const character of characters) for (const at of having.get(character) ?? []) shared[at] = (shared[at] ?? 0) + 1
  const enough = Math.ceil(characters.size / 2)
  const near: Near[] = []
  for (const [at, each] of spoken.entries()) if ((shared[at] ?? 0) >= enough) near.push({ each, share: (shared[at] ?? 0) / characters.size })
  return near.sort((one, other) => other.share - one.share || one.each.words.length - other.each.words.length)
}

function merge(named: readonly FuseResult<ScenarioCard>[], said: readonly FuseResult<Spoken>[]): readonly Found[] {
  const ranked = [
    ...named.map(({ item, score = 1 }) => ({ score, found: found(item, null) })),
    ...said.map(({ item, score = 1 }) => ({ score: score + 0.05, found: found(item.card, item.words) })),
  ].toSorted((one, other) => one.score - other.score)
  const best = new Map<string, Found>()
  for (const each of ranked) if (!best.has(each.found.id)) best.set(each.found.id, each.found)
  return [...best.values()]
}
