import { scopesOf } from '../identity/api-keys.ts'
import type { Person } from '../identity/actor.ts'
import { personFrom } from '../identity/people.ts'
import type { ApiKeyView, AuditAction, AuditView, PersonView, SessionPerson } from '../protocol.ts'
import type { ApiKeyRow, AuditRow, PersonRow } from '../store/people-tables.ts'

/** A person as pages know him: nothing that opens anything. */
export const shownPerson = ({ id, login, name, number, roles, team }: Person): SessionPerson => ({ id, login, name, number, roles, team })

export const personView = (row: PersonRow, sessions: number): PersonView => ({
  ...shownPerson(personFrom(row)),
  active: row.status === 'active',
  signsInBy: row.subject !== null ? 'openid' : row.password_hash !== null ? 'password' : 'none',
  signedInAt: row.signed_in_at,
  sessions,
})

export const keyView = (row: ApiKeyRow): ApiKeyView => ({
  id: row.id, name: row.name, hint: row.hint, scopes: scopesOf(row), createdBy: row.created_by, createdAt: row.created_at, expiresAt: row.expires_at, usedAt: row.used_at, revokedAt: row.revoked_at,
})

export const auditView = (row: AuditRow): AuditView => ({
  id: row.id, at: row.at, actor: row.actor_name, action: row.action as AuditAction, subject: row.subject, detail: JSON.parse(row.detail) as Readonly<Record<string, unknown>>, address: row.address,
})
