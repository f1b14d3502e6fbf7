import type { CallOrigin } from '../live/call-events.ts'
import type { CallStatus } from '../protocol.ts'
import type { QualityTables } from './quality-tables.ts'
import type { PeopleTables } from './people-tables.ts'
import type { PrivacyTables } from './privacy-tables.ts'
import type { ReplayTables } from './replay-tables.ts'
import type { LibraryTables } from './library-tables.ts'
import type { TrainingTables } from './training-tables.ts'
import type { WebhookTables } from './webhook-tables.ts'

/** A call as the lists show it. Times are ms since the epoch; `caller_number` is masked. */
export interface CallRow {
  readonly id: string
  readonly agent: string
  readonly agent_id: string | null
  readonly team: string | null
  readonly origin: CallOrigin
  readonly caller_number: string
  readonly queue: string
  readonly status: CallStatus
  readonly scenario: string | null
  readonly started_at: number
  readonly ended_at: number | null
  readonly outcome: string | null
  readonly library_version: string
}
/** One thing that happened in a call. `seq` counts from 0; `payload` is JSON. */
export interface JournalRow {
  readonly call_id: string
  readonly seq: number
  readonly at: number
  readonly type: string
  readonly payload: string
}
/** An entry as it lies in the store; see `hash-chain.ts`. */
export interface ChainedRow extends JournalRow {
  readonly hash: string
}
/** The entries that a call had before entries were chained. */
export interface BeforeChainRow {
  readonly call_id: string
  readonly entries: number
}
/** A call's journal as it was when the call was reviewed. */
export interface SealRow {
  readonly call_id: string
  readonly entries: number
  readonly hash: string
  readonly sealed_at: number
}
export interface Tables extends LibraryTables, PeopleTables, PrivacyTables, QualityTables, ReplayTables, TrainingTables, WebhookTables {
  readonly calls: CallRow
  readonly journal: ChainedRow
  readonly journal_before_chain: BeforeChainRow
  readonly journal_seals: SealRow
}
