import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import type { Label, Severity } from '../protocol.ts'
import type { Library } from './library.ts'
import { libraryRoot } from './root.ts'

/** How an item is filled in before a person looks at it; see scorecard.schema.json. */
export interface Prefill {
  readonly conventions?: readonly string[]
  readonly wording?: { readonly categories?: readonly string[]; readonly except?: readonly string[]; readonly rules?: readonly string[]; readonly severities?: readonly Severity[] }
  readonly key_points?: { readonly met: number; readonly partly: number }
  readonly only_if_anger?: number
}
export interface ScorecardItem {
  readonly id: string
  readonly label: Label
  readonly guide: Label
  readonly weight?: number
  readonly auto_fail?: boolean
  readonly may_not_apply?: boolean
  readonly prefill?: Prefill
}
export interface Scorecard {
  readonly id: string
  readonly title: Label
  readonly pass_score: number
  readonly sections: readonly { readonly title: Label; readonly items: readonly ScorecardItem[] }[]
}

export const itemsOf = ({ sections }: Scorecard): readonly ScorecardItem[] => sections.flatMap(({ items }) => items)

export const scorecardFolder = 'scorecards'
/** Whether a path inside a library is that of a scorecard. */
export const isScorecardFile = (path: string): boolean => path.startsWith(`${scorecardFolder}/`)

let texts: readonly { readonly path: string; readonly text: string }[] | null = null
let cards: readonly Scorecard[] | null = null

/** The files of the scorecards that come with the program, by path. */
export const programScorecardFiles = (): readonly { readonly path: string; readonly text: string }[] =>
  (texts ??= readdirSync(join(libraryRoot, scorecardFolder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: `${scorecardFolder}/${name}`, text: readFileSync(join(libraryRoot, scorecardFolder, name), 'utf8') })))

/** The scorecards that hold with a library: its own, or, where it brings none along, those of the program. Null: no library. */
export function scorecardsWith(library: Library | null): readonly Scorecard[] {
  if (library !== null && library.scorecards.length > 0) return library.scorecards
  return (cards ??= programScorecardFiles().map(({ text }) => load(text) as Scorecard))
}
