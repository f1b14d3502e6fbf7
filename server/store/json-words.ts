import { type RawBuilder, sql } from 'kysely'
import type { DialectName } from './migrations.ts'

type Sql = RawBuilder<unknown>
/** A step into a document: a field, or a place in a list; -1 is the last. */
type Step = string | -1

/** How a database reads the JSON of a text column. */
export interface JsonWords {
  /** A text as a document. */
  readonly parsed: (text: Sql) => Sql
  /** A field as text; null where there is none or null stands there. */
  readonly text: (document: Sql, ...path: readonly Step[]) => Sql
  /** Whether a field is true. */
  readonly holds: (document: Sql, field: string) => Sql
  /** The items of a list as rows of a table, in its column `value`. */
  readonly elements: (document: Sql, field: string, table: string) => Sql
}

const sqlite: JsonWords = {
  parsed: (text) => text,
  text: (document, ...path) => sql`json_extract(${document}, ${sql.lit(`$${path.map((step) => (step === -1 ? '[#-1]' : `.${step}`)).join('')}`)})`,
  holds: (document, field) => sql`coalesce(json_extract(${document}, ${sql.lit(`$.${field}`)}), 0) = 1`,
  elements: (document, field, table) => sql`json_each(${document}, ${sql.lit(`$.${field}`)}) as ${sql.ref(table)}`,
}

/** PostgreSQL's documents cannot hold the character NUL: it becomes the sign for what cannot be shown. A backslash before it may itself be written with one. */
const withoutNul = (text: Sql): Sql => sql`case when position('\\u0000' in ${text}) = 0 then ${text} else regexp_replace(${text}, '(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000', '\\1\\\\ufffd', 'g') end`

const postgres: JsonWords = {
  parsed: (text) => sql`cast(${withoutNul(text)} as jsonb)`,
  text: (document, ...path) => sql`${document} #>> ${sql.lit(`{${path.join(',')}}`)}`,
  holds: (document, field) => sql`coalesce(${document} -> ${sql.lit(field)} = 'true', false)`,
  elements: (document, field, table) => sql`jsonb_array_elements(${document} -> ${sql.lit(field)}) as ${sql.ref(table)} (value)`,
}

export const jsonWords = (dialect: DialectName): JsonWords => (dialect === 'postgres' ? postgres : sqlite)
