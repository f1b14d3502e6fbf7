import type { Transaction } from 'kysely'
import { type Database, dialectOf } from './database.ts'
import type { DialectName } from './migrations.ts'
import { postgresUtterances } from './postgres-utterances.ts'
import type { UtteranceRow } from './quality-tables.ts'
import { sqliteUtterances } from './sqlite-utterances.ts'
import type { Tables } from './tables.ts'

/** An utterance to be indexed: its row and the characters by which it is found, in order. */
export interface IndexedUtterance {
  readonly row: Omit<UtteranceRow, 'id'>
  readonly characters: readonly string[]
}
/** What a search can be narrowed by. */
export type MarkKind = 'speaker' | 'scenario' | 'agent' | 'team' | 'origin'
/** What a search asks. `phrases`: rows of characters, all of which must stand in the utterance; `marks`: of each kind one of the values. Times in ms since the epoch. */
export interface IndexQuery {
  readonly phrases: readonly (readonly string[])[]
  readonly marks: Readonly<Partial<Record<MarkKind, readonly string[]>>>
  readonly from: number
  readonly to: number
  /** Only ids below this one: the rest of an earlier answer. */
  readonly before: number | null
  readonly limit: number
}
/** The search of one kind of database. */
export interface UtteranceIndex {
  /** Puts a call's utterances in place of those that are there. */
  readonly replace: (transaction: Transaction<Tables>, callId: string, utterances: readonly IndexedUtterance[]) => Promise<void>
  /** The newest utterances that fit, newest first. */
  readonly search: (database: Database, query: IndexQuery) => Promise<readonly UtteranceRow[]>
}

const indexes: Readonly<Record<DialectName, UtteranceIndex>> = { sqlite: sqliteUtterances, postgres: postgresUtterances }
export const utteranceIndex = (database: Database): UtteranceIndex => indexes[dialectOf(database)]
