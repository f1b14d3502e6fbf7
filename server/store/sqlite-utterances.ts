import { sql } from 'kysely'
import type { UtteranceRow } from './quality-tables.ts'
import type { IndexQuery, MarkKind, UtteranceIndex } from './utterance-index.ts'
import { idRange, idsPerMs, marksOfRow, pairsOf } from './utterance-words.ts'

/** FTS5 cuts words at anything that is no letter or digit, so a value is spelt in hexadecimal. */
const markOf = (kind: MarkKind, value: string): string => `${kind}x${Buffer.from(value).toString('hex')}`

/** In the query language of FTS5: `退货时间` is the pairs 退货, 货时, 时间 in a row; one character is the beginning of a pair. */
const phraseMatch = (characters: readonly string[]): string => (characters.length === 1 ? `"${characters.join('')}" *` : `"${pairsOf(characters).slice(0, -1).join(' ')}"`)

function matchOf({ phrases, marks }: IndexQuery): string {
  const narrowed = Object.entries(marks).flatMap(([kind, values]) => (values === undefined ? [] : [`(${values.map((value) => `marks : ${markOf(kind as MarkKind, value)}`).join(' OR ')})`]))
  return [...phrases.map((phrase) => `words : ${phraseMatch(phrase)}`), ...narrowed].join(' AND ')
}

/** Full text by FTS5, which reads its index backwards and stops when it has enough. */
export const sqliteUtterances: UtteranceIndex = {
  replace: async (transaction, callId, utterances) => {
    await transaction.deleteFrom('utterances').where('call_id', '=', callId).execute()
    for (const { row, characters } of utterances) {
      const first = Math.round(row.at) * idsPerMs
      const added = await sql<{ readonly id: number }>`
        insert into utterances (id, call_id, utterance_id, speaker, text, at, at_ms, agent, agent_id, team, origin, scenario)
        select coalesce(max(id) + 1, cast(${first} as integer)), ${row.call_id}, ${row.utterance_id}, ${row.speaker}, ${row.text}, ${row.at}, ${row.at_ms},
          ${row.agent}, ${row.agent_id}, ${row.team}, ${row.origin}, ${row.scenario}
        from utterances where id >= cast(${first} as integer) and id < cast(${first + idsPerMs} as integer)
        returning id`.execute(transaction)
      const id = added.rows[0]?.id ?? first
      const marks = marksOfRow(row).map(([kind, value]) => markOf(kind, value)).join(' ')
      await sql`insert into utterance_words (rowid, words, marks) values (cast(${id} as integer), ${pairsOf(characters).join(' ')}, ${marks})`.execute(transaction)
    }
  },
  search: async (database, query) => {
    const [least, most] = idRange(query)
    const found = await sql<UtteranceRow>`
      select utterances.* from utterance_words join utterances on utterances.id = utterance_words.rowid
      where utterance_words match ${matchOf(query)} and utterance_words.rowid >= cast(${least} as integer) and utterance_words.rowid <= cast(${most} as integer)
      order by utterance_words.rowid desc limit cast(${query.limit} as integer)`.execute(database)
    return found.rows
  },
}
