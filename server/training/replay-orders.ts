import type { CallComparison, ComparedScreens, ReplayScreen, ReplayTimeline } from '../protocol.ts'
import type { Sample } from '../samples/sample-file.ts'
import type { CallRow, JournalRow } from '../store/tables.ts'
import type { ImportedDetails } from './import-journal.ts'
import type { ImportedTurn } from './import-turns.ts'

/** Where a version of the words can be read from any thread. `version` null: whatever stands there. */
export interface LibrarySource {
  readonly folder: string
  readonly version: string | null
}
/** A call to be read: under the words of `source`. `key` changes whenever the journal grows. */
export interface CallToRead {
  readonly key: string
  readonly source: LibrarySource
}

/** What the replays' thread can be asked, and what it answers. An asked call must have been told of by `rows` before. */
export interface ReplayOrders {
  readonly version: { readonly asked: { readonly source: LibrarySource }; readonly answer: string }
  /** Whether the journal is there already. */
  readonly knows: { readonly asked: { readonly key: string }; readonly answer: boolean }
  /** A page of a call's journal; pages come in order. */
  readonly rows: { readonly asked: { readonly key: string; readonly rows: readonly JournalRow[]; readonly last: boolean }; readonly answer: null }
  readonly timeline: { readonly asked: CallToRead; readonly answer: Omit<ReplayTimeline, 'call'> }
  readonly screen: { readonly asked: CallToRead & { readonly atMs: number }; readonly answer: ReplayScreen }
  readonly compare: { readonly asked: CallToRead & { readonly other: LibrarySource }; readonly answer: CallComparison }
  readonly compared: { readonly asked: CallToRead & { readonly other: LibrarySource; readonly atMs: number }; readonly answer: ComparedScreens }
  readonly sample: { readonly asked: { readonly sample: Sample; readonly callId: string; readonly startedAt: number; readonly source: LibrarySource }; readonly answer: MadeCall }
  readonly import: { readonly asked: { readonly turns: readonly ImportedTurn[]; readonly details: ImportedDetails; readonly source: LibrarySource }; readonly answer: MadeCall }
}
export type ReplayOrder = keyof ReplayOrders
export type Asked<K extends ReplayOrder> = ReplayOrders[K]['asked']
export type Answer<K extends ReplayOrder> = ReplayOrders[K]['answer']

/** A call made of something other than the line, as the store keeps it. */
export interface MadeCall {
  readonly call: CallRow
  readonly entries: readonly JournalRow[]
}
