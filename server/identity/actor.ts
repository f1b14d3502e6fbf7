import { SunlineError } from '../errors.ts'
import { type Access, type KeyScope, type Permission, permissions, type Role } from './permissions.ts'

/** Somebody who is signed in. `number` is the number that callers are told; `team` the id of the team, or null. */
export interface Person {
  readonly kind: 'person'
  readonly id: string
  readonly login: string
  readonly name: string
  readonly number: string
  readonly roles: readonly Role[]
  readonly team: string | null
}
/** A program with an API key. */
export interface Program {
  readonly kind: 'program'
  readonly id: string
  readonly name: string
  readonly scopes: readonly KeyScope[]
}
export type Actor = Person | Program

/** Whether an actor holds a permission: a person through a role, a program through its key. */
export function holds(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'program') return actor.scopes.some((scope) => scope === permission)
  const allowed: readonly Role[] = permissions[permission]
  return actor.roles.some((role) => allowed.includes(role))
}

/** Lets pass or throws SunlineError: 'unauthorised' when nobody is signed in, 'forbidden' when this one may not. */
export function admit(actor: Actor | null, access: Access): void {
  if (access === 'public') return
  if (actor === null) throw new SunlineError('unauthorised', 'sign in first; a program sends its API key as "authorization: Bearer …"')
  if (access === 'signed in' ? actor.kind === 'person' : holds(actor, access)) return
  throw new SunlineError('forbidden', access === 'signed in' ? 'this is for people, not for API keys' : `this needs the right "${access}"; an administrator can give it`)
}

/** The person behind a request that only people may make. Throws SunlineError 'forbidden' for a program. */
export function personOf(actor: Actor | null): Person {
  if (actor?.kind === 'person') return actor
  throw new SunlineError(actor === null ? 'unauthorised' : 'forbidden', 'this is for people who are signed in')
}
