import type { Config } from '../config.ts'
import type { Actor, Person, Program } from './actor.ts'
import type { Identify } from './guard.ts'
import { type Access, keyScopes, roles } from './permissions.ts'

/** A server without accounts, which listens on loopback only: programs need no key, and whoever opens the page is everyone. */
export function openHouse({ agentName, agentNumber }: Pick<Config, 'agentName' | 'agentNumber'>): Identify {
  const person: Person = { kind: 'person', id: 'everyone', login: 'everyone', name: agentName, number: agentNumber, roles, team: null }
  const program: Program = { kind: 'program', id: 'local', name: 'local program', scopes: keyScopes }
  const forProgram = (access: Access | undefined): boolean => keyScopes.some((scope) => scope === access)
  return async (request): Promise<Actor> => Promise.resolve(forProgram(request.routeOptions.config.access) ? program : person)
}
