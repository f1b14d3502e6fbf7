import { randomUUID } from 'node:crypto'
import { SunlineError } from '../errors.ts'
import type { PersonRow } from '../store/people-tables.ts'
import type { AuditLog } from './audit-log.ts'
import type { OneTimeLinks } from './one-time-links.ts'
import type { Passwords } from './passwords.ts'
import { type People, personFrom, rolesOf } from './people.ts'
import type { Sessions } from './sessions.ts'
import type { Throttle } from './throttle.ts'

/** Ways in that need a password. Every one resolves to the id of the person who may now have a session. */
export interface SignIn {
  /** Throws SunlineError 'unauthorised' when login and password do not belong together, 'too many requests' after too many tries. */
  readonly byPassword: (login: string, password: string, address: string) => Promise<string>
  /** What a link is for. Throws SunlineError 'not found' when it does not work any more. */
  readonly look: (token: string) => Promise<PersonRow | null>
  /** Chooses a password by a link; for the first administrator also login and name. Throws SunlineError 'not found' or 'invalid payload'. */
  readonly byLink: (token: string, password: string, who: { readonly login: string; readonly name: string }, address: string) => Promise<string>
  /** Changes one's own password; all sessions of the person end. Throws SunlineError 'forbidden' when the current one is wrong. */
  readonly changePassword: (personId: string, current: string, next: string, address: string) => Promise<void>
  /** Whether somebody can sign in who may manage people. */
  readonly hasAdministrator: () => Promise<boolean>
}
export interface SignInTools {
  readonly people: People
  readonly sessions: Sessions
  readonly passwords: Passwords
  readonly throttle: Throttle
  readonly links: OneTimeLinks
  readonly audit: AuditLog
  readonly now: () => number
}
const loginPattern = /^[a-z0-9][a-z0-9._@-]{1,63}$/u

/** A login as it is kept. Throws SunlineError 'invalid payload'. */
export function loginFrom(text: string): string {
  const login = text.trim().toLowerCase()
  if (!loginPattern.test(login)) throw new SunlineError('invalid payload', 'login: 2 to 64 letters, digits, dots, dashes, underscores or @, beginning with a letter or digit', 'login')
  return login
}

export function signIn({ people, sessions, passwords, throttle, links, audit, now }: SignInTools): SignIn {
  const look = async (token: string): Promise<PersonRow | null> => {
    const link = await links.look(token)
    if (!link) throw new SunlineError('not found', 'this link was used already or has run out; ask an administrator for a new one')
    if (link.person === null) return null
    const person = await people.byId(link.person)
    if (person?.status !== 'active') throw new SunlineError('not found', 'this link is for somebody who is not here any more')
    return person
  }
  const hasAdministrator = async (): Promise<boolean> =>
    (await people.all()).some((row) => row.status === 'active' && (row.password_hash !== null || row.subject !== null) && rolesOf(row).includes('administrator'))
  return {
    look,
    hasAdministrator,
    byPassword: async (login, password, address) => {
      await throttle.attempt(login, address)
      const row = await people.byLogin(login)
      const right = await passwords.check(password, row?.status === 'active' ? row.password_hash : null)
      if (!row || !right) {
        await audit.note({ actor: null, action: 'sign-in refused', detail: { login: login.slice(0, 64) }, address })
        throw new SunlineError('unauthorised', 'login and password do not belong together')
      }
      await throttle.succeeded(login, address)
      if (row.password_hash !== null && passwords.isOutdated(row.password_hash)) await people.change(row.id, { password_hash: await passwords.hash(password) })
      await audit.note({ actor: personFrom(row), action: 'signed in', detail: { by: 'password' }, address })
      return row.id
    },
    byLink: async (token, password, who, address) => {
      const known = await look(token)
      const login = known?.login ?? loginFrom(who.login)
      const name = known?.name ?? who.name.trim()
      if (name === '') throw new SunlineError('invalid payload', 'name: how are you called?', 'name')
      await passwords.mustBeGood(password, [login, name, known?.number ?? ''])
      if (!known && (await people.byLogin(login))) throw new SunlineError('conflict', `the login "${login}" is taken; choose another`, 'login')
      const hash = await passwords.hash(password)
      if (!(await links.use(token))) throw new SunlineError('not found', 'this link was used already; ask an administrator for a new one')
      const at = now()
      const id = known?.id ?? randomUUID()
      if (known) await people.change(id, { password_hash: hash, password_at: at })
      else {
        const roles = JSON.stringify(['administrator'])
        await people.add({ id, login, name, number: '', roles, team: null, password_hash: hash, password_at: at, subject: null, status: 'active', demo: 0, created_at: at, signed_in_at: null })
      }
      await sessions.endAll(id)
      await audit.note({ actor: { kind: 'person', id, login, name, number: '', roles: [], team: null }, action: 'password chosen', subject: id, address })
      return id
    },
    changePassword: async (personId, current, next, address) => {
      const row = await people.byId(personId)
      if (!row) throw new SunlineError('not found', 'this person is not here any more')
      await throttle.attempt(row.login, address)
      if (!(await passwords.check(current, row.password_hash))) throw new SunlineError('forbidden', 'the current password is not right', 'current')
      await throttle.succeeded(row.login, address)
      await passwords.mustBeGood(next, [row.login, row.name, row.number])
      await people.change(personId, { password_hash: await passwords.hash(next), password_at: now() })
      await sessions.endAll(personId)
      await audit.note({ actor: personFrom(row), action: 'password changed', subject: personId, address })
    },
  }
}
