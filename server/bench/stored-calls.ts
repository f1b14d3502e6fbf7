import type Sqlite from 'better-sqlite3'
import type { Library } from '../library/library.ts'
import { journalEntry } from '../live/journal-rows.ts'
import type { LiveEngine } from '../live/ports.ts'
import { type CallReview, reviewCall } from '../quality/call-review.ts'
import { pointCounts } from '../quality/review-keeper.ts'
import { entryHash } from '../store/hash-chain.ts'
import { openFile } from '../store/sqlite-file.ts'
import type { CallRow, JournalRow } from '../store/tables.ts'
import { importJournal } from '../training/import-journal.ts'
import { closedCall } from '../training/made-call.ts'
import { seededDraw } from '../training/seeded-random.ts'
import { longCall } from './long-call.ts'

/** Which calls are made: how many, how long, from when on (ms since the epoch), one `everyMs`. */
export interface StoredCallsOrder {
  readonly calls: number
  readonly utterancesPerCall: number
  readonly startedAt: number
  readonly everyMs: number
  /** The share of agent utterances that are put together anew of halves of others, so that texts do not repeat as they would in copies. */
  readonly fresh: number
}
interface Template {
  readonly call: CallRow
  readonly entries: readonly JournalRow[]
  readonly review: CallReview
}

/** Calls that are heard in full; the rest are these again at another time, in other words. */
const templates = 40

/**
 * Fills a database with ended, reviewed calls made of the sample calls: some are heard in full by the engine, and each further one repeats
 * the journal of one of them under its own id and time. The words of the search index are left out. Returns the number of utterances.
 */
export function storeCalls(file: string, library: Library, engine: LiveEngine, order: StoredCallsOrder): number {
  const made = Array.from({ length: Math.min(templates, order.calls) }, (_, number) => template(number, library, engine, order))
  const halves = made.flatMap(({ review }) => review.utterances.filter(({ speaker }) => speaker === 'agent').map(({ text }) => text))
  const draw = seededDraw(1)
  const mixed = (text: string): string => {
    if (draw.number() >= order.fresh) return text
    const [first = '', second = ''] = [draw.of(halves), draw.of(halves)]
    return first.slice(0, Math.ceil(first.length / 2)) + second.slice(Math.floor(second.length / 2))
  }
  const sqlite = openFile(file)
  try {
    sqlite.pragma('synchronous = OFF')
    const write = writer(sqlite)
    let utterances = 0
    sqlite.transaction(() => {
      for (let number = 0; number < order.calls; number += 1) {
        const source = made[number % made.length]
        if (source) utterances += write(source, `past-${String(number)}`, number, order.startedAt + number * order.everyMs, mixed)
      }
    })()
    return utterances
  } finally {
    sqlite.close()
  }
}

function template(number: number, library: Library, engine: LiveEngine, { utterancesPerCall, startedAt }: StoredCallsOrder): Template {
  const offset = number * utterancesPerCall
  const turns = longCall(offset + utterancesPerCall).slice(offset).map((turn) => ({ ...turn, startMs: turn.startMs - offset * 1_000, endMs: turn.endMs - offset * 1_000 }))
  const details = { callId: 'template', agent: '李敏', agentId: null, team: null, queue: '', callerNumber: '', startedAt, facts: { agentName: '李敏', agentNumber: '1001', brand: '阳光' }, scenario: null, silenceMs: Number.POSITIVE_INFINITY }
  const { call, entries } = closedCall(importJournal(turns, details, engine), engine)
  return { call, entries, review: reviewCall(entries.map(journalEntry), pointCounts(library)) }
}

type Write = (source: Template, id: string, number: number, startedAt: number, mixed: (text: string) => string) => number

/** Ids of utterances count 1024 for each ms since the epoch. */
const idsPerMs = 1_024

function writer(sqlite: Sqlite.Database): Write {
  const inserts = new Map<string, Sqlite.Statement>()
  const insert = (table: string, row: object): void => {
    const known = inserts.get(table)
    const statement = known ?? sqlite.prepare(`insert or ignore into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row).map((column) => `@${column}`).join(', ')})`)
    if (!known) inserts.set(table, statement)
    statement.run(row)
  }
  return ({ call, entries, review: { sums, findings, utterances } }, id, number, startedAt, mixed) => {
    const shift = startedAt - call.started_at
    const spoken = new Map(utterances.map(({ utterance_id: utterance, speaker, text }) => [utterance, speaker === 'agent' ? mixed(text) : text]))
    insert('calls', { ...call, id, started_at: startedAt, ended_at: (call.ended_at ?? call.started_at) + shift })
    let hash = ''
    for (const { seq, at, type, payload } of entries) {
      const row = { call_id: id, seq, at: at + shift, type, payload: told(type, payload, id, spoken) }
      hash = entryHash(hash, row)
      insert('journal', { ...row, hash })
    }
    insert('call_sums', { ...sums, call_id: id, started_at: startedAt, ended_at: sums.ended_at + shift })
    insert('journal_seals', { call_id: id, entries: entries.length, hash, sealed_at: sums.ended_at + shift })
    for (const finding of findings) insert('findings', { ...finding, call_id: id, at: finding.at + shift })
    for (const row of utterances) {
      const at = row.at + shift
      insert('utterances', { ...row, id: at * idsPerMs + (number % idsPerMs), call_id: id, at, text: spoken.get(row.utterance_id) ?? row.text })
    }
    return utterances.length
  }
}

/** The payload of an entry with the id and the words of the call that it is now in. */
function told(type: string, payload: string, callId: string, spoken: ReadonlyMap<string, string>): string {
  if (type === 'call started') return JSON.stringify({ ...(JSON.parse(payload) as object), callId })
  if (type !== 'utterance heard') return payload
  const heard = JSON.parse(payload) as { readonly utterance: { readonly id: string; readonly text: string } }
  return JSON.stringify({ ...heard, utterance: { ...heard.utterance, text: spoken.get(heard.utterance.id) ?? heard.utterance.text } })
}
