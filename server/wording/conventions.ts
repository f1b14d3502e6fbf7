import type { Label } from '../protocol.ts'
import { normalise } from './normalise.ts'
import { PatternIndex } from './pattern-index.ts'
import { findPattern, type Pattern, type WordSets } from './pattern.ts'
import { compileAll } from './said-within.ts'
import type { Span, Speaker } from './types.ts'

/** Something that happens in a call and may make a convention due. */
export type ConventionMoment = 'call start' | 'closing' | 'hold' | 'retrieve' | 'promise' | 'promise due'
export type ConventionGroup = 'opening' | 'closing' | 'hold' | 'promise' | 'request' | 'complaint' | 'never'
type FactValues = Readonly<Record<string, string | number | boolean>>

/** What makes a convention due: a moment of the call, or words of one side. */
export interface ConventionStart {
  readonly on?: ConventionMoment
  readonly agent?: readonly string[]
  readonly caller?: readonly string[]
}
/** One convention, as written in YAML (`scripts-library/schema/conventions.schema.json` describes each field). */
export interface ConventionDefinition {
  readonly id: string
  readonly group: ConventionGroup
  readonly label: Label
  readonly severity: 'must' | 'should'
  readonly source: string
  readonly starts?: readonly ConventionStart[]
  readonly only_if?: { readonly promised?: true; readonly facts?: FactValues; readonly unless_facts?: FactValues }
  readonly kept_by?: {
    readonly agent?: readonly string[]
    readonly speaks_fact?: readonly string[]
    readonly knows_fact?: readonly string[]
    readonly on?: 'retrieve'
  }
  readonly waived_by?: readonly string[]
  readonly before?: number
  readonly within?: number
  readonly remind?: Label & { readonly after_turns?: number; readonly after_seconds?: number }
  readonly never?: { readonly categories?: readonly string[]; readonly rules?: readonly string[] }
}
export interface ConventionsFile {
  readonly id: 'conventions'
  readonly conventions: readonly ConventionDefinition[]
}
/** Words of an utterance that make a convention due, or keep it. */
export interface ConventionHit extends Span {
  readonly convention: string
  readonly does: 'starts' | 'keeps'
}
/** Conventions ready to be heard. */
export interface ConventionBook {
  readonly definitions: readonly ConventionDefinition[]
  readonly hear: (text: string, speaker: Speaker) => readonly ConventionHit[]
}

interface Listened {
  readonly convention: string
  readonly does: ConventionHit['does']
  readonly pattern: Pattern
}

/** Compiles conventions. Throws a WordingError naming convention, field and the position of the fault. */
export function compileConventions(definitions: readonly ConventionDefinition[], sets: WordSets): ConventionBook {
  const listened = (speaker: Speaker): readonly Listened[] =>
    definitions.flatMap(({ id, starts = [], kept_by }) => {
      const begin = starts.flatMap((start, at) => compileAll(start[speaker], sets, id, `starts[${String(at)}].${speaker}`))
      const keep = speaker === 'agent' ? compileAll(kept_by?.agent, sets, id, 'kept_by.agent') : []
      return [...begin.map((pattern) => ({ convention: id, does: 'starts', pattern }) as const), ...keep.map((pattern) => ({ convention: id, does: 'keeps', pattern }) as const)]
    })
  const ears = { agent: earOf(listened('agent')), caller: earOf(listened('caller')) }
  return { definitions, hear: (text, speaker) => ears[speaker](text) }
}

/** Each convention starts and is kept at most once an utterance, by the first of its patterns that is heard. */
function earOf(listened: readonly Listened[]): (text: string) => readonly ConventionHit[] {
  const index = new PatternIndex(listened.map(({ pattern }) => pattern))
  return (text) => {
    const normalised = normalise(text)
    const possible = index.possible(normalised)
    const hits: ConventionHit[] = []
    if (possible.size === 0) return hits
    for (const { convention, does, pattern } of listened) {
      if (!possible.has(pattern) || hits.some((hit) => hit.convention === convention && hit.does === does)) continue
      const span = findPattern(pattern, normalised)
      if (span !== null) hits.push({ convention, does, ...span })
    }
    return hits
  }
}
