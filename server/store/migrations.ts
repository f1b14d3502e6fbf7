import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SunlineError } from '../errors.ts'

export type DialectName = 'sqlite' | 'postgres'
/** One step from a version of the tables to the next; its scripts belong into one transaction. */
export interface Migration {
  readonly number: number
  readonly scripts: readonly string[]
}

/** Where the numbered migrations of this repository lie. */
export const migrationsFolder = new URL('../../data/migrations', import.meta.url).pathname

/**
 * The migrations of a dialect by number. `NNNN-name.sql` is for both, in the words of SQLite that {@link inPostgres} turns;
 * `NNNN-name.sqlite.sql` and `NNNN-name.postgres.sql` are for one, after what is for both under that number.
 */
export function migrationsFor(dialect: DialectName, folder: string = migrationsFolder): readonly Migration[] {
  const steps = new Map<number, string[]>()
  for (const { name, own } of filesOf(dialect, folder)) {
    const script = readFileSync(join(folder, name), 'utf8')
    const number = Number(name.slice(0, 4))
    steps.set(number, [...(steps.get(number) ?? []), own || dialect === 'sqlite' ? script : inPostgres(script)])
  }
  return [...steps].map(([number, scripts]) => ({ number, scripts }))
}

/** By number; under one number, what is for both dialects first. */
const filesOf = (dialect: DialectName, folder: string) =>
  readdirSync(folder)
    .flatMap((name) => {
      const only = /^\d{4}-[^.]+(?:\.(sqlite|postgres))?\.sql$/u.exec(name)
      return only === null || (only[1] !== undefined && only[1] !== dialect) ? [] : [{ name, own: only[1] !== undefined }]
    })
    .sort((one, other) => one.name.slice(0, 4).localeCompare(other.name.slice(0, 4)) || Number(one.own) - Number(other.own) || one.name.localeCompare(other.name))

/** The migrations that a database still lacks. Throws SunlineError 'unavailable' when it is newer than this program. */
export function migrationsAfter(done: number, all: readonly Migration[], shown: string): readonly Migration[] {
  const newest = all.at(-1)?.number ?? 0
  if (done <= newest) return all.filter(({ number }) => number > done)
  throw new SunlineError('unavailable', `the database ${shown} is at migration ${String(done)}, this program knows ${String(newest)}; start a newer version`)
}

const types = { text: 'text collate "C"', integer: 'bigint', real: 'double precision' } as const

/** A migration for both dialects in PostgreSQL's words. Texts keep SQLite's order, by code point: neither orders nor indexes depend on a locale of the machine. */
export const inPostgres = (script: string): string =>
  script
    .replaceAll(/^\) strict(?:, without rowid)?;$/gmu, ');')
    .replaceAll(/^(\s*(?:alter table \w+ add column )?\w+) (text|integer|real)\b/gmu, (_, column: string, type: keyof typeof types) => `${column} ${types[type]}`)
