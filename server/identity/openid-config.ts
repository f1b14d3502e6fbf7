import { Type } from '@sinclair/typebox'
import { SunlineError } from '../errors.ts'
import { validator } from '../validation.ts'
import { isLoopback } from './loopback.ts'
import { type Role, roles } from './permissions.ts'

/** Single sign-on by OpenID Connect. */
export interface OpenIdConfig {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | null
  /** What the button says. */
  readonly name: string
  readonly scope: string
  /** Claims that hold login, name, number, team and groups; a claim that is missing says nothing. */
  readonly claims: { readonly login: string; readonly name: string; readonly number: string; readonly team: string; readonly groups: string }
  /** The role of each group; null: roles are given here, and only people who were added here come in. */
  readonly roleOfGroup: Readonly<Record<string, Role>> | null
}
type Environment = Readonly<Record<string, string | undefined>>

const readRoles = validator(Type.Record(Type.String(), Type.Union(roles.map((role) => Type.Literal(role)), { description: `expected ${roles.join(', ')}` })))

/** Reads what the environment says of single sign-on, null when it says nothing; adds a sentence to `faults` for every variable at fault. */
export function readOpenIdConfig(environment: Environment, faults: string[]): OpenIdConfig | null {
  const given = (name: string): string | null => environment[name]?.trim() || null
  const issuer = given('OPENID_ISSUER')
  if (issuer === null) return null
  const clientId = given('OPENID_CLIENT_ID')
  if (clientId === null) faults.push('OPENID_CLIENT_ID is missing; the provider gives it when this server is registered there')
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && isLoopback(url.hostname))) faults.push('OPENID_ISSUER must be an https:// address')
  return {
    issuer,
    clientId: clientId ?? '',
    clientSecret: given('OPENID_CLIENT_SECRET'),
    name: given('OPENID_NAME') ?? 'OpenID',
    scope: given('OPENID_SCOPE') ?? 'openid profile',
    claims: {
      login: given('OPENID_LOGIN_CLAIM') ?? 'preferred_username',
      name: given('OPENID_NAME_CLAIM') ?? 'name',
      number: given('OPENID_NUMBER_CLAIM') ?? 'employee_number',
      team: given('OPENID_TEAM_CLAIM') ?? 'department',
      groups: given('OPENID_GROUPS_CLAIM') ?? 'groups',
    },
    roleOfGroup: roleOfGroup(given('OPENID_ROLES'), faults),
  }
}

function roleOfGroup(text: string | null, faults: string[]): OpenIdConfig['roleOfGroup'] {
  if (text === null) return null
  try {
    return readRoles(JSON.parse(text))
  } catch (error) {
    faults.push(`OPENID_ROLES must be JSON such as {"hotline-agents":"agent","quality":"qa-lead"}${error instanceof SunlineError ? ` (${error.message})` : ''}`)
    return null
  }
}
