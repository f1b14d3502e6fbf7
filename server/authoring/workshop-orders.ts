import type { Fault } from '../library/fault.ts'
import type { Finding } from '../wording/rule-types.ts'
import type { FlowParts, FoundItem, ItemKind, LibraryChangeView, ScorecardParts, Speaker } from '../protocol.ts'
import type { BlastOrder, BlastResult } from './blast-radius.ts'

/** Something heard in a sentence that was tried. */
export interface TriedCue {
  readonly id: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly match: string
}
/** What one version of the words makes of a sentence. */
export interface Tried {
  readonly findings: readonly Finding[]
  readonly cues: readonly TriedCue[]
}
/** What the workshop's thread can be asked, and what it answers. Folders hold a whole version each. */
export interface WorkshopOrders {
  readonly check: { readonly asked: { readonly folder: string; readonly base: string }; readonly answer: readonly Fault[] }
  readonly changes: { readonly asked: { readonly before: string; readonly after: string }; readonly answer: readonly LibraryChangeView[] }
  readonly find: { readonly asked: { readonly folder: string; readonly base: string; readonly query: string; readonly kind: ItemKind | null }; readonly answer: readonly FoundItem[] }
  readonly 'flow parts': { readonly asked: { readonly folder: string }; readonly answer: FlowParts }
  readonly 'scorecard parts': { readonly asked: { readonly folder: string }; readonly answer: ScorecardParts }
  readonly try: { readonly asked: { readonly folders: readonly string[]; readonly text: string; readonly speaker: Speaker; readonly scenario: string | null; readonly now: number }; readonly answer: readonly Tried[] }
  readonly blast: { readonly asked: BlastOrder; readonly answer: BlastResult | null }
}
export type WorkshopOrder = keyof WorkshopOrders
export type WorkshopAsked<K extends WorkshopOrder> = WorkshopOrders[K]['asked']
export type WorkshopAnswer<K extends WorkshopOrder> = WorkshopOrders[K]['answer']

/** How far a long order has come. */
export interface Progress {
  readonly looked: number
  readonly total: number
}
