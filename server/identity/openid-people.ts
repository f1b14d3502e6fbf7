import { randomUUID } from 'node:crypto'
import { SunlineError } from '../errors.ts'
import type { PersonRow } from '../store/people-tables.ts'
import type { AuditLog } from './audit-log.ts'
import type { Claims } from './openid.ts'
import type { OpenIdConfig } from './openid-config.ts'
import { type People, personFrom } from './people.ts'
import type { Role } from './permissions.ts'
import type { Sessions } from './sessions.ts'
import { loginFrom } from './sign-in.ts'

export interface OpenIdPeopleTools {
  readonly config: OpenIdConfig
  readonly people: People
  readonly sessions: Sessions
  readonly audit: AuditLog
  readonly now: () => number
}

/**
 * The person behind an OpenID sign-in: known by the provider's subject; else somebody whom an administrator added under this login and who has
 * no password; else, where groups give roles, somebody new. Where groups give roles they count anew at every sign-in.
 * Throws SunlineError 'forbidden' for everybody else.
 */
export const openIdPerson =
  ({ config, people, sessions, audit, now }: OpenIdPeopleTools) =>
  async (subject: string, claims: Claims, address: string): Promise<string> => {
    const text = (claim: string): string => (typeof claims[claim] === 'string' || typeof claims[claim] === 'number' ? String(claims[claim]).trim() : '')
    const { roleOfGroup } = config
    const roles = roleOfGroup === null ? null : rolesFrom(claims[config.claims.groups], roleOfGroup)
    if (roles?.length === 0) throw new SunlineError('forbidden', 'none of your groups has a role here; ask an administrator')
    const login = loginFrom(text(config.claims.login))
    const known = (await people.bySubject(subject)) ?? (await people.byLogin(login))
    if (known && known.subject !== subject && (known.subject !== null || known.password_hash !== null)) {
      throw new SunlineError('forbidden', `the login "${login}" belongs to somebody else here; an administrator can free it with a new link`)
    }
    if (known?.status === 'disabled') throw new SunlineError('forbidden', 'you may not sign in here any more')
    const number = text(config.claims.number)
    const team = (await people.teams()).find(({ name }) => name === text(config.claims.team))?.id
    const said = { name: text(config.claims.name) || login, ...(number !== '' && { number }), ...(team !== undefined && { team }), ...(roles && { roles: JSON.stringify(roles) }) }
    const row = known ? await refresh(known, said) : await add(said)
    await audit.note({ actor: personFrom(row), action: 'signed in', detail: { by: 'openid' }, address })
    return row.id

    async function refresh(before: PersonRow, change: Partial<PersonRow>): Promise<PersonRow> {
      const after = { ...before, ...change, subject }
      await people.change(before.id, after)
      if (after.roles !== before.roles || after.team !== before.team) await sessions.endAll(before.id)
      return after
    }
    async function add(given: { readonly name: string; readonly roles?: string; readonly number?: string; readonly team?: string }): Promise<PersonRow> {
      if (given.roles === undefined) throw new SunlineError('forbidden', `nobody here has the login "${login}"; ask an administrator to add you`)
      const at = now()
      const made: PersonRow = { number: '', team: null, ...given, roles: given.roles, id: randomUUID(), login, password_hash: null, password_at: null, subject, status: 'active', demo: 0, created_at: at, signed_in_at: null }
      await people.add(made)
      return made
    }
  }

function rolesFrom(groups: unknown, roleOfGroup: Readonly<Record<string, Role>>): readonly Role[] {
  const names: readonly unknown[] = Array.isArray(groups) ? groups : [groups]
  return [...new Set(names.flatMap((name) => (typeof name === 'string' && Object.hasOwn(roleOfGroup, name) ? [roleOfGroup[name] as Role] : [])))]
}
