import type { FastifyInstance } from 'fastify'
import type { Identity } from '../identity/identity.ts'
import type { OpenIdConfig } from '../identity/openid-config.ts'
import { accountRoutes } from './account.ts'
import { keyRoutes } from './keys.ts'
import { openIdRoutes } from './openid.ts'
import { peopleRoutes } from './people.ts'
import { sessionRoutes } from './session.ts'

export interface IdentityRouteTools {
  readonly identity: Identity
  readonly libraryVersion: () => string
  /** Single sign-on; null: none. */
  readonly openid: OpenIdConfig | null
  /** ms since the epoch. */
  readonly now: () => number
  /** Where browsers reach this server, without a slash at the end. */
  readonly origin: () => string
}

/** Signing in, one's own account, and what administrators do to people and keys. */
export function identityRoutes(app: FastifyInstance, tools: IdentityRouteTools): void {
  const { openid } = tools
  const sessionTools = { ...tools, openid: openid?.name ?? null }
  sessionRoutes(app, sessionTools)
  accountRoutes(app, sessionTools)
  if (openid) openIdRoutes(app, { ...tools, config: openid })
  peopleRoutes(app, tools)
  keyRoutes(app, tools.identity)
}
