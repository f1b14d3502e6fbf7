import type { FastifyInstance } from 'fastify'
import type { Identity } from '../identity/identity.ts'
import { accountRoutes } from './account.ts'
import { keyRoutes } from './keys.ts'
import { peopleRoutes } from './people.ts'
import { sessionRoutes } from './session.ts'

export interface IdentityRouteTools {
  readonly identity: Identity
  readonly libraryVersion: () => string
  /** The name of the single sign-on; null when there is none. */
  readonly openid: string | null
  /** Where browsers reach this server, without a slash at the end. */
  readonly origin: () => string
}

/** Signing in, one's own account, and what administrators do to people and keys. */
export function identityRoutes(app: FastifyInstance, tools: IdentityRouteTools): void {
  sessionRoutes(app, tools)
  accountRoutes(app, tools)
  peopleRoutes(app, tools)
  keyRoutes(app, tools.identity)
}
