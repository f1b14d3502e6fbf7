import { SunlineError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import type { PersonRow, TeamRow } from '../store/people-tables.ts'
import type { Person } from './actor.ts'
import { type Role, roles } from './permissions.ts'

/** Who works here. Logins are compared without regard to case. */
export interface People {
  readonly byId: (id: string) => Promise<PersonRow | undefined>
  readonly byLogin: (login: string) => Promise<PersonRow | undefined>
  readonly bySubject: (subject: string) => Promise<PersonRow | undefined>
  /** The person whom a telephone system names by number, login or name; null when nobody or more than one is meant. */
  readonly named: (text: string) => Promise<Person | null>
  readonly all: () => Promise<readonly PersonRow[]>
  readonly teams: () => Promise<readonly TeamRow[]>
  /** Throws SunlineError 'conflict' when the login is taken. */
  readonly add: (row: PersonRow) => Promise<void>
  readonly change: (id: string, change: Partial<Omit<PersonRow, 'id'>>) => Promise<void>
  readonly putTeam: (team: TeamRow) => Promise<void>
  readonly removeTeam: (id: string) => Promise<void>
}

const isRole = (value: unknown): value is Role => roles.some((role) => role === value)

/** The roles of a row; what is no role any more is left out. */
export const rolesOf = ({ roles: text }: Pick<PersonRow, 'roles'>): readonly Role[] => (JSON.parse(text) as readonly unknown[]).filter(isRole)

/** A row as the actor of a request. */
export const personFrom = (row: PersonRow): Person => {
  const { id, login, name, number, team } = row
  return { kind: 'person', id, login, name, number, roles: rolesOf(row), team }
}

export function people(database: Database): People {
  const find = () => database.selectFrom('people').selectAll()
  return {
    byId: (id) => find().where('id', '=', id).executeTakeFirst(),
    byLogin: (login) => find().where('login', '=', login.trim().toLowerCase()).executeTakeFirst(),
    bySubject: (subject) => find().where('subject', '=', subject).executeTakeFirst(),
    named: async (text) => {
      const meant = text.trim()
      if (meant === '') return null
      const found = await find()
        .where('status', '=', 'active')
        .where((is) => is.or([is('number', '=', meant), is('login', '=', meant.toLowerCase()), is('name', '=', meant)]))
        .execute()
      for (const matching of [found.filter(({ number }) => number === meant), found.filter(({ login }) => login === meant.toLowerCase()), found]) {
        const [row] = matching
        if (row) return matching.length === 1 ? personFrom(row) : null
      }
      return null
    },
    all: () => find().orderBy('login').execute(),
    teams: () => database.selectFrom('teams').selectAll().orderBy('name').execute(),
    add: async (row) => {
      const { numInsertedOrUpdatedRows } = await database.insertInto('people').values(row).onConflict((on) => on.doNothing()).executeTakeFirst()
      if (numInsertedOrUpdatedRows === 0n) throw new SunlineError('conflict', `the login "${row.login}" is taken; choose another`, 'login')
    },
    change: async (id, change) => void (await database.updateTable('people').set(change).where('id', '=', id).execute()),
    putTeam: async ({ id, name }) => void (await database.insertInto('teams').values({ id, name }).onConflict((on) => on.column('id').doUpdateSet({ name })).execute()),
    removeTeam: async (id) => {
      await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('assignments').where('team', '=', id).execute()
        await transaction.deleteFrom('teams').where('id', '=', id).execute()
      })
    },
  }
}
