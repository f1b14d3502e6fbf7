import type { KeyScope, Role } from './identity/permissions.ts'

/** Types of signing in and of the administrator's pages. Nothing here runs. */
export type { KeyScope, Role } from './identity/permissions.ts'

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
  /** What the button of single sign-on says; null when there is none. */
  readonly openid: string | null
  /** In the demo, whom one may be. */
  readonly demo: readonly DemoPerson[]
  readonly libraryVersion: string
}

/** `POST /api/session/link/look`: what a one-time link is for. */
export interface LinkView {
  /** `administrator`: make the first administrator; `password`: choose one's password. */
  readonly kind: 'administrator' | 'password'
  /** The person's name and login; empty for the first administrator. */
  readonly name: string
  readonly login: string
}
/** `GET /api/account/sessions`: where one is signed in. Times are ms since the epoch. */
export interface OwnSession {
  readonly id: string
  readonly current: boolean
  readonly address: string
  readonly browser: string
  readonly createdAt: number
  readonly seenAt: number
}
/** A person as administrators see them. */
export interface PersonView extends SessionPerson {
  readonly active: boolean
  /** `none`: has to choose a password by a link, or comes by single sign-on. */
  readonly signsInBy: 'password' | 'openid' | 'none'
  readonly signedInAt: number | null
  /** Sessions that go on. */
  readonly sessions: number
}
export interface TeamView {
  readonly id: string
  readonly name: string
}
/** `GET /api/people`. */
export interface PeopleView {
  readonly people: readonly PersonView[]
  readonly teams: readonly TeamView[]
}
/** `POST /api/people`, `POST /api/people/:id/link`: the address by which the person chooses a password, shown once. */
export interface PersonLink {
  readonly person: PersonView
  readonly link: string
}
export interface ApiKeyView {
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly scopes: readonly KeyScope[]
  readonly createdBy: string
  readonly createdAt: number
  readonly expiresAt: number | null
  readonly usedAt: number | null
  readonly revokedAt: number | null
}
/** `POST /api/keys`: the key itself is shown once. */
export interface NewApiKey {
  readonly key: string
  readonly view: ApiKeyView
}
export type AuditAction =
  | 'signed in'
  | 'sign-in refused'
  | 'signed out'
  | 'password chosen'
  | 'password changed'
  | 'sessions ended'
  | 'person added'
  | 'person changed'
  | 'link made'
  | 'team put'
  | 'team removed'
  | 'key made'
  | 'key revoked'
  | 'call looked at'
  | 'transcripts searched'
  | 'call taken over'
  | 'whisper sent'
  | 'privacy settings changed'
  | 'caller looked up'
  | 'caller exported'
  | 'caller erased'
  | 'originals opened'
/** `GET /api/audit`. */
export interface AuditView {
  readonly id: string
  readonly at: number
  readonly actor: string
  readonly action: AuditAction
  readonly subject: string | null
  readonly detail: Readonly<Record<string, unknown>>
  readonly address: string
}
