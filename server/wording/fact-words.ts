import type { Normalised } from './normalise.ts'
import { originalSpan } from './normalise.ts'
import { matchPattern, type Pattern, type WordSets } from './pattern.ts'
import { compileAll } from './said-within.ts'
import type { Takes } from './spoken-values.ts'
import type { Span, Speaker } from './types.ts'

/** How one fact is heard, as written in YAML (`scripts-library/schema/facts.schema.json` describes each field). */
export interface FactWords {
  readonly by?: Speaker | 'either'
  readonly options?: Readonly<Record<string, readonly string[]>>
  readonly plain?: Readonly<Record<string, readonly string[]>>
  readonly takes?: Takes
  readonly said?: readonly string[]
  readonly after?: readonly string[]
}
export interface FactsFile {
  readonly id: 'facts'
  readonly no_answer: readonly string[]
  readonly facts: Readonly<Record<string, FactWords>>
}
type Options = readonly (readonly [option: string, patterns: readonly Pattern[]])[]
/** How one fact is heard, ready for use. */
export interface FactEar {
  readonly by: Speaker | 'either'
  readonly options: Options
  readonly plain: Options
  readonly takes: Takes | null
  readonly said: readonly Pattern[]
  readonly after: readonly Pattern[]
}
export interface FactBook {
  readonly facts: ReadonlyMap<string, FactEar>
  /** The facts that are heard whenever they are said. */
  readonly plain: readonly (readonly [fact: string, ear: FactEar])[]
  readonly noAnswer: readonly Pattern[]
}

export const noFacts: FactBook = { facts: new Map(), plain: [], noAnswer: [] }

/** Compiles how facts are heard. Throws a WordingError naming fact, field and the position of the fault. */
export function compileFacts({ no_answer, facts }: Omit<FactsFile, 'id'>, sets: WordSets): FactBook {
  const compiled = Object.entries(facts).map(([id, words]) => [id, earOf(id, words, sets)] as const)
  return {
    facts: new Map(compiled),
    plain: compiled.filter(([, { plain, said, after }]) => plain.length + said.length + after.length > 0),
    noAnswer: compileAll(no_answer, sets, null, 'no_answer'),
  }
}

function earOf(id: string, { by = 'caller', options = {}, plain = {}, takes, said, after }: FactWords, sets: WordSets): FactEar {
  const all = (lists: Readonly<Record<string, readonly string[]>>, field: string): Options =>
    Object.entries(lists).map(([option, sources]) => [option, compileAll(sources, sets, id, `${field}.${option}`)])
  return { by, options: all(options, 'options'), plain: all(plain, 'plain'), takes: takes ?? null, said: compileAll(said, sets, id, 'said'), after: compileAll(after, sets, id, 'after') }
}

/** Where one of the patterns is heard, longest first, in normalised positions; null when none is. */
export function longestHeard(patterns: readonly Pattern[], text: Normalised): { readonly from: number; readonly to: number } | null {
  let longest: { readonly from: number; readonly to: number } | null = null
  for (const pattern of patterns) {
    const match = matchPattern(pattern, text)
    if (match !== null && (longest === null || match.to - match.from > longest.to - longest.from)) longest = match
  }
  return longest
}

/**
 * The one option heard. Words inside the words of another option do not count (有发票 in 没有发票); null when none or several
 * are left.
 */
export function oneOption(options: Options, text: Normalised): ({ readonly option: string } & Span) | null {
  const heard = options.flatMap(([option, patterns]) => {
    const match = longestHeard(patterns, text)
    return match === null ? [] : [{ option, ...match }]
  })
  const inside = (a: (typeof heard)[number], b: (typeof heard)[number]): boolean => a !== b && a.option !== b.option && b.from <= a.from && a.to <= b.to && b.to - b.from > a.to - a.from
  const left = heard.filter((each) => !heard.some((other) => inside(each, other)))
  const [only] = left
  return only !== undefined && left.length === 1 ? { option: only.option, ...originalSpan(text, only.from, only.to) } : null
}
