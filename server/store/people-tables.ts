/** Rows of people, their sessions and keys. Times are ms since the epoch. */
export interface TeamRow {
  readonly id: string
  readonly name: string
}
export interface PersonRow {
  readonly id: string
  /** Lower case. */
  readonly login: string
  readonly name: string
  /** The number that callers are told; empty when there is none. */
  readonly number: string
  /** JSON array of roles. */
  readonly roles: string
  readonly team: string | null
  readonly password_hash: string | null
  readonly password_at: number | null
  /** Issuer and subject at an OpenID provider, divided by a space. */
  readonly subject: string | null
  readonly status: 'active' | 'disabled'
  readonly demo: 0 | 1
  readonly created_at: number
  readonly signed_in_at: number | null
}
export type SignInMethod = 'demo' | 'password' | 'link' | 'openid'
export interface SessionRow {
  /** SHA-256 of the secret in the cookie, base64url. */
  readonly id: string
  readonly person: string
  readonly method: SignInMethod
  readonly address: string
  readonly browser: string
  readonly created_at: number
  readonly seen_at: number
  readonly expires_at: number
}
export interface ApiKeyRow {
  readonly id: string
  readonly name: string
  /** The first characters of the key, to tell keys apart. */
  readonly hint: string
  readonly key_hash: string
  /** JSON array of scopes. */
  readonly scopes: string
  readonly created_by: string
  readonly created_at: number
  readonly expires_at: number | null
  readonly used_at: number | null
  readonly revoked_at: number | null
}
export interface OneTimeLinkRow {
  readonly token_hash: string
  /** Null: the link makes the first administrator. */
  readonly person: string | null
  readonly created_at: number
  readonly expires_at: number
  readonly used_at: number | null
}
export interface SignInFailureRow {
  /** `login …` or `address …`. */
  readonly subject: string
  readonly failures: number
  readonly last_at: number
}
export interface AuditRow {
  readonly id: string
  readonly at: number
  readonly actor: string | null
  readonly actor_name: string
  readonly action: string
  readonly subject: string | null
  /** JSON. */
  readonly detail: string
  readonly address: string
}
export interface PeopleTables {
  readonly teams: TeamRow
  readonly people: PersonRow
  readonly sessions: SessionRow
  readonly api_keys: ApiKeyRow
  readonly one_time_links: OneTimeLinkRow
  readonly sign_in_failures: SignInFailureRow
  readonly audit_log: AuditRow
}
