import type { LightMyRequestResponse } from 'fastify'
import type { PersonLink, Role, SessionView } from '../../server/protocol.ts'
import { type ServerOptions, type TestServer, testServer } from './test-server.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A server with accounts, and what tests do there. */
export interface Centre extends TestServer {
  /** Of the link in the log of the first start. */
  readonly administratorToken: string
  /** The cookie of the administrator, once there is one. */
  administrator: string
  /** Everyone's password who was made by `person`. */
  readonly password: string
  /** A request as our page sends it. */
  readonly ask: (method: Method, url: string, payload?: object, cookie?: string) => Promise<LightMyRequestResponse>
  /** The same, by the administrator. */
  readonly manage: (method: Method, url: string, payload?: object) => Promise<LightMyRequestResponse>
  readonly cookieOf: (answer: LightMyRequestResponse) => string
  /** Makes a person with a password. */
  readonly person: (login: string, roles: readonly Role[], team?: string | null) => Promise<SessionView['person'] & object>
  readonly signInAs: (login: string, password?: string) => Promise<string>
  /** The login behind a cookie, or null. */
  readonly whoIs: (cookie: string) => Promise<string | null>
}

export async function centre(options: ServerOptions = {}): Promise<Centre> {
  const server = await testServer({ ...options, environment: { SUNLINE_ACCOUNTS: 'on', ...options.environment } })
  const administratorToken = server.log.map((line) => (JSON.parse(line) as { readonly link?: string }).link).find((link) => link !== undefined)?.split('#')[1] ?? ''
  const password = 'quiet river walks 7 north'
  const ask: Centre['ask'] = (method, url, payload, cookie = '') => server.app.http.inject({ method, url, headers: { cookie }, ...(payload && { payload }) })
  const cookieOf: Centre['cookieOf'] = ({ headers }) => String(headers['set-cookie']).split(';')[0] ?? ''
  const theCentre: Centre = {
    ...server,
    administratorToken,
    administrator: '',
    password,
    ask,
    manage: (method, url, payload) => ask(method, url, payload, theCentre.administrator),
    cookieOf,
    person: async (login, roles, team = null) => {
      const { link } = (await theCentre.manage('POST', '/api/people', { login, name: login, roles, team })).json<PersonLink>()
      const { person } = (await ask('POST', '/api/session/link', { token: link.split('#')[1], password })).json<SessionView>()
      if (!person) throw new Error(`${login} could not be made`)
      return person
    },
    signInAs: async (login, own = password) => cookieOf(await ask('POST', '/api/session/password', { login, password: own })),
    whoIs: async (cookie) => (await ask('GET', '/api/session', undefined, cookie)).json<SessionView>().person?.login ?? null,
  }
  return theCentre
}

/** The same, with an administrator. */
export async function staffedCentre(options: ServerOptions = {}): Promise<Centre> {
  const made = await centre(options)
  made.administrator = made.cookieOf(await made.ask('POST', '/api/session/link', { token: made.administratorToken, login: 'root', name: '管理员', password: made.password }))
  return made
}
