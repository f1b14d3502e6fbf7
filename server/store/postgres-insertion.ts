import type { Addition } from './journal-commit.ts'
import { storable } from './postgres-pool.ts'
import type { SealedRow } from './privacy-tables.ts'
import type { CallRow, ChainedRow } from './tables.ts'
import type { WebhookRow } from './webhook-tables.ts'

type Columns<Row> = Readonly<Record<keyof Row & string, 'text' | 'bigint'>>

const calls = {
  id: 'text', agent: 'text', agent_id: 'text', team: 'text', origin: 'text', caller_number: 'text', queue: 'text', status: 'text', scenario: 'text', started_at: 'bigint', ended_at: 'bigint', outcome: 'text', library_version: 'text',
} satisfies Columns<CallRow>
const journal = { call_id: 'text', seq: 'bigint', at: 'bigint', type: 'text', payload: 'text', hash: 'text' } satisfies Columns<ChainedRow>
const sealed = { call_id: 'text', seq: 'bigint', key_id: 'text', sealed: 'text' } satisfies Columns<SealedRow>
const outbox = {
  id: 'text', receiver: 'text', event: 'text', call_id: 'text', payload: 'text', created_at: 'bigint', attempts: 'bigint', due_at: 'bigint', status: 'text', last_error: 'text',
} satisfies Columns<WebhookRow>

/** Rows go in as one array a column: the statement is the same for one row and for thousands, and is prepared once. */
const insertInto = (table: string, columns: Readonly<Record<string, string>>, firstParameter: number, onConflict = ''): string =>
  `insert into ${table} (${Object.keys(columns).join(', ')}) select * from unnest(${Object.values(columns).map((type, at) => `$${String(firstParameter + at)}::${type}[]`).join(', ')}) ${onConflict}`

const valuesOf = <Row extends object>(columns: Columns<Row>, rows: readonly Row[]): readonly (readonly unknown[])[] => (Object.keys(columns) as (keyof Row)[]).map((column) => rows.map((row) => storable(row[column])))

const journalFrom = Object.keys(calls).length + 1
const sealedFrom = journalFrom + Object.keys(journal).length
const outboxFrom = sealedFrom + Object.keys(sealed).length
const renewed = Object.keys(calls).filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`).join(', ')

/** Everything that a batch adds, as one statement and so as one transaction. References between the tables are checked at its end. */
const text = `
  with renewed_calls as (${insertInto('calls', calls, 1, `on conflict (id) do update set ${renewed}`)}),
  added_originals as (${insertInto('sealed_entries', sealed, sealedFrom)}),
  added_messages as (${insertInto('webhook_outbox', outbox, outboxFrom, 'on conflict do nothing')})
  ${insertInto('journal', journal, journalFrom)}`

/** The statement that writes a batch whose entries are chained already. */
export function batchInsertion(batch: readonly Addition[], entries: readonly ChainedRow[]): { readonly name: string; readonly text: string; readonly values: unknown[] } {
  const newest = new Map(batch.flatMap(({ call }) => (call ? [[call.id, call]] : [])))
  // In one order, so that two processes that write to the same calls do not wait for each other.
  const ordered = [...newest.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
  const messages = new Map(batch.flatMap(({ outbox: added = [] }) => added.map((message) => [message.id, message])))
  const values = [
    ...valuesOf(calls, ordered),
    ...valuesOf(journal, entries),
    ...valuesOf(sealed, batch.flatMap((addition) => addition.sealed ?? [])),
    ...valuesOf(outbox, [...messages.values()]),
  ]
  return { name: 'journal batch', text, values }
}
