import { sql, type Transaction } from 'kysely'
import type { UtteranceRow } from './quality-tables.ts'
import type { Tables } from './tables.ts'
import type { IndexedUtterance, IndexQuery, UtteranceIndex } from './utterance-index.ts'
import { idRange, idsPerMs, marksOfRow, pairsOf } from './utterance-words.ts'

/** Rows of one statement: its values are counted with 16 bits, and an utterance has 12. */
const mostRows = 4_000
/** Between the words of one utterance on their way into the database. */
const divider = '\u001F'
/** A word with a blank in it, which nothing spoken has. */
const markOf = (kind: string, value: string): string => `${kind} ${value.replaceAll(divider, ' ')}`

const wordsOf = ({ row, characters }: IndexedUtterance): string => [...new Set([...characters, ...pairsOf(characters), ...marksOfRow(row).map(([kind, value]) => markOf(kind, value))])].join(divider)

/** Full text by a GIN index over arrays of words, in which the planner may also walk from the newest utterance when the words are common. */
export const postgresUtterances: UtteranceIndex = {
  replace: async (transaction, callId, utterances) => {
    await transaction.deleteFrom('utterances').where('call_id', '=', callId).execute()
    const taken = new Set<number>()
    let waiting = utterances.map((utterance) => ({ ...utterance, id: freeId(taken, utterance.row.at, placeOf(callId)) }))
    while (waiting.length > 0) {
      const ordered = waiting.toSorted((one, other) => one.id - other.id).slice(0, mostRows)
      const added = new Set(await insert(transaction, ordered.map(({ row, id }) => ({ ...row, id }))))
      const written = ordered.filter(({ id }) => added.has(id))
      if (written.length > 0) await insertWords(transaction, written)
      // Another call has said something in the same ms.
      const others = waiting.filter((utterance) => !ordered.includes(utterance))
      waiting = [...ordered.filter(({ id }) => !added.has(id)).map((utterance) => ({ ...utterance, id: freeId(taken, utterance.row.at, utterance.id + 1) })), ...others]
    }
  },
  search: async (database, query) => {
    const [least, most] = idRange(query)
    const conditions = [sql`id >= ${least}`, sql`id <= ${most}`, ...conditionsOf(query)]
    const found = await sql<UtteranceRow>`
      select utterances.* from (
        select id from utterance_words where ${sql.join(conditions, sql` and `)} order by id desc limit cast(${query.limit} as bigint)
      ) as found join utterances on utterances.id = found.id order by utterances.id desc`.execute(database)
    return found.rows
  },
}

function conditionsOf({ phrases, marks }: IndexQuery) {
  const wanted = Object.entries(marks).flatMap(([kind, values]) => (values === undefined ? [] : [values.map((value) => markOf(kind, value))]))
  const words = [...phrases.flatMap((phrase) => (phrase.length === 1 ? phrase : pairsOf(phrase).slice(0, -1))), ...wanted.flatMap((values) => (values.length === 1 ? values : []))]
  return [
    sql`words @> ${[...new Set(words)]}::text[]`,
    // That the pairs follow each other only the text itself tells.
    ...phrases.filter(({ length }) => length > 2).map((phrase) => sql`position(${phrase.join('')} in spoken) > 0`),
    // Nearly every utterance has one of several values: looking these up in the index would cost more than asking each row.
    ...wanted.filter(({ length }) => length > 1).map((values) => sql`case when words && ${[...values]}::text[] then true else false end`),
  ]
}

/** Where in a ms the utterances of a call begin to look for a place, so that calls seldom meet. */
const placeOf = (callId: string): number => [...callId].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % idsPerMs, 0)

/** The first id of the ms that none of the call's other utterances has, from a place on and round; of a later ms when it is full. */
function freeId(taken: Set<number>, at: number, from: number): number {
  for (let ms = Math.round(at); ; ms += 1) {
    for (let step = 0; step < idsPerMs; step += 1) {
      const id = ms * idsPerMs + ((from + step) % idsPerMs)
      if (taken.has(id)) continue
      taken.add(id)
      return id
    }
  }
}

/** Adds what finds its id free. Resolves to the ids that were. In the order of ids, so that two processes that add at once do not wait for each other. */
async function insert(transaction: Transaction<Tables>, rows: readonly UtteranceRow[]): Promise<readonly number[]> {
  const added = await transaction.insertInto('utterances').values(rows).onConflict((on) => on.column('id').doNothing()).returning('id').execute()
  return added.map(({ id }) => id)
}

async function insertWords(transaction: Transaction<Tables>, written: readonly (IndexedUtterance & { readonly id: number })[]): Promise<void> {
  const columns = [written.map(({ id }) => id), written.map(({ characters }) => characters.join('')), written.map(wordsOf)]
  await sql`
    insert into utterance_words (id, spoken, words) select id, spoken, string_to_array(words, chr(31))
    from unnest(${columns[0]}::bigint[], ${columns[1]}::text[], ${columns[2]}::text[]) as added (id, spoken, words)`.execute(transaction)
}
