import type { IndexedUtterance, IndexQuery, MarkKind } from './utterance-index.ts'

/** Utterances that may fall in one ms without their ids leaving the order of time. */
export const idsPerMs = 1024

/** Each character with the next, and the last one alone. */
export const pairsOf = (characters: readonly string[]): readonly string[] => characters.map((character, at) => character + (characters[at + 1] ?? ''))

/** What an utterance can be narrowed by. */
export const marksOfRow = ({ speaker, scenario, agent, agent_id, team, origin }: IndexedUtterance['row']): readonly (readonly [MarkKind, string])[] => [
  ['speaker', speaker],
  ['origin', origin],
  ['agent', agent_id ?? agent],
  ...(scenario === null ? [] : [['scenario', scenario] as const]),
  ...(team === null ? [] : [['team', team] as const]),
]

/** The ids between which a search looks, both included. */
export const idRange = ({ from, to, before }: IndexQuery): readonly [number, number] => [Math.ceil(from * idsPerMs), before === null ? Math.floor((to + 1) * idsPerMs) - 1 : before - 1]
