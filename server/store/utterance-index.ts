import { sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { UtteranceRow } from './quality-tables.ts'
import type { Tables } from './tables.ts'

/** SQLite's part of the search over utterances: everything that knows FTS5 is in this file. */

/** An utterance to be indexed: its row and the words under which it is found, between blanks. */
export interface IndexedUtterance {
  readonly row: Omit<UtteranceRow, 'id'>
  readonly words: string
}
/** A word for each thing that a search can be narrowed by. */
export type MarkKind = 'speaker' | 'scenario' | 'agent' | 'team' | 'origin'
/** What a search asks. `match`: FTS5 expressions over the words, all of which must hold; `marks`: of each kind one of the values. Times in ms since the epoch. */
export interface IndexQuery {
  readonly match: readonly string[]
  readonly marks: Readonly<Partial<Record<MarkKind, readonly string[]>>>
  readonly from: number
  readonly to: number
  /** Only ids below this one: the rest of an earlier answer. */
  readonly before: number | null
  readonly limit: number
}

/** Utterances that may fall in one ms without their ids leaving the order of time. */
const idsPerMs = 1024
/** FTS5 cuts words at anything that is no letter or digit, so a value is spelt in hexadecimal. */
const markOf = (kind: MarkKind, value: string): string => `${kind}x${Buffer.from(value).toString('hex')}`

/** Puts a call's utterances in place of those that are there. */
export async function replaceUtterances(transaction: Transaction<Tables>, callId: string, utterances: readonly IndexedUtterance[]): Promise<void> {
  await transaction.deleteFrom('utterances').where('call_id', '=', callId).execute()
  for (const { row, words } of utterances) {
    const first = Math.round(row.at) * idsPerMs
    const added = await sql<{ readonly id: number }>`
      insert into utterances (id, call_id, utterance_id, speaker, text, at, at_ms, agent, agent_id, team, origin, scenario)
      select coalesce(max(id) + 1, cast(${first} as integer)), ${row.call_id}, ${row.utterance_id}, ${row.speaker}, ${row.text}, ${row.at}, ${row.at_ms},
        ${row.agent}, ${row.agent_id}, ${row.team}, ${row.origin}, ${row.scenario}
      from utterances where id >= cast(${first} as integer) and id < cast(${first + idsPerMs} as integer)
      returning id`.execute(transaction)
    const id = added.rows[0]?.id ?? first
    await sql`insert into utterance_words (rowid, words, marks) values (cast(${id} as integer), ${words}, ${marksOfRow(row)})`.execute(transaction)
  }
}

/** The newest utterances that fit, newest first. Reads the index backwards and stops when it has enough. */
export async function searchUtterances(database: Database, { match, marks, from, to, before, limit }: IndexQuery): Promise<readonly UtteranceRow[]> {
  const narrowed = Object.entries(marks).flatMap(([kind, values]) => (values === undefined ? [] : [`(${values.map((value) => `marks : ${markOf(kind as MarkKind, value)}`).join(' OR ')})`]))
  const expression = [...match.map((phrase) => `words : ${phrase}`), ...narrowed].join(' AND ')
  const most = before === null ? (to + 1) * idsPerMs - 1 : before - 1
  const found = await sql<UtteranceRow>`
    select utterances.* from utterance_words join utterances on utterances.id = utterance_words.rowid
    where utterance_words match ${expression} and utterance_words.rowid >= cast(${from * idsPerMs} as integer) and utterance_words.rowid <= cast(${most} as integer)
    order by utterance_words.rowid desc limit cast(${limit} as integer)`.execute(database)
  return found.rows
}

const marksOfRow = ({ speaker, scenario, agent, agent_id, team, origin }: IndexedUtterance['row']): string =>
  [
    markOf('speaker', speaker),
    markOf('origin', origin),
    markOf('agent', agent_id ?? agent),
    ...(scenario === null ? [] : [markOf('scenario', scenario)]),
    ...(team === null ? [] : [markOf('team', team)]),
  ].join(' ')
