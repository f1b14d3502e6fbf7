import { randomUUID } from 'node:crypto'
import { SunlineError } from '../errors.ts'
import type { PersonRow, TeamRow } from '../store/people-tables.ts'
import type { Actor } from './actor.ts'
import type { AuditLog } from './audit-log.ts'
import type { OneTimeLinks } from './one-time-links.ts'
import { type People, rolesOf } from './people.ts'
import type { Role } from './permissions.ts'
import type { Sessions } from './sessions.ts'
import { loginFrom } from './sign-in.ts'

/** Who does it and from where; the actor is null at the command line. */
export interface Doer {
  readonly actor: Actor | null
  readonly address: string
}
export interface PersonChange {
  readonly name?: string
  readonly number?: string
  readonly roles?: readonly Role[]
  readonly team?: string | null
  readonly active?: boolean
}
export interface NewPerson extends PersonChange {
  readonly login: string
  readonly name: string
  readonly roles: readonly Role[]
}
export interface AdministrationTools {
  readonly people: People
  readonly sessions: Sessions
  readonly links: OneTimeLinks
  readonly audit: AuditLog
  /** Whom the demo's administrator adds belongs to the demo. */
  readonly demo: boolean
  readonly now: () => number
}
/** What administrators do to people and teams. Every change is noted; a change of rights or a lock ends the person's sessions. */
export interface Administration {
  /** Resolves to the person and the token of a link to choose a password. Throws SunlineError 'invalid payload' or 'conflict'. */
  readonly add: (person: NewPerson, by: Doer) => Promise<{ readonly row: PersonRow; readonly token: string }>
  /** Throws SunlineError 'not found', 'invalid payload', or 'conflict' for the last administrator. */
  readonly change: (id: string, change: PersonChange, by: Doer) => Promise<PersonRow>
  /** A link to choose a new password; the old one stops working and all sessions end. */
  readonly reset: (id: string, by: Doer) => Promise<{ readonly row: PersonRow; readonly token: string }>
  readonly endSessions: (id: string, by: Doer) => Promise<PersonRow>
  readonly putTeam: (id: string | null, name: string, by: Doer) => Promise<TeamRow>
  /** Throws SunlineError 'conflict' while somebody is in the team. */
  readonly removeTeam: (id: string, by: Doer) => Promise<void>
}

export function administration({ people, sessions, links, audit, demo, now }: AdministrationTools): Administration {
  const existing = async (id: string): Promise<PersonRow> => {
    const row = await people.byId(id)
    if (!row) throw new SunlineError('not found', `there is no person "${id}"`, 'id')
    return row
  }
  const columns = async ({ name, number, roles, team, active }: PersonChange): Promise<Partial<PersonRow>> => {
    if (name?.trim() === '') throw new SunlineError('invalid payload', 'name: it is empty', 'name')
    if (roles?.length === 0) throw new SunlineError('invalid payload', 'roles: give at least one', 'roles')
    if (team && !(await people.teams()).some(({ id }) => id === team)) throw new SunlineError('invalid payload', `team: there is no team "${team}"`, 'team')
    return {
      ...(name !== undefined && { name: name.trim() }),
      ...(number !== undefined && { number: number.trim() }),
      ...(roles !== undefined && { roles: JSON.stringify([...new Set(roles)]) }),
      ...(team !== undefined && { team }),
      ...(active !== undefined && { status: active ? ('active' as const) : ('disabled' as const) }),
    }
  }
  const administers = (row: PersonRow): boolean => row.status === 'active' && rolesOf(row).includes('administrator')
  const keepOneAdministrator = async (before: PersonRow, after: PersonRow): Promise<void> => {
    if (!administers(before) || administers(after)) return
    if (!(await people.all()).some((row) => row.id !== before.id && administers(row))) {
      throw new SunlineError('conflict', 'this is the last administrator; make somebody else one first', 'roles')
    }
  }
  return {
    add: async ({ login, ...rest }, { actor, address }) => {
      const row: PersonRow = {
        id: randomUUID(), login: loginFrom(login), name: '', number: '', roles: '[]', team: null, password_hash: null, password_at: null,
        subject: null, status: 'active', demo: demo ? 1 : 0, created_at: now(), signed_in_at: null, ...(await columns(rest)),
      }
      await people.add(row)
      await audit.note({ actor, action: 'person added', subject: row.id, detail: { login: row.login, roles: rest.roles, team: row.team }, address })
      return { row, token: await links.make(row.id) }
    },
    change: async (id, change, { actor, address }) => {
      const before = await existing(id)
      const after = { ...before, ...(await columns(change)) }
      await keepOneAdministrator(before, after)
      await people.change(id, after)
      if (after.roles !== before.roles || after.team !== before.team || after.status !== before.status) await sessions.endAll(id)
      await audit.note({ actor, action: 'person changed', subject: id, detail: { ...change }, address })
      return after
    },
    reset: async (id, { actor, address }) => {
      const row = await existing(id)
      if (row.status !== 'active') throw new SunlineError('conflict', 'this person is locked; unlock first', 'id')
      await people.change(id, { password_hash: null, password_at: null })
      await sessions.endAll(id)
      await audit.note({ actor, action: 'link made', subject: id, address })
      return { row: { ...row, password_hash: null }, token: await links.make(id) }
    },
    endSessions: async (id, { actor, address }) => {
      const row = await existing(id)
      await sessions.endAll(id)
      await audit.note({ actor, action: 'sessions ended', subject: id, address })
      return row
    },
    putTeam: async (id, name, { actor, address }) => {
      const team = { id: id ?? randomUUID(), name: name.trim() }
      if (team.name === '') throw new SunlineError('invalid payload', 'name: it is empty', 'name')
      const teams = await people.teams()
      if (id !== null && !teams.some((each) => each.id === id)) throw new SunlineError('not found', `there is no team "${id}"`, 'id')
      if (teams.some((each) => each.name === team.name && each.id !== id)) throw new SunlineError('conflict', `there is a team "${team.name}" already`, 'name')
      await people.putTeam(team)
      await audit.note({ actor, action: 'team put', subject: team.id, detail: { name: team.name }, address })
      return team
    },
    removeTeam: async (id, { actor, address }) => {
      if ((await people.all()).some(({ team }) => team === id)) throw new SunlineError('conflict', 'somebody is in this team; move them first', 'id')
      await people.removeTeam(id)
      await audit.note({ actor, action: 'team removed', subject: id, address })
    },
  }
}
