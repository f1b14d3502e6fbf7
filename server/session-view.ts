import type { Role } from './identity/permissions.ts'

/** Types of signing in and of the administrator's pages. Nothing here runs. */
export type { Role } from './identity/permissions.ts'

/** Somebody who is signed in. `number` is what callers are told; `team` the id of the team, or null. */
export interface SessionPerson {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly number: string
  readonly roles: readonly Role[]
  readonly team: string | null
}
/** A person whom the demo offers for signing in. */
export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly role: Role
}
/** `GET /api/session`: who is on this page, and what it works with. */
export interface SessionView {
  /** Null: nobody is signed in. */
  readonly person: SessionPerson | null
  /** `demo`: no accounts, this machine only. */
  readonly mode: 'demo' | 'accounts'
  /** In the demo, whom one may be. */
  readonly demo: readonly DemoPerson[]
  readonly libraryVersion: string
}
