import type { IncomingHttpHeaders } from 'node:http'
import { SunlineError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import type { AccessConfig } from './access-config.ts'
import type { Actor, Person, Program } from './actor.ts'
import { type Administration, administration } from './administration.ts'
import { type ApiKeys, apiKeys } from './api-keys.ts'
import { type AuditLog, auditLog } from './audit-log.ts'
import { closeDemo, demoAgentId, demoPeople, openDemo } from './demo.ts'
import type { Identify } from './guard.ts'
import { type KeyOffice, keyOffice } from './key-office.ts'
import { oneTimeLinks } from './one-time-links.ts'
import { passwords } from './passwords.ts'
import { type People, people } from './people.ts'
import { keyScopes, type Permission } from './permissions.ts'
import { newSecret } from './secrets.ts'
import { type SessionCookie, sessionCookie } from './session-cookie.ts'
import { type Sessions, type SignedIn, sessions } from './sessions.ts'
import { type SignIn, signIn } from './sign-in.ts'
import { throttle } from './throttle.ts'

/** Who someone is who opens a socket. Programs have no session. */
export interface Caller {
  readonly actor: Actor
  readonly sessionId: string | null
}
export interface Identity {
  readonly accounts: boolean
  readonly people: People
  readonly sessions: Sessions
  readonly keys: ApiKeys
  readonly office: KeyOffice
  readonly signIn: SignIn
  readonly administration: Administration
  readonly audit: AuditLog
  readonly cookie: SessionCookie
  /** The people of the demo; none with accounts. */
  readonly demo: readonly Person[]
  /** The key with which this process calls its own routes; another at each start. */
  readonly ownKey: string
  readonly identify: Identify
  /** The person of a browser's cookie. */
  readonly signedIn: (headers: IncomingHttpHeaders) => Promise<SignedIn | null>
  /** Who opens a socket of browsers. Throws SunlineError 'unauthorised'. */
  readonly browser: (headers: IncomingHttpHeaders) => Promise<Caller>
  /** Which program opens a socket for `scope`; `key` is what it sent beside the headers. Throws SunlineError 'unauthorised' or 'forbidden'. */
  readonly program: (headers: IncomingHttpHeaders, key: unknown, scope: Permission) => Promise<Caller>
  /** Brings the database in order, before the first request. Resolves to the token that makes the first administrator while there is none, else null. */
  readonly open: () => Promise<string | null>
  /** Lets go of what has run out. */
  readonly sweep: () => Promise<void>
}
export interface IdentityTools {
  readonly database: Database
  readonly config: AccessConfig
  readonly demoAgent: { readonly agentName: string; readonly agentNumber: string }
  /** By TLS, here or at a proxy. */
  readonly secure: boolean
  /** ms since the epoch. */
  readonly now: () => number
}

/**
 * Who sends a request or opens a socket: a person by the cookie of a session, a program by its API key.
 * Without accounts (loopback only) programs need no key, and one that opens the browsers' socket is the demo's agent.
 */
export function identity({ database, config, demoAgent, secure, now }: IdentityTools): Identity {
  const { accounts } = config
  const ownKey = newSecret()
  const store = people(database)
  const keys = apiKeys(database, now, ownKey)
  const held = sessions(database, now, { idleMs: config.idleMinutes * 60_000, longestMs: config.longestHours * 3_600_000 })
  const links = oneTimeLinks(database, now)
  const audit = auditLog(database, now)
  const throttled = throttle(database, now)
  const signing = signIn({ people: store, sessions: held, passwords: passwords(), throttle: throttled, links, audit, now })
  const cookie = sessionCookie(secure)
  const demo = accounts ? [] : demoPeople(demoAgent)
  const local: Program = { kind: 'program', id: 'local', name: 'local program', scopes: keyScopes }
  const isScope = (access: unknown): boolean => keyScopes.some((scope) => scope === access)

  const programOf = async (key: string): Promise<Program> => {
    const program = await keys.find(key)
    if (!program) throw new SunlineError('unauthorised', 'this API key is not known, revoked or run out; ask an administrator for another')
    return program
  }
  const signedIn = async ({ cookie: header }: IncomingHttpHeaders): Promise<SignedIn | null> => {
    const secret = cookie.read(header)
    return secret === null ? null : held.find(secret)
  }
  return {
    accounts,
    people: store,
    sessions: held,
    keys,
    office: keyOffice(database, keys, audit, now),
    signIn: signing,
    administration: administration({ people: store, sessions: held, links, audit, demo: !accounts, now }),
    audit,
    cookie,
    demo,
    ownKey,
    signedIn,
    identify: async ({ headers, routeOptions }) => {
      const key = bearer(headers)
      if (key !== null) return programOf(key)
      if (!accounts && isScope(routeOptions.config.access)) return local
      return (await signedIn(headers))?.person ?? null
    },
    browser: async (headers) => {
      const session = await signedIn(headers)
      if (session) return { actor: session.person, sessionId: session.sessionId }
      const agent = headers.origin === undefined ? demo.find(({ id }) => id === demoAgentId) : undefined
      if (!agent) throw new SunlineError('unauthorised', 'sign in first')
      return { actor: agent, sessionId: null }
    },
    program: async (headers, given, scope) => {
      const key = bearer(headers) ?? (typeof given === 'string' ? given : null)
      const program = key === null ? (accounts ? null : local) : await programOf(key)
      if (!program) throw new SunlineError('unauthorised', 'send an API key as "authorization: Bearer …"')
      if (!program.scopes.some((each) => each === scope)) throw new SunlineError('forbidden', `this API key has not the right "${scope}"`)
      return { actor: program, sessionId: null }
    },
    open: async () => {
      if (!accounts) return openDemo(database, demo, now())
      await closeDemo(database)
      return (await signing.hasAdministrator()) ? null : links.make(null)
    },
    sweep: async () => {
      await held.sweep()
      await links.sweep()
      await throttled.sweep()
    },
  }
}

const bearer = ({ authorization }: IncomingHttpHeaders): string | null => /^bearer (.+)$/iu.exec(authorization ?? '')?.[1]?.trim() ?? null
